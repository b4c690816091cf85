import { type Entity, summaries, type Span, type ValueTerm } from './filter-ast.ts';
import { studioDialect } from './filter-dialects.ts';
import { FilterFailure } from './filter-failure.ts';
import { toQuote } from './filter-tokens.ts';
import { type ExpressionType, typeOfField } from './studio-expression.ts';
import { operatorsOf } from './studio-operator.ts';
import { followTokens, type Spot } from './studio-state.ts';
import { readTerm } from './term-parse.ts';
import { createCursor } from './token-cursor.ts';

/** What may come at the cursor. `replace` is the text that a choice takes the place of; `typed` is what it starts with. */
export type Completion = { readonly replace: Span; readonly typed: string } & (
  | {
      /** An entity (`metrics.`), a function (`best(`), an attribute, or any key. */
      readonly expects: 'field';
      readonly options: readonly string[];
    }
  | { readonly expects: 'key'; readonly entity: Entity; readonly options: readonly string[] }
  | { readonly expects: 'operator'; readonly options: readonly string[] }
  | {
      readonly expects: 'value';
      /** What is compared, where it is one value. */
      readonly term: ValueTerm | undefined;
      readonly valueKind: ExpressionType;
      readonly isList: boolean;
      readonly options: readonly string[];
    }
  | { readonly expects: 'joiner'; readonly options: readonly string[] }
);

/** Pure and quick enough for every key stroke; never throws. */
export function completeStudioFilter(text: string, cursor: number): Completion {
  const { start, isQuoted } = chunkAt(text, cursor);
  const typed = text.slice(start, cursor);
  const replace = { start, end: cursor };
  const spot = followTokens(createCursor(text.slice(0, start)));
  const entity = isQuoted ? undefined : entityOf(typed);
  if (entity !== undefined) {
    const dotAt = typed.indexOf('.') + 1;
    return {
      expects: 'key',
      replace: { start: start + dotAt, end: cursor },
      typed: typed.slice(dotAt),
      entity,
      options: entity === 'attribute' ? attributes : entity === 'dataset' ? studioDialect.datasetKeys : [],
    };
  }
  return { replace, typed, ...expectationOf(spot) };
}

const openQuote = /(?:[a-z]+\.)?(["'`])[^"'`]*$/;
const bareChunk = /[^\s(),<>=!~"'`]*$/;

/** The word that the cursor is in or behind; quotes that are still open reach to the cursor. */
function chunkAt(text: string, cursor: number): { readonly start: number; readonly isQuoted: boolean } {
  const before = text.slice(0, cursor);
  const open = createCursor(before).tokens.find(
    (token) => token.kind === 'junk' && toQuote(token.text) !== undefined,
  );
  if (open !== undefined) {
    const start = openQuote.exec(before.slice(0, open.start + 1))?.index ?? open.start;
    return { start, isQuoted: start === open.start };
  }
  return { start: bareChunk.exec(before)?.index ?? cursor, isQuoted: false };
}

function entityOf(typed: string): Entity | undefined {
  const dotAt = typed.indexOf('.');
  const name = typed.slice(0, Math.max(dotAt, 0));
  return Object.hasOwn(studioDialect.entities, name) ? studioDialect.entities[name] : undefined;
}

const attributes = [...new Set(Object.values(studioDialect.attributes))];
const prefixes = ['metrics.', 'params.', 'tags.', 'datasets.'];
const functions = summaries.map((name) => `${name}(metrics.`);

type Expectation = Completion extends infer C
  ? C extends unknown
    ? Omit<C, 'replace' | 'typed'>
    : never
  : never;

function expectationOf(spot: Spot): Expectation {
  switch (spot.awaits) {
    case 'condition':
      return { expects: 'field', options: [...prefixes, ...attributes, ...functions, 'NOT '] };
    case 'operand':
      return { expects: 'field', options: ['metrics.', 'params.', ...functions] };
    case 'operator': {
      const type = typeOfSpot(spot);
      return { expects: 'operator', options: type === undefined ? [] : operatorsOf(type) };
    }
    case 'value':
    case 'list': {
      const term = termOf(spot);
      const valueKind = typeOfSpot(spot) ?? 'number';
      return {
        expects: 'value',
        term,
        valueKind,
        isList: spot.awaits === 'list',
        options: valuesFor(term, valueKind),
      };
    }
    case 'and':
      return { expects: 'joiner', options: ['AND'] };
    case 'joiner':
      return { expects: 'joiner', options: ['AND', 'OR', ...(spot.depth > 0 ? [')'] : [])] };
    default:
      return spot.awaits satisfies never;
  }
}

/** The one value that stands before the operator; calculations have none. */
function termOf({ left }: Spot): ValueTerm | undefined {
  if (left === '') return undefined;
  try {
    const cursor = createCursor(left);
    const term = readTerm(cursor);
    return cursor.at === cursor.tokens.length ? term : undefined;
  } catch (error) {
    if (error instanceof FilterFailure) return undefined;
    throw error;
  }
}

function typeOfSpot(spot: Spot): ExpressionType | undefined {
  const term = termOf(spot);
  if (term === undefined) return spot.left === '' ? undefined : 'number';
  return term.summary === undefined ? typeOfField(term.field) : 'number';
}

const statuses = ['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'].map((each) => `'${each}'`);

function valuesFor(term: ValueTerm | undefined, type: ExpressionType): readonly string[] {
  if (type === 'time') return ["'-1h'", "'-1d'", "'-7d'", "'-30d'", "'today'", "'yesterday'"];
  if (type === 'duration') return ["'1m'", "'10m'", "'1h'", "'1d'"];
  return term?.field.entity === 'attribute' && term.field.key === 'status' ? statuses : [];
}
