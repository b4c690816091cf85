import type { Span } from './filter-ast.ts';
import { FilterFailure } from './filter-failure.ts';
import { type Token, tokenize } from './filter-tokens.ts';

/** A place in a text that is read from left to right, token by token. */
export interface TokenCursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The index of the next token. */
  at: number;
}

export function createCursor(text: string): TokenCursor {
  return { text, tokens: tokenize(text, 'apart'), at: 0 };
}

export function peek(cursor: TokenCursor, ahead = 0): Token | undefined {
  return cursor.tokens[cursor.at + ahead];
}

/** Where the next token is, or the end of the text. */
export function nextSpan({ text, tokens, at }: TokenCursor): Span {
  return tokens[at] ?? { start: text.length, end: text.length };
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
  const found = token === undefined ? 'the end' : `'${token.text}'`;
  return new FilterFailure(`Expected ${expected.join(' or ')}, found ${found}.`, nextSpan(cursor), expected);
}
