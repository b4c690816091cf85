import { type CharSet, charSetOf, classSets, readClass } from './pattern-chars.ts';
import { PatternFailure } from './pattern-failure.ts';

export { PatternFailure } from './pattern-failure.ts';

/** A regular expression as a tree. */
export type PatternNode =
  | { readonly kind: 'chars'; readonly set: CharSet }
  | { readonly kind: 'assert'; readonly what: '^' | '$' | 'b' | 'B' }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly least: number; readonly most: number };

export interface Pattern {
  readonly node: PatternNode;
  /** `(?i)` stands at the beginning. */
  readonly ignoresCase: boolean;
}

interface PatternCursor {
  readonly text: string;
  at: number;
  depth: number;
}

const mostDepth = 50;
const mostRepeats = 200;

/**
 * Reads a regular expression of the kind that takes linear time, whatever it is and whatever it is held against:
 * characters, `.`, classes (`[a-z]`, `[^…]`, `\d \w \s` and their opposites), `^`, `$`, `\b`, `\B`, groups, `|`,
 * `* + ?` and `{2,5}` (also lazy ones, which find the same), and `(?i)` at the beginning. References to groups and
 * looking around are not among them. Throws nothing but `PatternFailure`.
 */
export function parsePattern(text: string): Pattern {
  const ignoresCase = text.startsWith('(?i)');
  const cursor: PatternCursor = { text, at: ignoresCase ? 4 : 0, depth: 0 };
  const node = readChoice(cursor);
  if (cursor.at < text.length)
    throw new PatternFailure('This parenthesis was never opened.', cursor.at, ['\\)']);
  return { node, ignoresCase };
}

function readChoice(cursor: PatternCursor): PatternNode {
  const parts = [readSequence(cursor)];
  while (cursor.text[cursor.at] === '|') {
    cursor.at += 1;
    parts.push(readSequence(cursor));
  }
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: 'choice', parts };
}

function readSequence(cursor: PatternCursor): PatternNode {
  const parts: PatternNode[] = [];
  for (;;) {
    const char = cursor.text[cursor.at];
    if (char === undefined || char === '|' || char === ')') return { kind: 'sequence', parts };
    parts.push(readRepeated(cursor));
  }
}

function readRepeated(cursor: PatternCursor): PatternNode {
  let part = readAtom(cursor);
  for (;;) {
    const counts = readCounts(cursor);
    if (counts === undefined) return part;
    // A lazy one finds the same.
    if (cursor.text[cursor.at] === '?') cursor.at += 1;
    part = { kind: 'repeat', part, ...counts };
  }
}

const counted = /\{(\d+)(,(\d*))?\}/y;

function readCounts(cursor: PatternCursor): { readonly least: number; readonly most: number } | undefined {
  const char = cursor.text[cursor.at];
  if (char === '*' || char === '+' || char === '?') {
    cursor.at += 1;
    return { least: char === '+' ? 1 : 0, most: char === '?' ? 1 : Infinity };
  }
  counted.lastIndex = cursor.at;
  const found = counted.exec(cursor.text);
  if (found === null) return undefined;
  const least = Number(found[1]);
  const most = found[2] === undefined ? least : found[3] === '' ? Infinity : Number(found[3]);
  const largest = Number.isFinite(most) ? most : least;
  if (largest > mostRepeats || most < least) {
    throw new PatternFailure(`Repeat from 0 to ${mostRepeats} times, the smaller number first.`, cursor.at);
  }
  cursor.at += found[0].length;
  return { least, most };
}

function readAtom(cursor: PatternCursor): PatternNode {
  const char = cursor.text[cursor.at];
  switch (char) {
    case '(':
      return readGroup(cursor);
    case '[':
      return { kind: 'chars', set: readClass(cursor) };
    case '.':
      cursor.at += 1;
      return { kind: 'chars', set: classSets.any };
    case '^':
    case '$':
      cursor.at += 1;
      return { kind: 'assert', what: char };
    case '\\':
      return readEscape(cursor);
    case '*':
    case '+':
    case '?':
      throw new PatternFailure(`There is nothing to repeat before '${char}'.`, cursor.at, [`\\${char}`]);
    default: {
      const code = cursor.text.codePointAt(cursor.at) ?? 0;
      cursor.at += String.fromCodePoint(code).length;
      return { kind: 'chars', set: charSetOf(code) };
    }
  }
}

function readGroup(cursor: PatternCursor): PatternNode {
  const opened = cursor.at;
  cursor.at += 1;
  if (cursor.text[cursor.at] === '?') {
    if (cursor.text[cursor.at + 1] !== ':') {
      const message = 'Looking around and named groups are not possible here.';
      throw new PatternFailure(message, cursor.at, ['(…)', '(?:…)', '(?i) at the beginning']);
    }
    cursor.at += 2;
  }
  cursor.depth += 1;
  if (cursor.depth > mostDepth) throw new PatternFailure('Groups are nested too deeply.', opened);
  const node = readChoice(cursor);
  cursor.depth -= 1;
  if (cursor.text[cursor.at] !== ')')
    throw new PatternFailure('This parenthesis is never closed.', opened, [')']);
  cursor.at += 1;
  return node;
}

function readEscape(cursor: PatternCursor): PatternNode {
  const letter = cursor.text[cursor.at + 1];
  if (letter === 'b' || letter === 'B') {
    cursor.at += 2;
    return { kind: 'assert', what: letter };
  }
  if (letter !== undefined && /[1-9k]/.test(letter)) {
    throw new PatternFailure('References to groups are not possible here.', cursor.at);
  }
  return { kind: 'chars', set: readClass(cursor) };
}
