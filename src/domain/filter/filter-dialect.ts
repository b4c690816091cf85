import type { Entity, Operator } from './filter-ast.ts';

/**
 * What may be searched for one kind of thing: the same grammar with other fields. Messages are those of an MLflow
 * server, which clients and people already know.
 */
export interface FilterDialect {
  /** Entities as they may be written. */
  readonly entities: Readonly<Record<string, Entity>>;
  /** Attributes as they may be written, to the canonical key. */
  readonly attributes: Readonly<Record<string, string>>;
  /** As `attributes`, for order terms. */
  readonly orderable: Readonly<Record<string, string>>;
  /** Canonical keys of attributes that hold numbers. */
  readonly numericAttributes: readonly string[];
  readonly datasetKeys: readonly string[];
  operators(this: void, entity: Entity, key: string): readonly Operator[];
  readonly messages: DialectMessages;
}

export interface DialectMessages {
  blank(this: void, text: string): string;
  invalidClauses(this: void, invalid: readonly string[], text: string): string;
  unknownEntity(this: void, entity: string): string;
  unknownOperator(this: void, operator: string, allowed: readonly string[], field: string): string;
  noNullTest(this: void, entity: Entity, key: string): string;
  noList(this: void): string;
}

/** Python's way to print a set of strings, in an order that stays. */
export function quoteSet(names: readonly string[]): string {
  return `{${names.map((name) => `'${name}'`).join(', ')}}`;
}

export const commonMessages = {
  blank: (text: string) => `Invalid filter '${text}'. Could not be parsed.`,
  invalidClauses: (invalid: readonly string[]) =>
    `Invalid clause(s) in filter string: ${invalid.map((each) => `'${each}'`).join(', ')}`,
  unknownOperator: (operator: string, allowed: readonly string[]) =>
    `Invalid comparator '${operator}' not one of '${quoteSet(allowed)}'`,
} as const;
