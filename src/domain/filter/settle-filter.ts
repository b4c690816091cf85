import type {
  AllOf,
  Comparison,
  Condition,
  Expression,
  FilterNode,
  ListOperator,
  MatchCondition,
  MeasureCondition,
  NumberOperator,
  ValueTerm,
  WordsCondition,
} from './filter-ast.ts';
import { operations } from './filter-matches.ts';
import { parseDuration, parsePeriod } from './filter-moment.ts';

/** What is calculated, without words for times. */
export type SettledExpression =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'value'; readonly term: ValueTerm }
  | {
      readonly kind: 'arithmetic';
      readonly operator: keyof typeof operations;
      readonly left: SettledExpression;
      readonly right: SettledExpression;
    };

export interface SettledMeasure {
  readonly kind: 'measure';
  readonly left: SettledExpression;
  readonly operator: NumberOperator;
  readonly right: SettledExpression;
}

export interface SettledNumbers {
  readonly kind: 'numbers';
  readonly left: SettledExpression;
  readonly operator: ListOperator;
  readonly items: readonly number[];
}

export type SettledCondition = Comparison | MatchCondition | SettledMeasure | SettledNumbers | WordsCondition;

export type SettledNode =
  | { readonly kind: 'all' | 'any'; readonly terms: readonly SettledNode[] }
  | { readonly kind: 'not'; readonly term: SettledNode }
  | SettledCondition;

/** A filter that says the same at any time: what a database is asked. Plain filters are settled as they are. */
export interface SettledFilter {
  readonly kind: 'all';
  readonly terms: readonly SettledNode[];
}

/** Settles what a filter says of times, and writes it in fewer kinds of conditions. */
export function settleFilter(filter: AllOf, nowMs: number): SettledFilter {
  return { kind: 'all', terms: filter.terms.map((term) => settle(term, nowMs)) };
}

function settle(node: FilterNode, nowMs: number): SettledNode {
  switch (node.kind) {
    case 'all':
    case 'any':
      return { kind: node.kind, terms: node.terms.map((term) => settle(term, nowMs)) };
    case 'not':
      return { kind: 'not', term: settle(node.term, nowMs) };
    default:
      return settleCondition(node, nowMs);
  }
}

function settleCondition(node: Condition, nowMs: number): SettledNode {
  switch (node.kind) {
    case 'flag': {
      const { kind: _kind, span: _span, ...term } = node;
      return { kind: 'number', ...term, operator: '=', value: 1 };
    }
    case 'measure':
      return settleMeasure(node, nowMs);
    case 'range': {
      const [left, low, high] = [node.left, node.low, node.high].map((each) => calculated(each, nowMs));
      if (left === undefined || low === undefined || high === undefined) return never;
      const inside: SettledNode = {
        kind: 'all',
        terms: [compare(left, '>=', low), compare(left, '<=', high)],
      };
      if (node.operator === 'BETWEEN') return inside;
      return {
        kind: 'all',
        terms: [present(left), present(low), present(high), { kind: 'not', term: inside }],
      };
    }
    case 'numbers': {
      const { operator, items } = node;
      return { kind: 'numbers', left: calculated(node.left, nowMs), operator, items };
    }
    default:
      return node;
  }
}

const never: SettledNode = { kind: 'any', terms: [] };

/** True wherever there is a number at all, NaN included. */
function present(left: SettledExpression): SettledNode {
  if (left.kind === 'constant') return { kind: 'all', terms: [] };
  const terms = (['=', '!='] as const).map((operator) =>
    compare(left, operator, { kind: 'constant', value: 0 }),
  );
  return { kind: 'any', terms };
}

function settleMeasure({ left, operator, right }: MeasureCondition, nowMs: number): SettledNode {
  const value = calculated(left, nowMs);
  if (right.kind === 'moment' && (operator === '=' || operator === '!=')) {
    const period = parsePeriod(right.value, nowMs);
    if (period === undefined) return never;
    const { startMs, endMs } = period;
    const bound = (ms: number): SettledExpression => ({ kind: 'constant', value: ms });
    if (startMs === endMs) return compare(value, operator, bound(startMs));
    const during: readonly SettledNode[] = [
      compare(value, '>=', bound(startMs)),
      compare(value, '<', bound(endMs)),
    ];
    const outside: readonly SettledNode[] = [
      compare(value, '<', bound(startMs)),
      compare(value, '>=', bound(endMs)),
    ];
    return operator === '=' ? { kind: 'all', terms: during } : { kind: 'any', terms: outside };
  }
  return compare(value, operator, calculated(right, nowMs));
}

const flipped: Readonly<Record<NumberOperator, NumberOperator>> = {
  '=': '=',
  '!=': '!=',
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
};

/** A value and a constant make a comparison that an index knows. */
function compare(
  left: SettledExpression,
  operator: NumberOperator,
  right: SettledExpression,
): SettledCondition {
  if (left.kind === 'value' && right.kind === 'constant') {
    return { kind: 'number', ...left.term, operator, value: right.value };
  }
  if (left.kind === 'constant' && right.kind === 'value') {
    return { kind: 'number', ...right.term, operator: flipped[operator], value: left.value };
  }
  return { kind: 'measure', left, operator, right };
}

function calculated(node: Expression, nowMs: number): SettledExpression {
  switch (node.kind) {
    case 'moment':
      return { kind: 'constant', value: parsePeriod(node.value, nowMs)?.startMs ?? Number.NaN };
    case 'duration':
      return { kind: 'constant', value: parseDuration(node.value) ?? Number.NaN };
    case 'arithmetic': {
      const left = calculated(node.left, nowMs);
      const right = calculated(node.right, nowMs);
      if (left.kind !== 'constant' || right.kind !== 'constant') {
        return { kind: 'arithmetic', operator: node.operator, left, right };
      }
      return { kind: 'constant', value: operations[node.operator](left.value, right.value) };
    }
    default:
      return node;
  }
}

/** The values that a filter asks for, wherever in it. */
export function termsOf(node: SettledNode): readonly ValueTerm[] {
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.terms.flatMap(termsOf);
    case 'not':
      return termsOf(node.term);
    case 'measure':
      return [...valuesOf(node.left), ...valuesOf(node.right)];
    case 'numbers':
      return valuesOf(node.left);
    case 'words':
      return [];
    default:
      return [node];
  }
}

/** The values that are calculated with. */
export function valuesOf(node: SettledExpression): readonly ValueTerm[] {
  if (node.kind === 'constant') return [];
  return node.kind === 'value' ? [node.term] : [...valuesOf(node.left), ...valuesOf(node.right)];
}

/** The same filter with other values in place of those it asks for. */
export function mapTerms(node: SettledNode, map: <T extends ValueTerm>(term: T) => T): SettledNode {
  switch (node.kind) {
    case 'all':
    case 'any':
      return { kind: node.kind, terms: node.terms.map((term) => mapTerms(term, map)) };
    case 'not':
      return { kind: 'not', term: mapTerms(node.term, map) };
    case 'measure':
      return { ...node, left: mapValues(node.left, map), right: mapValues(node.right, map) };
    case 'numbers':
      return { ...node, left: mapValues(node.left, map) };
    case 'number':
    case 'null':
      return map(node);
    default:
      return node;
  }
}

function mapValues(node: SettledExpression, map: <T extends ValueTerm>(term: T) => T): SettledExpression {
  if (node.kind === 'constant') return node;
  if (node.kind === 'value') return { kind: 'value', term: map(node.term) };
  return { ...node, left: mapValues(node.left, map), right: mapValues(node.right, map) };
}
