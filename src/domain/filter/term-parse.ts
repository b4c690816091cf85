import { type OrderTerm, summaries, type Summary, type ValueTerm } from './filter-ast.ts';
import { studioDialect } from './filter-dialects.ts';
import { FilterFailure } from './filter-failure.ts';
import { readField } from './filter-field.ts';
import { createCursor, misplaced, peek, take, type TokenCursor } from './token-cursor.ts';

/** The longest term that is read, in characters: some times the longest key with its quotes. */
const maxTermLength = 1000;

/** Reads one value term, as `printTerm` writes it. Throws nothing but `FilterFailure`. */
export function parseTerm(text: string): ValueTerm {
  const cursor = cursorOf(text);
  const term = readTerm(cursor);
  if (peek(cursor) !== undefined) throw misplaced(cursor, ['the end']);
  return term;
}

/** Reads one value term, then `ASC` or `DESC` or nothing. Throws nothing but `FilterFailure`. */
export function parseTermOrder(text: string): OrderTerm {
  const cursor = cursorOf(text);
  const term = readTerm(cursor);
  const direction = peek(cursor)?.text.toUpperCase() ?? 'ASC';
  if (direction !== 'ASC' && direction !== 'DESC') throw misplaced(cursor, ['ASC', 'DESC']);
  cursor.at += 1;
  if (peek(cursor) !== undefined) throw misplaced(cursor, ['the end']);
  return { ...term, ascending: direction === 'ASC' };
}

function cursorOf(text: string): TokenCursor {
  if (text.length <= maxTermLength) return createCursor(text);
  throw new FilterFailure(`A term may have at most ${maxTermLength} characters.`, {
    start: 0,
    end: text.length,
  });
}

/** The term that begins at the cursor, which is then behind it. */
export function readTerm(cursor: TokenCursor): ValueTerm {
  const token = peek(cursor);
  const summary = summaryAt(cursor);
  if (summary !== undefined) return readSummary(cursor, summary);
  const isName = token?.kind === 'name' || token?.text.startsWith('"') === true;
  if (token === undefined || !isName) throw misplaced(cursor, ['a metric, parameter, tag or attribute']);
  cursor.at += 1;
  return { field: readField(token.text, token, studioDialect) };
}

/** The function that a summary begins with, when the cursor stands before one. */
export function summaryAt(cursor: TokenCursor): Summary | undefined {
  const name = peek(cursor)?.text.toLowerCase();
  return peek(cursor, 1)?.kind === 'open' ? summaries.find((each) => each === name) : undefined;
}

function readSummary(cursor: TokenCursor, summary: Summary): ValueTerm {
  cursor.at += 2;
  const token = take(cursor, 'name', 'a metric, such as metrics.loss');
  const field = readField(token.text, token, studioDialect);
  if (field.entity !== 'metric') {
    throw new FilterFailure(`'${summary}' is taken of a metric, not of '${token.text}'.`, token, [
      'metrics.…',
    ]);
  }
  const step = summary === 'at' ? { step: readStep(cursor) } : {};
  take(cursor, 'close', ')');
  return { field, summary, ...step };
}

function readStep(cursor: TokenCursor): number {
  take(cursor, 'comma', 'a comma and a step');
  const token = take(cursor, 'number', 'a step, such as 100');
  const step = Number(token.text);
  if (Number.isSafeInteger(step)) return step;
  throw new FilterFailure(`A step is a whole number, not '${token.text}'.`, token, ['a whole number']);
}
