import type {
  Arithmetic,
  Condition,
  Expression,
  FilterNode,
  MatchOperator,
  NumberOperator,
  TextOperator,
  ValueTerm,
} from './filter-ast.ts';
import { parseDuration, parsePeriod } from './filter-moment.ts';
import { lowerAscii, matchesLike } from './like.ts';
import { createMatcher } from './pattern-matcher.ts';
import { toParamNumber } from '../param-number.ts';
import { parsePattern } from './text-pattern.ts';

/** What a filter asks of a thing. `undefined` where it has no such value. */
export interface FilterSubject {
  /** The latest value; may be NaN. */
  metric(this: void, key: string): number | undefined;
  parameter(this: void, key: string): string | undefined;
  tag(this: void, key: string): string | undefined;
  attribute(this: void, key: string): string | number | undefined;
  /** A summary of a metric's points; may be NaN. */
  summary(this: void, term: ValueTerm): number | undefined;
  readonly datasets: readonly {
    readonly name: string;
    readonly digest: string;
    readonly context?: string | undefined;
  }[];
  /** Where free text is looked for. */
  readonly words: readonly string[];
}

/** Whether a thing passes a filter: the same answer that the database gives, without one. */
export function matchesFilter(node: FilterNode, subject: FilterSubject, nowMs: number): boolean {
  switch (node.kind) {
    case 'all':
      return node.terms.every((term) => matchesFilter(term, subject, nowMs));
    case 'any':
      return node.terms.some((term) => matchesFilter(term, subject, nowMs));
    case 'not':
      return !matchesFilter(node.term, subject, nowMs);
    default:
      return matchesCondition(node, subject, nowMs);
  }
}

function matchesCondition(node: Condition, subject: FilterSubject, nowMs: number): boolean {
  switch (node.kind) {
    case 'null':
      return hasValue(node, subject) === (node.operator === 'IS NOT NULL');
    case 'number':
      // A missing value never matches, not even `!=`.
      return numbersOf(node, subject).some((value) => numberTests[node.operator](value, node.value));
    case 'text':
      return textsOf(node, subject).some((value) => textTests[node.operator](value, node.value));
    case 'list': {
      const values = node.items.map((item) => item.value);
      return textsOf(node, subject).some((value) => values.includes(value) === (node.operator === 'IN'));
    }
    case 'match':
      return textsOf(node, subject).some((value) => matchTests[node.operator](value, node.value));
    case 'numbers': {
      const value = calculate(node.left, subject, nowMs);
      return value !== undefined && node.items.includes(value) === (node.operator === 'IN');
    }
    case 'measure':
      return measures(node, subject, nowMs);
    case 'range': {
      const [value, low, high] = [node.left, node.low, node.high].map((each) =>
        calculate(each, subject, nowMs),
      );
      if (value === undefined || low === undefined || high === undefined) return false;
      return (value >= low && value <= high) === (node.operator === 'BETWEEN');
    }
    case 'flag':
      return numbersOf(node, subject).some((value) => value !== 0);
    case 'words':
      return subject.words.some((text) => lowerAscii(text).includes(lowerAscii(node.value)));
    default:
      return node satisfies never;
  }
}

function measures(
  { left, operator, right }: Extract<Condition, { kind: 'measure' }>,
  subject: FilterSubject,
  nowMs: number,
): boolean {
  const value = calculate(left, subject, nowMs);
  if (value === undefined) return false;
  if (right.kind === 'moment' && (operator === '=' || operator === '!=')) {
    const period = parsePeriod(right.value, nowMs);
    if (period === undefined) return false;
    const { startMs, endMs } = period;
    return (value === startMs || (value > startMs && value < endMs)) === (operator === '=');
  }
  const wanted = calculate(right, subject, nowMs);
  return wanted !== undefined && numberTests[operator](value, wanted);
}

function hasValue({ field, ...term }: ValueTerm, subject: FilterSubject): boolean {
  if (term.summary !== undefined) return subject.summary({ field, ...term }) !== undefined;
  return field.entity === 'metric'
    ? subject.metric(field.key) !== undefined
    : rawOf(field, subject).length > 0;
}

function rawOf({ entity, key }: ValueTerm['field'], subject: FilterSubject): readonly (string | number)[] {
  if (entity === 'dataset') {
    return subject.datasets.flatMap(({ name, digest, context }) => {
      const value = key === 'name' ? name : key === 'digest' ? digest : context;
      return value === undefined ? [] : [value];
    });
  }
  const value = subject[entity](key);
  return value === undefined ? [] : [value];
}

function textsOf({ field }: ValueTerm, subject: FilterSubject): readonly string[] {
  return rawOf(field, subject).filter((value) => typeof value === 'string');
}

/** Parameters and tags are numbers where their texts are. */
function numbersOf(term: ValueTerm, subject: FilterSubject): readonly number[] {
  const values = term.summary === undefined ? rawOf(term.field, subject) : [subject.summary(term)];
  return values.flatMap((value) =>
    typeof value === 'string' ? (toParamNumber(value) ?? []) : (value ?? []),
  );
}

function calculate(node: Expression, subject: FilterSubject, nowMs: number): number | undefined {
  switch (node.kind) {
    case 'constant':
      return node.value;
    case 'moment':
      return parsePeriod(node.value, nowMs)?.startMs;
    case 'duration':
      return parseDuration(node.value);
    case 'value':
      return numbersOf(node.term, subject)[0];
    case 'arithmetic': {
      const left = calculate(node.left, subject, nowMs);
      const right = calculate(node.right, subject, nowMs);
      return left === undefined || right === undefined ? undefined : operations[node.operator](left, right);
    }
    default:
      return node satisfies never;
  }
}

export const operations: Readonly<Record<Arithmetic, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
};

export const numberTests: Readonly<Record<NumberOperator, (value: number, wanted: number) => boolean>> = {
  '=': (value, wanted) => value === wanted,
  '!=': (value, wanted) => value !== wanted,
  '>': (value, wanted) => value > wanted,
  '>=': (value, wanted) => value >= wanted,
  '<': (value, wanted) => value < wanted,
  '<=': (value, wanted) => value <= wanted,
};

const contains = (value: string, wanted: string): boolean => lowerAscii(value).includes(lowerAscii(wanted));
const ilike = (value: string, wanted: string): boolean => matchesLike(lowerAscii(value), lowerAscii(wanted));
const finds = (value: string, wanted: string): boolean => createMatcher(parsePattern(wanted))(value);

const textTests: Readonly<Record<TextOperator, (value: string, wanted: string) => boolean>> = {
  '=': (value, wanted) => value === wanted,
  '!=': (value, wanted) => value !== wanted,
  LIKE: matchesLike,
  ILIKE: ilike,
};

const matchTests: Readonly<Record<MatchOperator, (value: string, wanted: string) => boolean>> = {
  'NOT LIKE': (value, wanted) => !matchesLike(value, wanted),
  'NOT ILIKE': (value, wanted) => !ilike(value, wanted),
  CONTAINS: contains,
  'NOT CONTAINS': (value, wanted) => !contains(value, wanted),
  '~': finds,
  '!~': (value, wanted) => !finds(value, wanted),
};
