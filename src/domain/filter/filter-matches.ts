import type { Comparison, Field, FilterNode, NumberOperator, TextOperator } from './filter-ast.ts';
import { lowerAscii, matchesLike } from './like.ts';

/** What a filter asks of a thing. `undefined` where it has no such value. */
export interface FilterSubject {
  /** The latest value; may be NaN. */
  metric(this: void, key: string): number | undefined;
  parameter(this: void, key: string): string | undefined;
  tag(this: void, key: string): string | undefined;
  attribute(this: void, key: string): string | number | undefined;
  readonly datasets: readonly {
    readonly name: string;
    readonly digest: string;
    readonly context?: string | undefined;
  }[];
}

/** Whether a thing passes a filter: the same answer that the database gives, without one. */
export function matchesFilter(node: FilterNode, subject: FilterSubject): boolean {
  if (node.kind === 'all') return node.terms.every((term) => matchesFilter(term, subject));
  const values = valuesOf(node.field, subject);
  if (node.operator === 'IS NULL') return values.length === 0;
  // A missing value never matches, not even `!=`.
  return values.some((value) => matchesValue(node, value));
}

function valuesOf({ entity, key }: Field, subject: FilterSubject): readonly (string | number)[] {
  if (entity === 'dataset') {
    return subject.datasets.flatMap(({ name, digest, context }) => {
      const value = key === 'name' ? name : key === 'digest' ? digest : context;
      return value === undefined ? [] : [value];
    });
  }
  const value = subject[entity](key);
  return value === undefined ? [] : [value];
}

function matchesValue(node: Comparison, value: string | number): boolean {
  switch (node.kind) {
    case 'null':
      return true;
    case 'number':
      return typeof value === 'number' && numberTests[node.operator](value, node.value);
    case 'text':
      return typeof value === 'string' && textTests[node.operator](value, node.value);
    case 'list':
      return node.items.some((item) => item.value === value) === (node.operator === 'IN');
    default:
      return node satisfies never;
  }
}

const numberTests: Readonly<Record<NumberOperator, (value: number, wanted: number) => boolean>> = {
  '=': (value, wanted) => value === wanted,
  '!=': (value, wanted) => value !== wanted,
  '>': (value, wanted) => value > wanted,
  '>=': (value, wanted) => value >= wanted,
  '<': (value, wanted) => value < wanted,
  '<=': (value, wanted) => value <= wanted,
};

const textTests: Readonly<Record<TextOperator, (value: string, wanted: string) => boolean>> = {
  '=': (value, wanted) => value === wanted,
  '!=': (value, wanted) => value !== wanted,
  LIKE: matchesLike,
  ILIKE: (value, wanted) => matchesLike(lowerAscii(value), lowerAscii(wanted)),
};
