import { PatternFailure } from './pattern-failure.ts';

/** Code points: within one of the ranges (both ends belong to them), or in none where it is negated. */
export interface CharSet {
  readonly ranges: readonly (readonly [number, number])[];
  readonly negated: boolean;
}

const digits = [[48, 57]] as const;
const wordChars = [...digits, [65, 90], [95, 95], [97, 122]] as const;
const spaces = [
  [9, 13],
  [32, 32],
  [160, 160],
  [0x2028, 0x2029],
  [0xfeff, 0xfeff],
] as const;

export const classSets = {
  any: { ranges: [], negated: true },
  d: { ranges: digits, negated: false },
  D: { ranges: digits, negated: true },
  w: { ranges: wordChars, negated: false },
  W: { ranges: wordChars, negated: true },
  s: { ranges: spaces, negated: false },
  S: { ranges: spaces, negated: true },
} as const satisfies Readonly<Record<string, CharSet>>;

export function charSetOf(code: number): CharSet {
  return { ranges: [[code, code]], negated: false };
}

export function isInSet({ ranges, negated }: CharSet, code: number): boolean {
  return ranges.some(([low, high]) => code >= low && code <= high) !== negated;
}

export function isWordChar(code: number): boolean {
  return isInSet(classSets.w, code);
}

interface ClassCursor {
  readonly text: string;
  at: number;
}

/** Reads `[…]`, or one escape (`\d`, `\.`), at the cursor. */
export function readClass(cursor: ClassCursor): CharSet {
  if (cursor.text[cursor.at] === '\\') return readEscaped(cursor);
  const opened = cursor.at;
  cursor.at += 1;
  const negated = cursor.text[cursor.at] === '^';
  if (negated) cursor.at += 1;
  const ranges: (readonly [number, number])[] = [];
  for (let isFirst = true; ; isFirst = false) {
    const char = cursor.text[cursor.at];
    if (char === undefined) throw new PatternFailure('This bracket is never closed.', opened, [']']);
    if (char === ']' && !isFirst) {
      cursor.at += 1;
      return { ranges, negated };
    }
    ranges.push(...readRange(cursor));
  }
}

function readRange(cursor: ClassCursor): readonly (readonly [number, number])[] {
  const began = cursor.at;
  const low = readMember(cursor);
  const code = soleChar(low);
  const isRange = cursor.text[cursor.at] === '-' && (cursor.text[cursor.at + 1] ?? ']') !== ']';
  if (code === undefined || !isRange) return low.negated ? complement(low.ranges) : low.ranges;
  cursor.at += 1;
  const high = soleChar(readMember(cursor));
  if (high === undefined || high < code) throw new PatternFailure('This range ends before it begins.', began);
  return [[code, high]];
}

function readMember(cursor: ClassCursor): CharSet {
  if (cursor.text[cursor.at] === '\\') return readEscaped(cursor);
  const code = cursor.text.codePointAt(cursor.at);
  if (code === undefined) throw new PatternFailure('This bracket is never closed.', cursor.at, [']']);
  cursor.at += String.fromCodePoint(code).length;
  return charSetOf(code);
}

function soleChar({ ranges, negated }: CharSet): number | undefined {
  const [first] = ranges;
  return !negated && ranges.length === 1 && first !== undefined && first[0] === first[1]
    ? first[0]
    : undefined;
}

function complement(ranges: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const found: (readonly [number, number])[] = [];
  let from = 0;
  for (const [low, high] of sorted) {
    if (low > from) found.push([from, low - 1]);
    from = Math.max(from, high + 1);
  }
  return [...found, [from, 0x10ffff]];
}

const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11 };

function readEscaped(cursor: ClassCursor): CharSet {
  const code = cursor.text.codePointAt(cursor.at + 1);
  if (code === undefined) throw new PatternFailure('Something must follow a backslash.', cursor.at, ['\\\\']);
  const letter = String.fromCodePoint(code);
  const control = controls[letter];
  const named = namedSets.get(letter);
  if (named === undefined && control === undefined && /[\p{L}\p{N}]/u.test(letter)) {
    throw new PatternFailure(`'\\${letter}' is not known here.`, cursor.at, ['\\d', '\\w', '\\s', '\\b']);
  }
  cursor.at += 1 + letter.length;
  return named ?? charSetOf(control ?? code);
}

const namedSets: ReadonlyMap<string, CharSet> = new Map(Object.entries(classSets));
