/** The filter language as a tree. Spans are character offsets into the text, end exclusive. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export const entities = ['metric', 'parameter', 'tag', 'attribute', 'dataset'] as const;
/** What a field belongs to. Names are MLflow's own, as its messages print them. */
export type Entity = (typeof entities)[number];

export const numberOperators = ['=', '!=', '>', '>=', '<', '<='] as const;
export const textOperators = ['=', '!=', 'LIKE', 'ILIKE'] as const;
export const listOperators = ['IN', 'NOT IN'] as const;
export const nullOperators = ['IS NULL', 'IS NOT NULL'] as const;

export type NumberOperator = (typeof numberOperators)[number];
export type TextOperator = (typeof textOperators)[number];
export type ListOperator = (typeof listOperators)[number];
export type NullOperator = (typeof nullOperators)[number];
export type Operator = NumberOperator | TextOperator | ListOperator | NullOperator;

/** How a key or text was quoted; none for a bare key. Left out by builders: the printer then chooses. */
export type Quote = "'" | '"' | '`';

export interface Field {
  readonly entity: Entity;
  /** Attributes under their one canonical name; all other keys as logged. */
  readonly key: string;
  readonly quote?: Quote;
}

interface ComparisonBase {
  readonly field: Field;
  readonly span?: Span;
}

export interface NumberComparison extends ComparisonBase {
  readonly kind: 'number';
  readonly operator: NumberOperator;
  readonly value: number;
}

/** Text as a filter holds it. */
export interface QuotedText {
  readonly value: string;
  readonly quote?: Quote;
}

export interface TextComparison extends ComparisonBase, QuotedText {
  readonly kind: 'text';
  readonly operator: TextOperator;
}

export interface ListComparison extends ComparisonBase {
  readonly kind: 'list';
  readonly operator: ListOperator;
  readonly items: readonly QuotedText[];
}

export interface NullComparison extends ComparisonBase {
  readonly kind: 'null';
  readonly operator: NullOperator;
}

export type Comparison = NumberComparison | TextComparison | ListComparison | NullComparison;

/** Every term must hold; none: everything matches. */
export interface AllOf {
  readonly kind: 'all';
  readonly terms: readonly FilterNode[];
}

/** Wider languages add kinds here; whoever reads a tree does so by a switch over `kind`. */
export type FilterNode = AllOf | Comparison;

export interface OrderTerm {
  readonly field: Field;
  readonly ascending: boolean;
}
