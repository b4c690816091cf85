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

export const summaries = ['min', 'max', 'mean', 'first', 'best', 'count', 'at', 'has_nan'] as const;
/**
 * What is taken of all points of a metric in place of its latest value. `min`, `max` and `mean` are over the finite
 * values, `best` is the greatest or least by the metric's direction (none: no value), `first` is the point of the least
 * step, `count` the number of points, `at` the value at one step exactly, `has_nan` 1 or 0.
 */
export type Summary = (typeof summaries)[number];

/** One value of a run, to show, to order by or to compare: `metrics.loss`, `min(metrics.loss)`, `params.lr`. */
export interface ValueTerm {
  readonly field: Field;
  /** Of metrics alone; absent: the latest value. */
  readonly summary?: Summary;
  /** With the summary `at` alone. */
  readonly step?: number;
}

interface ComparisonBase extends ValueTerm {
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

/** What every language of ours has: comparisons that must all hold; none: everything matches. */
export interface PlainFilter {
  readonly kind: 'all';
  readonly terms: readonly Comparison[];
}

export const matchOperators = ['NOT LIKE', 'NOT ILIKE', 'CONTAINS', 'NOT CONTAINS', '~', '!~'] as const;
export type MatchOperator = (typeof matchOperators)[number];

/** A text and a pattern in ways that MLflow lacks. `CONTAINS` heeds no case; `~` is a pattern as `parsePattern` reads. */
export interface MatchCondition extends QuotedText {
  readonly kind: 'match';
  readonly field: Field;
  readonly operator: MatchOperator;
  readonly span?: Span;
}

export type Arithmetic = '+' | '-' | '*' | '/';

/** What is calculated from values and constants. `moment` and `duration` are texts, which `settleFilter` reads. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: number }
  | ({ readonly kind: 'moment' | 'duration' } & QuotedText)
  | { readonly kind: 'value'; readonly term: ValueTerm }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    };

/** One calculated number against another. */
export interface MeasureCondition {
  readonly kind: 'measure';
  readonly left: Expression;
  readonly operator: NumberOperator;
  readonly right: Expression;
  readonly span?: Span;
}

export const rangeOperators = ['BETWEEN', 'NOT BETWEEN'] as const;

/** Both ends belong to it. */
export interface RangeCondition {
  readonly kind: 'range';
  readonly left: Expression;
  readonly operator: (typeof rangeOperators)[number];
  readonly low: Expression;
  readonly high: Expression;
  readonly span?: Span;
}

export interface NumbersCondition {
  readonly kind: 'numbers';
  readonly left: Expression;
  readonly operator: ListOperator;
  readonly items: readonly number[];
  readonly span?: Span;
}

/** `has_nan(metrics.loss)` by itself. */
export interface FlagCondition extends ValueTerm {
  readonly kind: 'flag';
  readonly span?: Span;
}

/** Free text: found, in any case, in a run's name, note, tags, parameters or user. */
export interface WordsCondition extends QuotedText {
  readonly kind: 'words';
  readonly span?: Span;
}

export type Condition =
  | Comparison
  | MatchCondition
  | MeasureCondition
  | RangeCondition
  | NumbersCondition
  | FlagCondition
  | WordsCondition;

/** Every term must hold; none: everything matches. */
export interface AllOf {
  readonly kind: 'all';
  readonly terms: readonly FilterNode[];
}

/** One of the terms must hold. */
export interface AnyOf {
  readonly kind: 'any';
  readonly terms: readonly FilterNode[];
}

/** True where the term is not, so also where what it asks for is missing. */
export interface NotOf {
  readonly kind: 'not';
  readonly term: FilterNode;
}

/** A filter of the studio. Whoever reads one does so by a switch over `kind`. */
export type FilterNode = AllOf | AnyOf | NotOf | Condition;

export interface OrderTerm extends ValueTerm {
  readonly ascending: boolean;
}
