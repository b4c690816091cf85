import type { Span } from './filter-ast.ts';
import { FilterFailure } from './filter-failure.ts';
import { type Token, tokenize } from './filter-tokens.ts';

/** A place in a text that is read from left to right, token by token. */
export interface TokenCursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The index of the next token. */
  at: number;
  /** How many parentheses and NOTs are open. */
  depth: number;
  /** How many signs of arithmetic were read. */
  operations: number;
}

export function createCursor(text: string): TokenCursor {
  return { text, tokens: splitSigns(tokenize(text, 'apart')), at: 0, depth: 0, operations: 0 };
}

/** A minus behind a value is a sign of arithmetic, not of the number that follows it. */
function splitSigns(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1]?.kind;
    const isBehindValue = before !== undefined && ['name', 'number', 'close'].includes(before);
    if (token.kind !== 'number' || !token.text.startsWith('-') || !isBehindValue) return [token];
    const { text, start, end, apart } = token;
    return [
      { kind: 'junk', text: '-', start, end: start + 1, apart },
      { kind: 'number', text: text.slice(1), start: start + 1, end, apart: false },
    ] as const;
  });
}

export function peek(cursor: TokenCursor, ahead = 0): Token | undefined {
  return cursor.tokens[cursor.at + ahead];
}

/** Where the next token is, or the end of the text. */
export function nextSpan({ text, tokens, at }: TokenCursor): Span {
  return tokens[at] ?? { start: text.length, end: text.length };
}

/** The end of the last token that was taken. */
export function endOfTaken({ tokens, at }: TokenCursor): number {
  return tokens[at - 1]?.end ?? 0;
}

/** Takes the next token, which must be of this kind. */
export function take(cursor: TokenCursor, kind: Token['kind'], expected: string): Token {
  const token = peek(cursor);
  if (token?.kind !== kind) throw misplaced(cursor, [expected]);
  cursor.at += 1;
  return token;
}

/** A mistake at the next token, or at the end where something is missing. */
export function misplaced(cursor: TokenCursor, expected: readonly string[]): FilterFailure {
  const token = peek(cursor);
  const found = token === undefined ? 'the end' : `'${shortened(token.text)}'`;
  return new FilterFailure(`Expected ${expected.join(' or ')}, found ${found}.`, nextSpan(cursor), expected);
}

const mostShown = 64;

/** A text as a message repeats it: of a very long one, the beginning. */
export function shortened(text: string): string {
  return text.length <= mostShown ? text : `${text.slice(0, mostShown)}…`;
}

const mostDepth = 50;

/** Reads something within another pair of parentheses, up to a depth that nobody means to pass. */
export function deeper<T>(cursor: TokenCursor, read: () => T): T {
  if (cursor.depth >= mostDepth) {
    throw new FilterFailure(`A filter may be nested ${mostDepth} deep at most.`, nextSpan(cursor));
  }
  cursor.depth += 1;
  const found = read();
  cursor.depth -= 1;
  return found;
}
