import type { OrderTerm } from '#domain/filter/filter-ast.ts';
import { all, defineRead, type Work } from '#server/ports/database.ts';
import { part, type SqlPart } from '#server/sql/sql-part.ts';
import { withoutBest } from './run-best.queries.ts';
import { attributeColumns } from './run-filter.ts';
import { keysOf } from './run-keys.queries.ts';
import type { MatchContext } from './match-context.ts';
import { readNumbers } from './number-column.queries.ts';
import { keepMatching } from './run-matching.queries.ts';
import { scopeOf } from './run-plan.ts';
import type { RunSearch } from './run-search.types.ts';
import { runsInScope } from './scoped-runs.queries.ts';

/**
 * All runs that match, in order: for what a window into the middle of many runs, or a count of many, would cost a
 * database by probing each of them. Here every condition is one scan of an index, and the rest is arithmetic.
 */
export function* listRuns(asked: RunSearch): Work<Float64Array> {
  const search = yield* withoutBest(asked);
  const keys = yield* keysOf(search);
  const runs = yield* runsInScope(search);
  const kept = yield* keepMatching(search, keys, runs);
  const found: number[] = [];
  for (let at = 0; at < runs.ids.length; at += 1) if (kept[at] === 1) found.push(at);
  const columns: OrderColumn[] = [];
  for (const term of search.order) columns.push(...(yield* readColumns(term, { search, keys, runs })));
  // The runs come with the tie-breakers' order, which their positions therefore keep.
  if (columns.length > 0) found.sort((a, b) => compare(columns, a, b));
  return Float64Array.from(found, (at) => runs.ids[at] ?? 0);
}

/** How many runs match. */
export function* countRuns(asked: RunSearch): Work<number> {
  const search = yield* withoutBest(asked);
  const keys = yield* keysOf(search);
  const runs = yield* runsInScope(search);
  let count = 0;
  for (const each of yield* keepMatching(search, keys, runs)) count += each;
  return count;
}

export const listAllRuns = defineRead('runs.list', 'long', (search: RunSearch) => listRuns(search));

/** The values of one term of the order by place. */
interface OrderColumn {
  /** 0: a value, 1: NaN, 2: none. */
  readonly ranks: Uint8Array;
  /** For texts, how many smaller ones there are. */
  readonly values: Float64Array;
  readonly sign: 1 | -1;
}

function compare(columns: readonly OrderColumn[], a: number, b: number): number {
  for (const { ranks, values, sign } of columns) {
    const rank = ranks[a] ?? 2;
    const other = ranks[b] ?? 2;
    if (rank !== other) return rank - other;
    if (rank > 0) continue;
    const [x, y] = [values[a] ?? 0, values[b] ?? 0];
    if (x !== y) return x < y ? -sign : sign;
  }
  return a - b;
}

interface ValueRow {
  readonly run: number;
  readonly value: string | number | null;
}

/** What to sort by for one term: of parameters as numbers the number first, then the text. */
function* readColumns(term: OrderTerm, context: MatchContext): Work<readonly OrderColumn[]> {
  if (term.field.entity === 'metric') return [yield* readNumberColumn(term, context)];
  const texts = yield* readColumn(term, context);
  if (term.field.entity !== 'parameter' || context.search.numericParams !== true) return [texts];
  const numbers = yield* readNumberColumn(term, context);
  for (const [at, rank] of texts.ranks.entries())
    if (rank === 0 && numbers.ranks[at] === 2) numbers.ranks[at] = 1;
  return [numbers, texts];
}

function* readNumberColumn(term: OrderTerm, context: MatchContext): Work<OrderColumn> {
  const { has, values } = yield* readNumbers(term, context);
  const ranks = has.map((there, at) => (there === 0 ? 2 : Number.isNaN(values[at]) ? 1 : 0));
  return { ranks, values, sign: term.ascending ? 1 : -1 };
}

function* readColumn(
  { field, ascending }: OrderTerm,
  { search, keys, runs }: MatchContext,
): Work<OrderColumn> {
  const ranks = new Uint8Array(runs.ids.length).fill(2);
  const values = new Float64Array(runs.ids.length);
  const column: OrderColumn = { ranks, values, sign: ascending ? 1 : -1 };
  const source = columnSource(field, search, keys.get(field.key));
  if (source === undefined) return column;
  let number = 0;
  let before: string | number | null | undefined;
  for (const { run, value } of yield* all<ValueRow>(source.sql, source.params)) {
    if (value !== before) number += 1;
    before = value;
    const at = runs.places[run] ?? -1;
    if (at < 0) continue;
    ranks[at] = value === null ? 2 : 0;
    values[at] = typeof value === 'number' ? value : number;
  }
  return column;
}

/** Values by run, texts in their order. */
function columnSource(
  field: OrderTerm['field'],
  search: RunSearch,
  keyId: number | undefined,
): SqlPart | undefined {
  const { entity, key } = field;
  if (entity === 'attribute') {
    const column = attributeColumns[key] ?? 'NULL';
    const where = scopeOf(search, 'none');
    return part(
      `SELECT run.id AS "run", ${column} AS "value" FROM run WHERE ${where.sql} ORDER BY ${column}`,
      ...where.params,
    );
  }
  if (keyId === undefined || entity === 'dataset' || entity === 'metric') return undefined;
  const table = entity === 'tag' ? 'tag' : 'param';
  return part(`SELECT run AS "run", value AS "value" FROM ${table} WHERE key_id = ? ORDER BY value`, keyId);
}
