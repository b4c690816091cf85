import type { Operator, Span } from './filter-ast.ts';
import { FilterFailure } from './filter-failure.ts';
import { type Token, tokenize } from './filter-tokens.ts';

/** One clause as it stands, before anybody asked whether its field, operator and value go together. */
export interface RawClause extends Span {
  readonly left: Token;
  /** Upper case, one space between words; may be no operator of ours (`<>`, `NOT LIKE`). */
  readonly operator: Operator | (string & {});
  readonly operatorSpan: Span;
  /** One token, the tokens of a list with its parentheses, or none for a null test. */
  readonly right: readonly Token[];
}

/**
 * Splits a filter into clauses. White space alone separates as well as AND, and AND may lead, trail or repeat.
 * What belongs to no clause is told all at once, as MLflow does.
 * @param tell MLflow's message for the texts that are not clauses
 */
export function splitClauses(
  text: string,
  tell: (invalid: readonly string[]) => string,
): readonly RawClause[] {
  const { clauses, invalid } = readClauses(tokenize(text));
  const [first] = invalid;
  if (first !== undefined) {
    throw new FilterFailure(tell(invalid.map(({ start, end }) => text.slice(start, end))), first, [
      'a comparison such as metrics.accuracy > 0.9',
      'AND',
    ]);
  }
  return clauses;
}

interface Sorted {
  readonly clauses: readonly RawClause[];
  readonly invalid: readonly Span[];
}

/** Sorts tokens into clauses and what belongs to none, in time that grows with their number alone. */
export function readClauses(tokens: readonly Token[]): Sorted {
  const source: Source = { tokens, closers: matchParentheses(tokens) };
  const clauses: RawClause[] = [];
  const invalid: Span[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isWord(token, 'AND')) {
      at += 1;
      continue;
    }
    const clause = readClause(source, at);
    if (Array.isArray(clause)) {
      invalid.push(...clause);
      at += tokensWithin(tokens, at, clause.at(-1)?.end ?? token.end);
    } else {
      clauses.push(clause.clause);
      at = clause.next;
    }
  }
  return { clauses, invalid };
}

/** A filter's tokens, and for each that opens a parenthesis the place of the one that closes it, where there is one. */
interface Source {
  readonly tokens: readonly Token[];
  readonly closers: ReadonlyMap<number, number>;
}

/** All at once: to look for each from where it opens would take a filter of many open ones quadratic time. */
export function matchParentheses(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const closers = new Map<number, number>();
  const open: number[] = [];
  for (const [index, { kind }] of tokens.entries()) {
    if (kind === 'open') open.push(index);
    const opener = kind === 'close' ? open.pop() : undefined;
    if (opener !== undefined) closers.set(opener, index);
  }
  return closers;
}

function tokensWithin(tokens: readonly Token[], from: number, end: number): number {
  let count = 1;
  while ((tokens[from + count]?.end ?? Infinity) <= end) count += 1;
  return count;
}

export function isWord(token: Token | undefined, text: string): boolean {
  return token?.kind === 'keyword' && token.text.toUpperCase() === text;
}

/** The clause that begins at `at` and where the next one does, or the parts that are none. */
function readClause(source: Source, at: number): { clause: RawClause; next: number } | Span[] {
  const { tokens } = source;
  const left = tokens[at];
  if (left === undefined) return [];
  if (left.kind === 'open') return [parenthesis(source, at)];
  if (!['name', 'quoted', 'number', 'call'].includes(left.kind)) return [left];
  const subject = readSubject(tokens, at);
  const found = readOperator(tokens, subject.next);
  if (found === undefined) return [subject.left];
  const right = readRight(source, found);
  if (right === undefined) {
    const rest = tokens[found.next];
    const missing = rest === undefined || isWord(rest, 'AND') || rest.kind === 'name' ? [] : [rest];
    return [subject.left, found.span, ...missing];
  }
  const end = right.at(-1)?.end ?? found.span.end;
  return {
    clause: {
      left: subject.left,
      operator: found.operator,
      operatorSpan: found.span,
      right,
      start: left.start,
      end,
    },
    next: found.next + right.length,
  };
}

const arithmetic = /^[-+/%^&*@:]+$/;

/** The left side; arithmetic right behind a name (`metrics.val-loss`) is taken along, to be refused as a whole. */
function readSubject(tokens: readonly Token[], at: number): { readonly left: Token; readonly next: number } {
  const [first, sign, second] = tokens.slice(at, at + 3);
  if (first === undefined) throw new RangeError('There is no token to begin with.');
  const isJoined =
    first.kind === 'name' &&
    sign !== undefined &&
    second !== undefined &&
    !sign.apart &&
    !second.apart &&
    ((sign.kind === 'junk' && arithmetic.test(sign.text) && ['name', 'number'].includes(second.kind)) ||
      (sign.kind === 'number' && sign.text.startsWith('-')));
  if (isJoined) {
    const last = sign.kind === 'number' ? sign : second;
    const next = at + (sign.kind === 'number' ? 2 : 3);
    const text = `${first.text}${sign.text}${sign.kind === 'number' ? '' : second.text}`;
    return { left: { kind: 'call', text, start: first.start, end: last.end, apart: first.apart }, next };
  }
  return { left: first, next: at + 1 };
}

interface FoundOperator {
  readonly operator: string;
  readonly span: Span;
  readonly next: number;
}

const wordOperators = [
  'LIKE',
  'ILIKE',
  'RLIKE',
  'NOT LIKE',
  'NOT ILIKE',
  'NOT RLIKE',
  'IN',
  'NOT IN',
  'IS NULL',
  'IS NOT NULL',
].map((operator) => operator.split(' '));

function readOperator(tokens: readonly Token[], at: number): FoundOperator | undefined {
  const first = tokens[at];
  if (first?.kind === 'operator') return { operator: first.text, span: first, next: at + 1 };
  for (const words of wordOperators) {
    if (words.every((each, index) => isWord(tokens[at + index], each))) {
      const last = tokens[at + words.length - 1];
      const span = { start: first?.start ?? 0, end: last?.end ?? 0 };
      return { operator: words.join(' '), span, next: at + words.length };
    }
  }
  return undefined;
}

function readRight(
  { tokens, closers }: Source,
  { operator, next }: FoundOperator,
): readonly Token[] | undefined {
  if (operator.startsWith('IS ')) return [];
  const first = tokens[next];
  if (first === undefined) return undefined;
  if (first.kind === 'open') {
    const closer = closers.get(next);
    return closer === undefined ? undefined : tokens.slice(next, closer + 1);
  }
  if (operator.endsWith('IN')) return undefined;
  return ['name', 'quoted', 'number', 'call'].includes(first.kind) || isWord(first, 'NULL')
    ? [first]
    : undefined;
}

/** From an opening parenthesis to its closing one, or to the end of the text. */
function parenthesis({ tokens, closers }: Source, at: number): Span {
  const start = tokens[at]?.start ?? 0;
  const last = closers.get(at) ?? tokens.length - 1;
  return { start, end: tokens[last]?.end ?? start };
}
