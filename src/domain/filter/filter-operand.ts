import type { Field, QuotedText } from './filter-ast.ts';
import type { RawClause } from './filter-clauses.ts';
import type { FilterDialect } from './filter-dialect.ts';
import { FilterFailure } from './filter-failure.ts';
import { unquote } from './filter-field.ts';
import type { Token } from './filter-tokens.ts';

/** The most values one list may hold. */
export const maxListItems = 10_000;
/** The longest pattern of a LIKE, in characters. */
export const maxPatternLength = 10_000;

export function readNumber(clause: RawClause, field: Field): number {
  const [token] = clause.right;
  if (token?.kind === 'number' && clause.right.length === 1) return Number(token.text);
  const what = field.entity === 'metric' ? 'metric' : `numeric attribute: ${field.key}`;
  throw new FilterFailure(
    `Expected numeric value type for ${what}. Found ${textOf(clause.right)}`,
    spanOf(clause),
    [field.entity === 'metric' ? 'a number such as 0.9, without quotes' : 'UTC milliseconds, without quotes'],
  );
}

export function readText(clause: RawClause, field: Field): QuotedText {
  const [token] = clause.right;
  if (token?.kind === 'quoted') {
    const operand = toQuotedText(token);
    if (clause.operator.endsWith('LIKE') && operand.value.length > maxPatternLength) {
      throw new FilterFailure(`A pattern may have at most ${maxPatternLength} characters.`, token);
    }
    return operand;
  }
  const expected = ["text in quotes, such as 'adam'"];
  if (token?.kind === 'name') {
    throw new FilterFailure(
      `Parameter value is either not quoted or unidentified quote types used for string value ${token.text}. Use either single or double quotes.`,
      token,
      expected,
    );
  }
  const found = textOf(clause.right);
  const message =
    field.entity === 'attribute'
      ? `Expected a quoted string value for attributes. Got value ${found}`
      : field.entity === 'dataset'
        ? `Expected a quoted string value for dataset attributes. Got value ${found}`
        : `Expected a quoted string value for ${field.entity} (e.g. 'my-value'). Got value ${found}`;
  throw new FilterFailure(message, spanOf(clause), expected);
}

/** The items between the parentheses; one trailing comma is taken, as Python's tuples have it. */
export function readList(clause: RawClause, field: Field, dialect: FilterDialect): readonly QuotedText[] {
  if (!dialect.operators(field.entity, field.key).includes('IN')) {
    if (field.entity === 'attribute') throw new FilterFailure(dialect.messages.noList(), spanOf(clause));
    throw new FilterFailure(
      `Expected a quoted string value for ${field.entity} (e.g. 'my-value'). Got value ${textOf(clause.right)}`,
      spanOf(clause),
    );
  }
  const inner = clause.right.slice(1, -1);
  const items = inner.filter((_token, index) => index % 2 === 0);
  const commas = inner.filter((_token, index) => index % 2 === 1);
  if (items.length === 0) throw listFailure('a non-empty list of string values, but got empty list', clause);
  if (!items.every((each) => each.kind === 'quoted') || !commas.every((each) => each.kind === 'comma')) {
    const found = textOf(clause.right);
    throw listFailure(
      `string value, punctuation, or whitespace, but got different type in list: ${found}`,
      clause,
    );
  }
  if (items.length > maxListItems) {
    throw new FilterFailure(`A list may have at most ${maxListItems} values.`, spanOf(clause));
  }
  return items.map((each) => toQuotedText(each));
}

function listFailure(expected: string, clause: RawClause): FilterFailure {
  const message = `While parsing a list in the query, expected ${expected}`;
  return new FilterFailure(message, spanOf(clause), ["a list of texts such as ('a', 'b')"]);
}

export function toQuotedText(token: Token): QuotedText {
  const { text, quote } = unquote(token.text);
  return { value: text, ...(quote === undefined ? {} : { quote }) };
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token, index) => (index > 0 && token.apart ? ' ' : '') + token.text).join('');
}

function spanOf(clause: RawClause): { readonly start: number; readonly end: number } {
  const first = clause.right[0];
  return { start: first?.start ?? clause.end, end: clause.end };
}
