import {
  type Comparison,
  type ListOperator,
  listOperators,
  type NullOperator,
  nullOperators,
  type NumberOperator,
  numberOperators,
  type Operator,
  type PlainFilter,
  type TextOperator,
  textOperators,
} from './filter-ast.ts';
import { type RawClause, splitClauses } from './filter-clauses.ts';
import type { FilterDialect } from './filter-dialect.ts';
import { FilterFailure } from './filter-failure.ts';
import { readField } from './filter-field.ts';
import { readList, readNumber, readText } from './filter-operand.ts';

/** The longest filter that is read, in characters. */
export const maxFilterLength = 100_000;
/** The most comparisons in one filter: more would be a query that no database plans in useful time. */
export const maxClauses = 200;

/**
 * Reads a filter in MLflow's grammar. The empty text matches everything; one of only blanks is a mistake.
 * Throws nothing but `FilterFailure`.
 */
export function parseFilter(text: string, dialect: FilterDialect): PlainFilter {
  if (text === '') return { kind: 'all', terms: [] };
  const whole = { start: 0, end: text.length };
  if (text.length > maxFilterLength) {
    throw new FilterFailure(`A filter may have at most ${maxFilterLength} characters.`, whole);
  }
  if (text.trim() === '') throw new FilterFailure(dialect.messages.blank(text), whole, ['nothing at all']);
  const clauses = splitClauses(text, (invalid) => dialect.messages.invalidClauses(invalid, text));
  if (clauses.length > maxClauses) {
    throw new FilterFailure(`A filter may have at most ${maxClauses} comparisons.`, whole);
  }
  return { kind: 'all', terms: clauses.map((clause) => readComparison(clause, dialect)) };
}

function readComparison(clause: RawClause, dialect: FilterDialect): Comparison {
  const { left, operator } = clause;
  if (left.kind === 'number' || left.kind === 'call' || left.text.startsWith("'")) {
    throw new FilterFailure(`Invalid comparison clause. Expected 'Identifier' found '${left.text}'`, left, [
      'metrics.…',
      'params.…',
      'tags.…',
      'an attribute',
    ]);
  }
  const field = readField(left.text, left, dialect);
  const base = { field, span: { start: clause.start, end: clause.end } };
  const allowed = dialect.operators(field.entity, field.key);
  if (isOneOf(nullOperators, operator)) {
    if (!allowed.includes(operator)) {
      throw new FilterFailure(
        dialect.messages.noNullTest(field.entity, field.key),
        clause.operatorSpan,
        allowed,
      );
    }
    return { kind: 'null', ...base, operator };
  }
  const isNumeric = allowed.includes('>');
  if (isNumeric) {
    const value = readNumber(clause, field);
    return { kind: 'number', ...base, operator: allowedAs(numberOperators, clause, allowed, dialect), value };
  }
  if (clause.right[0]?.kind === 'open') {
    const items = readList(clause, field, dialect);
    return { kind: 'list', ...base, operator: allowedAs(listOperators, clause, allowed, dialect), items };
  }
  const text = readText(clause, field);
  return { kind: 'text', ...base, operator: allowedAs(textOperators, clause, allowed, dialect), ...text };
}

type Kind = NumberOperator | TextOperator | ListOperator | NullOperator;

function allowedAs<O extends Kind>(
  kind: readonly O[],
  clause: RawClause,
  allowed: readonly Operator[],
  dialect: FilterDialect,
): O {
  const { operator } = clause;
  if (isOneOf(kind, operator) && isOneOf(allowed, operator)) return operator;
  const message = dialect.messages.unknownOperator(operator, allowed, clause.left.text);
  throw new FilterFailure(message, clause.operatorSpan, allowed);
}

function isOneOf<O extends string>(list: readonly O[], text: string): text is O {
  return (list as readonly string[]).includes(text);
}
