import type { Expression, QuotedText } from './filter-ast.ts';
import { FilterFailure } from './filter-failure.ts';
import { parseDuration, parsePeriod } from './filter-moment.ts';
import { maxListItems, maxPatternLength, toQuotedText } from './filter-operand.ts';
import type { Token } from './filter-tokens.ts';
import { type ExpressionType, readExpression, typeOf } from './studio-expression.ts';
import { compilePattern } from './pattern-program.ts';
import { parsePattern, PatternFailure } from './text-pattern.ts';
import { misplaced, peek, take, type TokenCursor } from './token-cursor.ts';

const momentExamples = ["'-7d'", "'2026-11-22'", "'today'", 'UTC milliseconds'];
const durationExamples = ["'1h30m'", "'90s'", 'milliseconds'];

/** What a number, time or duration is compared with. */
export function readRight(cursor: TokenCursor, type: ExpressionType): Expression {
  const token = peek(cursor);
  if (token?.kind === 'quoted') return readTimeText(cursor, token, type);
  const start = cursor.at;
  const expression = readExpression(cursor);
  if (typeOf(expression) !== 'text') return expression;
  cursor.at = start;
  throw misplaced(cursor, ['a number', 'a metric', 'a parameter']);
}

function readTimeText(cursor: TokenCursor, token: Token, type: ExpressionType): Expression {
  const text = toQuotedText(token);
  if (type === 'time') {
    if (parsePeriod(text.value, 0) === undefined) throw misplaced(cursor, momentExamples);
    cursor.at += 1;
    return { kind: 'moment', ...text };
  }
  if (type === 'duration') {
    if (parseDuration(text.value) === undefined) throw misplaced(cursor, durationExamples);
    cursor.at += 1;
    return { kind: 'duration', ...text };
  }
  throw misplaced(cursor, ['a number, without quotes']);
}

export function readQuoted(cursor: TokenCursor): QuotedText {
  return toQuotedText(take(cursor, 'quoted', "a text in quotes, such as 'adam'"));
}

/** The pattern behind LIKE, CONTAINS or `~`; a mistake in a regular expression is told where it is. */
export function readPatternText(cursor: TokenCursor, operator: string): QuotedText {
  const token = take(cursor, 'quoted', "a text in quotes, such as 'bert'");
  const text = toQuotedText(token);
  if (text.value.length > maxPatternLength) {
    throw new FilterFailure(`A pattern may have at most ${maxPatternLength} characters.`, token);
  }
  if (!operator.endsWith('~')) return text;
  try {
    compilePattern(parsePattern(text.value));
    return text;
  } catch (error) {
    if (!(error instanceof PatternFailure)) throw error;
    const start = token.start + 1 + error.at;
    throw new FilterFailure(error.message, { start, end: Math.min(start + 1, token.end) }, error.expected);
  }
}

/** Whether the list that follows holds numbers. */
export function isNumberList(cursor: TokenCursor, type: ExpressionType): boolean {
  return type !== 'text' && (type !== 'keyed' || peek(cursor, 1)?.kind === 'number');
}

/** The items of a list; one trailing comma is taken. */
export function readItems(cursor: TokenCursor, kind: 'number' | 'quoted'): readonly Token[] {
  const expected = kind === 'number' ? 'a number' : 'a text in quotes';
  const open = take(cursor, 'open', kind === 'number' ? '(1, 2)' : "('a', 'b')");
  const items = [take(cursor, kind, expected)];
  while (peek(cursor)?.kind === 'comma') {
    cursor.at += 1;
    if (peek(cursor)?.kind === 'close') break;
    items.push(take(cursor, kind, expected));
  }
  const close = take(cursor, 'close', ')');
  if (items.length <= maxListItems) return items;
  const span = { start: open.start, end: close.end };
  throw new FilterFailure(`A list may have at most ${maxListItems} values.`, span);
}
