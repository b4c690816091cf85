import type { AllOf, FilterNode } from './filter-ast.ts';
import { matchParentheses } from './filter-clauses.ts';
import { runDialect } from './filter-dialects.ts';
import { FilterFailure } from './filter-failure.ts';
import { maxClauses, maxFilterLength, parseFilter } from './filter-parse.ts';
import { readCondition } from './studio-condition.ts';
import { arithmeticAt } from './studio-expression.ts';
import { operatorAt } from './studio-operator.ts';
import { createCursor, deeper, misplaced, peek, take, type TokenCursor } from './token-cursor.ts';

/**
 * Reads a filter of the studio: MLflow's grammar, in which every text means what MLflow means, and what MLflow refuses:
 * OR, NOT and parentheses; numbers compared with parameters and tags; BETWEEN, IN, NOT IN, NOT LIKE, CONTAINS, `~` and
 * `!~`, IS NULL on anything; summaries (`min(metrics.loss)`), arithmetic, times and durations (`start_time > '-7d'`,
 * `duration > '1h30m'`), and free text. White space alone joins as AND does; AND binds closer than OR.
 * Blank matches everything. Throws nothing but `FilterFailure`.
 */
export function parseStudioFilter(text: string): AllOf {
  if (text.trim() === '') return { kind: 'all', terms: [] };
  const plain = tryPlain(text);
  if (plain !== undefined) return plain;
  const cursor: FilterCursor = { ...createCursor(text), conditions: 0, closers: undefined };
  const node = readAny(cursor);
  if (peek(cursor) !== undefined) throw misplaced(cursor, ['AND', 'OR', 'the end']);
  return node.kind === 'all' ? node : { kind: 'all', terms: [node] };
}

/** Whether MLflow understands a filter too. */
export function isPlainFilter(text: string): boolean {
  return text.trim() === '' || tryPlain(text) !== undefined;
}

function tryPlain(text: string): AllOf | undefined {
  try {
    return parseFilter(text, runDialect);
  } catch (error) {
    if (!(error instanceof FilterFailure)) throw error;
    if (text.length > maxFilterLength) throw error;
    return undefined;
  }
}

interface FilterCursor extends TokenCursor {
  conditions: number;
  closers: ReadonlyMap<number, number> | undefined;
}

function readAny(cursor: FilterCursor): FilterNode {
  const terms = [readAll(cursor)];
  while (isWord(cursor, 'OR')) {
    cursor.at += 1;
    terms.push(readAll(cursor));
  }
  const [only] = terms;
  return only !== undefined && terms.length === 1 ? only : { kind: 'any', terms };
}

function readAll(cursor: FilterCursor): FilterNode {
  const terms: FilterNode[] = [];
  for (;;) {
    while (isWord(cursor, 'AND')) cursor.at += 1;
    const next = peek(cursor);
    if (next === undefined || next.kind === 'close' || isWord(cursor, 'OR')) break;
    terms.push(readNot(cursor));
  }
  const [only] = terms;
  if (only === undefined) throw misplaced(cursor, ['a comparison such as metrics.accuracy > 0.9']);
  return terms.length === 1 ? only : { kind: 'all', terms };
}

function readNot(cursor: FilterCursor): FilterNode {
  if (!isWord(cursor, 'NOT')) return readPrimary(cursor);
  cursor.at += 1;
  return { kind: 'not', term: deeper(cursor, () => readNot(cursor)) };
}

function readPrimary(cursor: FilterCursor): FilterNode {
  if (peek(cursor)?.kind === 'open' && !isArithmetic(cursor)) {
    cursor.at += 1;
    const inner = deeper(cursor, () => readAny(cursor));
    take(cursor, 'close', ')');
    return inner;
  }
  cursor.conditions += 1;
  if (cursor.conditions > maxClauses) {
    const whole = { start: 0, end: cursor.text.length };
    throw new FilterFailure(`A filter may have at most ${maxClauses} comparisons.`, whole);
  }
  return readCondition(cursor);
}

/** Whether the parentheses that open here hold numbers: then something is compared or calculated with them. */
function isArithmetic(cursor: FilterCursor): boolean {
  cursor.closers ??= matchParentheses(cursor.tokens);
  const closer = cursor.closers.get(cursor.at);
  if (closer === undefined) return false;
  const behind = { ...cursor, at: closer + 1 };
  return operatorAt(behind) !== undefined || arithmeticAt(behind) !== undefined;
}

function isWord(cursor: TokenCursor, word: string): boolean {
  const token = peek(cursor);
  return token?.kind === 'keyword' && token.text.toUpperCase() === word;
}
