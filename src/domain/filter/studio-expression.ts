import type { Arithmetic, Entity, Expression, Field } from './filter-ast.ts';
import { studioDialect } from './filter-dialects.ts';
import { FilterFailure } from './filter-failure.ts';
import { printField } from './filter-print.ts';
import type { Token } from './filter-tokens.ts';
import { readTerm, summaryAt } from './term-parse.ts';
import { deeper, misplaced, peek, shortened, take, type TokenCursor } from './token-cursor.ts';

/** What an expression is: texts, texts that may be numbers, numbers, points in time, or lengths of time. */
export type ExpressionType = 'text' | 'keyed' | 'number' | 'time' | 'duration';

const sums: readonly Arithmetic[] = ['+', '-'];
const products: readonly Arithmetic[] = ['*', '/'];

/** The most signs of arithmetic in one filter: what is calculated is a tree that is walked down to its leaves. */
const mostOperations = 200;

/** Reads values, numbers and arithmetic up to whatever is none of them. */
export function readExpression(cursor: TokenCursor): Expression {
  return readOperations(cursor, sums, () => readOperations(cursor, products, () => readOperand(cursor)));
}

function readOperations(
  cursor: TokenCursor,
  operators: readonly Arithmetic[],
  readPart: () => Expression,
): Expression {
  let left = readPart();
  for (;;) {
    const operator = arithmeticAt(cursor);
    if (operator === undefined || !operators.includes(operator)) return left;
    requireNumber(left, cursor, 1);
    const keySpan = joinedKey(cursor);
    cursor.at += 1;
    if (keySpan !== undefined) throw keySpan;
    countOperation(cursor);
    const right = readPart();
    requireNumber(right, cursor, 1);
    left = { kind: 'arithmetic', operator, left, right };
  }
}

/** Counts the sign that was just taken. */
function countOperation(cursor: TokenCursor): void {
  cursor.operations += 1;
  if (cursor.operations <= mostOperations) return;
  const message = `A filter may calculate with at most ${mostOperations} signs of arithmetic.`;
  throw new FilterFailure(message, peek(cursor, -1) ?? { start: 0, end: 0 });
}

export function arithmeticAt(cursor: TokenCursor): Arithmetic | undefined {
  const token = peek(cursor);
  return token?.kind === 'junk' ? [...sums, ...products].find((each) => each === token.text) : undefined;
}

/** `metrics.val/loss`: a key that wants back-ticks, rather than a division by something called loss. */
function joinedKey(cursor: TokenCursor): FilterFailure | undefined {
  const [before, sign, after] = [peek(cursor, -1), peek(cursor), peek(cursor, 1)];
  if (before?.kind !== 'name' || sign?.apart !== false || after?.apart !== false) return undefined;
  if (!['name', 'number'].includes(after.kind) || isFieldToken(after)) return undefined;
  const dotAt = before.text.indexOf('.');
  if (dotAt === -1) return undefined;
  const last = cursor.tokens[chunkEnd(cursor, cursor.at) - 1] ?? after;
  const key = cursor.text.slice(before.start + dotAt + 1, last.end);
  const written = `${before.text.slice(0, dotAt + 1)}${key}`;
  const expected = [
    `${before.text.slice(0, dotAt + 1)}\`${key}\``,
    ...(after.kind === 'number' ? [`${before.text} ${sign.text} ${after.text}`] : []),
  ];
  const span = { start: before.start, end: last.end };
  return new FilterFailure(`The key in '${shortened(written)}' needs back-ticks.`, span, expected);
}

/** Where the tokens end that nothing sets apart from the one before, be it white space, a bracket or an operator. */
export function chunkEnd(cursor: TokenCursor, from: number): number {
  let at = from + 1;
  for (;;) {
    const token = cursor.tokens[at];
    if (token === undefined || token.apart || !['name', 'number', 'junk', 'keyword'].includes(token.kind))
      return at;
    at += 1;
  }
}

function readOperand(cursor: TokenCursor): Expression {
  const token = peek(cursor);
  if (token?.kind === 'open') {
    cursor.at += 1;
    const inner = deeper(cursor, () => readExpression(cursor));
    take(cursor, 'close', ')');
    return inner;
  }
  if (token?.kind === 'number') {
    cursor.at += 1;
    return { kind: 'constant', value: Number(token.text) };
  }
  if (token?.kind === 'junk' && token.text === '-') {
    cursor.at += 1;
    countOperation(cursor);
    const right = deeper(cursor, () => readOperand(cursor));
    return { kind: 'arithmetic', operator: '-', left: { kind: 'constant', value: 0 }, right };
  }
  if (token?.kind === 'name' && summaryAt(cursor) === undefined && !isFieldToken(token)) {
    throw unknownName(token);
  }
  if (token === undefined || !(token.kind === 'name' || token.text.startsWith('"'))) {
    throw misplaced(cursor, ['a metric, parameter, tag, attribute', 'a number']);
  }
  return { kind: 'value', term: readTerm(cursor) };
}

/** Whether a name is one of a run's fields, rightly written or not. */
export function isFieldToken({ text }: Token): boolean {
  const dotAt = text.indexOf('.');
  if (dotAt === -1) return Object.hasOwn(studioDialect.attributes, text.replaceAll(/^[`"]|[`"]$/g, ''));
  return Object.hasOwn(studioDialect.entities, text.slice(0, dotAt).replaceAll('`', ''));
}

const keyed: readonly Entity[] = ['metric', 'parameter', 'tag'];

function unknownName(token: Token): FilterFailure {
  const key = token.text.replaceAll(/["'`]/g, '');
  const expected = keyed.map((entity) => printField({ entity, key }));
  return new FilterFailure(`'${shortened(token.text)}' is no attribute of runs.`, token, expected);
}

function requireNumber(expression: Expression, cursor: TokenCursor, behind: number): void {
  // What was calculated is no text, whatever with: a long sum is not walked again for each of its signs.
  if (expression.kind === 'arithmetic' || typeOf(expression) !== 'text') return;
  throw new FilterFailure(
    'Only numbers can be calculated with.',
    peek(cursor, -behind) ?? { start: 0, end: 0 },
    ['a metric', 'a parameter', 'a number'],
  );
}

export function typeOf(expression: Expression): ExpressionType {
  switch (expression.kind) {
    case 'constant':
      return 'number';
    case 'moment':
      return 'time';
    case 'duration':
      return 'duration';
    case 'value':
      return expression.term.summary === undefined ? typeOfField(expression.term.field) : 'number';
    case 'arithmetic': {
      const types = [typeOf(expression.left), typeOf(expression.right)];
      return types.includes('time') || types.includes('duration') ? 'duration' : 'number';
    }
    default:
      return expression satisfies never;
  }
}

export function typeOfField({ entity, key }: Field): ExpressionType {
  if (entity === 'metric') return 'number';
  if (entity === 'parameter' || entity === 'tag') return 'keyed';
  if (entity === 'attribute' && studioDialect.numericAttributes.includes(key)) {
    return key === 'duration' ? 'duration' : 'time';
  }
  return 'text';
}
