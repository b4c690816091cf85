import {
  type Condition,
  type Expression,
  type Field,
  listOperators,
  matchOperators,
  nullOperators,
  numberOperators,
  rangeOperators,
  type Span,
  textOperators,
  type ValueTerm,
} from './filter-ast.ts';
import { FilterFailure } from './filter-failure.ts';
import { toQuotedText } from './filter-operand.ts';
import { operatorAt, operatorsOf, type StudioOperator } from './studio-operator.ts';
import {
  arithmeticAt,
  chunkEnd,
  type ExpressionType,
  isFieldToken,
  readExpression,
  typeOf,
} from './studio-expression.ts';
import { isNumberList, readItems, readPatternText, readQuoted, readRight } from './studio-value.ts';
import { isBareWord } from './bare-word.ts';
import { summaryAt } from './term-parse.ts';
import { endOfTaken, misplaced, nextSpan, peek, type TokenCursor } from './token-cursor.ts';

/** Reads one condition: a comparison, a test, or free text. */
export function readCondition(cursor: TokenCursor): Condition {
  const { start } = nextSpan(cursor);
  const words = readWords(cursor);
  if (words !== undefined) return words;
  const left = readExpression(cursor);
  const type = typeOf(left);
  const found = operatorAt(cursor);
  if (found === undefined) {
    const flag = left.kind === 'value' && left.term.summary === 'has_nan' ? left.term : undefined;
    if (flag === undefined) throw misplaced(cursor, operatorsOf(type));
    return { kind: 'flag', ...flag, span: { start, end: endOfTaken(cursor) } };
  }
  const { operator } = found;
  if (operator === undefined || !operatorsOf(type).includes(operator)) {
    const message = `'${found.text}' does not go with ${nameOf(type)}.`;
    throw new FilterFailure(message, found.span, operatorsOf(type));
  }
  cursor.at += found.tokens;
  const condition = readBehind(cursor, { left, type, operator, span: found.span });
  return { ...condition, span: { start, end: endOfTaken(cursor) } };
}

const names: Readonly<Record<ExpressionType, string>> = {
  text: 'a text',
  keyed: 'a parameter or tag',
  number: 'a number',
  time: 'a time',
  duration: 'a duration',
};

function nameOf(type: ExpressionType): string {
  return names[type];
}

interface Head {
  readonly left: Expression;
  readonly type: ExpressionType;
  readonly operator: StudioOperator;
  readonly span: Span;
}

function readBehind(cursor: TokenCursor, head: Head): Condition {
  const { left, operator } = head;
  if (isOneOf(nullOperators, operator)) return { kind: 'null', ...termOf(head), operator };
  if (isOneOf(rangeOperators, operator)) return { left, operator, ...readRange(cursor, head.type) };
  if (isOneOf(listOperators, operator)) {
    if (isNumberList(cursor, head.type)) {
      return {
        kind: 'numbers',
        left,
        operator,
        items: readItems(cursor, 'number').map(({ text }) => Number(text)),
      };
    }
    const items = readItems(cursor, 'quoted').map((token) => toQuotedText(token));
    return { kind: 'list', field: fieldOf(head), operator, items };
  }
  if (isOneOf(matchOperators, operator)) {
    return { kind: 'match', field: fieldOf(head), operator, ...readPatternText(cursor, operator) };
  }
  const isText = head.type === 'text' || operator.endsWith('LIKE') || isQuoted(cursor, head.type);
  if (isText && isOneOf(textOperators, operator)) {
    const text = operator.endsWith('LIKE') ? readPatternText(cursor, operator) : readQuoted(cursor);
    return { kind: 'text', field: fieldOf(head), operator, ...text };
  }
  if (!isOneOf(numberOperators, operator)) throw misplaced(cursor, ['a value']);
  const right = readRight(cursor, head.type);
  if (left.kind !== 'value' || right.kind !== 'constant') return { kind: 'measure', left, operator, right };
  return { kind: 'number', ...left.term, operator, value: right.value };
}

function readRange(cursor: TokenCursor, type: ExpressionType) {
  const low = readRight(cursor, type);
  const and = peek(cursor);
  if (and?.kind !== 'keyword' || and.text.toUpperCase() !== 'AND') throw misplaced(cursor, ['AND']);
  cursor.at += 1;
  return { kind: 'range', low, high: readRight(cursor, type) } as const;
}

function isQuoted(cursor: TokenCursor, type: ExpressionType): boolean {
  return type === 'keyed' && peek(cursor)?.kind === 'quoted';
}

function termOf({ left, operator, span }: Head): ValueTerm {
  if (left.kind === 'value') return left.term;
  throw new FilterFailure(`'${operator}' asks for one value, not for a calculation.`, span, numberOperators);
}

function fieldOf(head: Head): Field {
  return termOf(head).field;
}

function isOneOf<O extends string>(list: readonly O[], text: string): text is O {
  return (list as readonly string[]).includes(text);
}

/** Free text at the cursor: quoted, or a bare word that is no field and is compared with nothing. */
function readWords(cursor: TokenCursor): Condition | undefined {
  const token = peek(cursor);
  if (token === undefined || !['name', 'number', 'quoted'].includes(token.kind)) return undefined;
  if (token.kind === 'name' && (isFieldToken(token) || summaryAt(cursor) !== undefined)) return undefined;
  const end = token.kind === 'quoted' ? cursor.at + 1 : chunkEnd(cursor, cursor.at);
  const behind = { ...cursor, at: end };
  if (operatorAt(behind) !== undefined || arithmeticAt(behind) !== undefined) return undefined;
  const span = { start: token.start, end: cursor.tokens[end - 1]?.end ?? token.end };
  const bare = cursor.text.slice(span.start, span.end);
  const text = token.kind === 'quoted' ? toQuotedText(token) : isBareWord(bare) ? { value: bare } : undefined;
  // What a last backslash does to the quote depends on what follows: such a text could not be written elsewhere.
  if (text === undefined || text.value.endsWith('\\')) return undefined;
  cursor.at = end;
  return { kind: 'words', ...text, span };
}
