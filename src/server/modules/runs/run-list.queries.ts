import type { Comparison, FilterNode, OrderTerm } from '#domain/filter/filter-ast.ts';
import { all, defineRead, first, type Work } from '#server/ports/database.ts';
import { and, part, type SqlPart } from '#server/sql/sql-part.ts';
import { attributeColumns, type KeyIds, keyedRows, toCondition } from './run-filter.ts';
import { scopeOf } from './run-plan.ts';
import { keysOf } from './run-keys.queries.ts';
import type { RunSearch } from './run-search.types.ts';

/**
 * All runs that match, in order: for what a window into the middle of many runs, or a count of many, would cost a
 * database by probing each of them. Here every condition is one scan of an index, and the rest is arithmetic.
 */
export function* listRuns(search: RunSearch): Work<Float64Array> {
  const keys = yield* keysOf(search);
  const runs = yield* runsInScope(search);
  const kept = yield* keepMatching(search, keys, runs);
  const found: number[] = [];
  for (let at = 0; at < runs.ids.length; at += 1) if (kept[at] === 1) found.push(at);
  const columns: OrderColumn[] = [];
  for (const term of search.order) columns.push(yield* readColumn(term, { search, keys, runs }));
  // The runs come with the tie-breakers' order, which their positions therefore keep.
  if (columns.length > 0) found.sort((a, b) => compare(columns, a, b));
  return Float64Array.from(found, (at) => runs.ids[at] ?? 0);
}

/** How many runs match. */
export function* countRuns(search: RunSearch): Work<number> {
  const keys = yield* keysOf(search);
  const runs = yield* runsInScope(search);
  const kept = yield* keepMatching(search, keys, runs);
  let count = 0;
  for (const each of kept) count += each;
  return count;
}

export const listAllRuns = defineRead('runs.list', 'long', (search: RunSearch) => listRuns(search));

interface ScopedRuns {
  /** Newest first, then by run id. */
  readonly ids: Float64Array;
  /** Where a run stands in `ids`; -1 for runs out of scope. By id. */
  readonly places: Int32Array;
}

function* runsInScope(search: RunSearch): Work<ScopedRuns> {
  const where = scopeOf(search, 'order');
  const ids = yield* readIds(
    part(
      `SELECT run.id AS id FROM run WHERE ${where.sql} ORDER BY run.started_at_ms DESC, run.run_id`,
      ...where.params,
    ),
  );
  let greatest = 0;
  for (const id of ids) greatest = Math.max(greatest, id);
  const places = new Int32Array(greatest + 1).fill(-1);
  for (const [at, id] of ids.entries()) places[id] = at;
  return { ids, places };
}

/** One row instead of many: the ids come as one text. */
function* readIds({ sql, params }: SqlPart): Work<Float64Array> {
  const row = yield* first<{ ids: string | null }>(
    `SELECT string_agg(CAST(id AS TEXT), ',') AS "ids" FROM (${sql}) AS found`,
    params,
  );
  return parseIds(row?.ids ?? '');
}

function parseIds(text: string): Float64Array {
  const found: number[] = [];
  let value = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === comma) {
      found.push(value);
      value = 0;
    } else {
      value = value * 10 + code - zero;
    }
  }
  if (text !== '') found.push(value);
  return Float64Array.from(found);
}

const comma = 44;
const zero = 48;

function* keepMatching(search: RunSearch, keys: KeyIds, runs: ScopedRuns): Work<Uint8Array> {
  const kept = new Uint8Array(runs.ids.length).fill(1);
  const onRun: FilterNode[] = [];
  for (const node of search.filter.terms) {
    const rows = node.kind === 'all' ? undefined : rowsOf(node, keys);
    if (rows === undefined) onRun.push(node);
    else keep(kept, yield* readIds(rows.ids), runs, rows.negated);
  }
  if (onRun.length > 0) {
    const where = and([scopeOf(search, 'none'), ...onRun.map((node) => toCondition(node, keys))]);
    keep(
      kept,
      yield* readIds(part(`SELECT run.id AS id FROM run WHERE ${where.sql}`, ...where.params)),
      runs,
      false,
    );
  }
  return kept;
}

interface MatchingRows {
  readonly ids: SqlPart;
  /** Those that are not among the ids match. */
  readonly negated: boolean;
}

/** The runs that have a value which a comparison is about. */
function rowsOf(node: Comparison, keys: KeyIds): MatchingRows | undefined {
  const keyId = keys.get(node.field.key);
  const rows = keyId === undefined ? undefined : keyedRows(node, keyId, 'e');
  if (rows === undefined) return undefined;
  const ids = part(
    `SELECT e.run AS id FROM ${rows.table} AS e WHERE ${rows.where.sql}`,
    ...rows.where.params,
  );
  return { ids, negated: node.operator === 'IS NULL' };
}

function keep(kept: Uint8Array, ids: Float64Array, { places }: ScopedRuns, negated: boolean): void {
  const matching = new Uint8Array(kept.length);
  for (const id of ids) {
    const at = places[id] ?? -1;
    if (at >= 0) matching[at] = 1;
  }
  const wanted = negated ? 0 : 1;
  for (let at = 0; at < kept.length; at += 1) if (matching[at] !== wanted) kept[at] = 0;
}

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

interface ColumnContext {
  readonly search: RunSearch;
  readonly keys: KeyIds;
  readonly runs: ScopedRuns;
}

interface ValueRow {
  readonly run: number;
  readonly value: string | number | null;
}

function* readColumn(
  { field, ascending }: OrderTerm,
  { search, keys, runs }: ColumnContext,
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
    // A metric without a value is NaN; an attribute without one is missing.
    ranks[at] = value !== null ? 0 : field.entity === 'metric' ? 1 : 2;
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
  if (keyId === undefined || entity === 'dataset') return undefined;
  if (entity === 'metric')
    return part(`SELECT run AS "run", last_value AS "value" FROM series WHERE key_id = ?`, keyId);
  const table = entity === 'tag' ? 'tag' : 'param';
  return part(`SELECT run AS "run", value AS "value" FROM ${table} WHERE key_id = ? ORDER BY value`, keyId);
}
