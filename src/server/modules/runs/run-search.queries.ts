import { all, defineRead, first, type Row, type SqlValue, type Work } from '#server/ports/database.ts';
import { withoutBest } from './run-best.queries.ts';
import { countByRows } from './run-count.queries.ts';
import { type KeyIds, toCondition } from './run-filter.ts';
import { keysOf } from './run-keys.queries.ts';
import { countRuns, listRuns } from './run-list.queries.ts';
import {
  behind,
  isSqlOrder,
  orderBy,
  type OrderSql,
  toOrderSql,
  unvalued,
  walkedOrder,
} from './run-order.ts';
import {
  choosePlan,
  everyRun,
  isCondition,
  isSqlFilter,
  scopeOf,
  type Start,
  usualMostCounted,
} from './run-plan.ts';
import type { FoundRuns, RunPosition, RunSearch, RunWindow } from './run-search.types.ts';
import { and, part, type SqlPart } from '#server/sql/sql-part.ts';

/** The runs of one window of a search, in order. Metrics count as folded: settle them before. */
export function* searchRunIds(
  asked: RunSearch,
  window: RunWindow,
  mostCounted = usualMostCounted,
): Work<FoundRuns> {
  if (window.limit === 0) return { ids: [], last: undefined, more: false };
  const search = yield* withoutBest(asked);
  const keys = yield* keysOf(search);
  if (!isSqlFilter(search, keys) || !isSqlOrder(search.order)) {
    if (window.after !== undefined) throw new RangeError('Only plain searches are read page after page.');
    return { ...sliceOf(yield* listRuns(search), window), last: undefined };
  }
  const order = toOrderSql(search, keys);
  const plan = yield* choosePlan({ search, keys, order }, window.offset + window.limit, mostCounted);
  const { start } = plan;
  // The last run's place is then found by asking for it alone.
  const probes = start.walksOrder || search.filter.terms.length > 0 || order.length > 0;
  if (probes && plan.cost > mostProbed && window.after === undefined) {
    const { ids, more } = sliceOf(yield* listRuns(search), window);
    const alone = { from: 'run', where: part('run.id = ?', ids.at(-1) ?? 0), done: [], walksOrder: false };
    const only = { offset: 0, after: undefined, limit: 1 };
    const { last } = yield* runSearch({ search, window: only, keys, order, start: alone });
    return { ids, last, more };
  }
  const found = yield* runSearch({ search, window, keys, order, start });
  // A walk along the values of a key ends where values end; runs without one come after those.
  if (!start.walksOrder || found.more) return found;
  return yield* runSearch({ search, window, keys, order, start: everyRun(search) });
}

/** Above this many rows, reading whole indexes is quicker than probing them row by row. */
const mostProbed = 30_000;

function sliceOf(all: Float64Array, { offset, limit }: RunWindow) {
  return { ids: [...all.subarray(offset, offset + limit)], more: all.length > offset + limit };
}

interface SearchPlan {
  readonly search: RunSearch;
  readonly window: RunWindow;
  readonly keys: KeyIds;
  readonly order: readonly OrderSql[];
  readonly start: Start;
}

function* runSearch({ search, window, keys, start, ...plan }: SearchPlan): Work<FoundRuns> {
  const order = start.walksOrder ? walkedOrder(plan.order) : plan.order;
  const joins = order.flatMap((term) => (term.join === undefined ? [] : [term.join]));
  const values = order.map(({ rank, value }, index) => `, ${rank} AS "r${index}", ${value} AS "v${index}"`);
  const where = conditions({ search, keys, start });
  const past = window.after === undefined ? [] : [behind(window.after, order), ...bound(window.after, order)];
  const filtered = and([where, ...past]);
  const sql = `SELECT run.id AS "id", run.run_id AS "runId", run.started_at_ms AS "startedAtMs"${values.join('')}
    FROM ${start.from} ${joins.map((each) => each.sql).join(' ')} WHERE ${filtered.sql}
    ORDER BY ${orderBy(order)} LIMIT ? OFFSET ?`;
  const rows = yield* all<Row & FoundRow>(sql, [
    ...joins.flatMap((each) => each.params),
    ...filtered.params,
    window.limit + 1,
    window.offset,
  ]);
  const shown = rows.slice(0, window.limit);
  const last = shown.at(-1);
  return {
    ids: shown.map((row) => row.id),
    last: last === undefined ? undefined : positionOf(last, order, search.order.length),
    more: rows.length > shown.length,
  };
}

interface FoundRow {
  readonly id: number;
  readonly runId: string;
  readonly startedAtMs: number;
}

function conditions({ search, keys, start }: Pick<SearchPlan, 'search' | 'keys' | 'start'>): SqlPart {
  const left = search.filter.terms.filter((node) => !start.done.includes(node));
  const byOthers = start.from.includes(' AS e ') ? [part('run.id = e.run'), scopeOf(search, 'none')] : [];
  const conditions = left.flatMap((node) => (isCondition(node) ? (toCondition(node, keys) ?? []) : []));
  return and([start.where, ...byOthers, ...conditions]);
}

/** A plain bound on the first term, which an index can use where the whole position is too much for it. */
function bound({ terms, startedAtMs }: RunPosition, order: readonly OrderSql[]): readonly SqlPart[] {
  const [term] = order;
  if (term === undefined) return [part('run.started_at_ms <= ?', startedAtMs)];
  const value = terms[term.at]?.value;
  const isPlain = term.rank === '0' && value !== undefined && value !== null;
  return isPlain ? [part(`${term.value} ${term.ascending ? '>=' : '<='} ?`, value)] : [];
}

function positionOf(row: Row & FoundRow, order: readonly OrderSql[], wanted: number): RunPosition {
  const terms = Array.from({ length: wanted }, () => unvalued);
  for (const [index, { at }] of order.entries()) {
    terms[at] = { rank: Number(row[`r${index}`]), value: toPlain(row[`v${index}`] ?? null) };
  }
  return {
    terms,
    startedAtMs: row.startedAtMs,
    runId: row.runId,
  };
}

function toPlain(value: SqlValue): string | number | null {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'object' ? null : value;
}

export const findRunIds = defineRead(
  'runs.search-ids',
  'long',
  function* (input: {
    readonly search: RunSearch;
    readonly window: RunWindow;
    /** How far rows are counted to find the best begin; the usual number unless a test says otherwise. */
    readonly mostCounted?: number;
  }): Work<FoundRuns> {
    return yield* searchRunIds(input.search, input.window, input.mostCounted);
  },
);

/** How many runs match, exactly. */
export const countMatchingRuns = defineRead(
  'runs.count-matching',
  'long',
  function* (asked: RunSearch): Work<number> {
    const search = yield* withoutBest(asked);
    const keys = yield* keysOf(search);
    if (!isSqlFilter(search, keys)) return yield* countRuns(search);
    const quickly = yield* countByRows(search, keys);
    if (quickly !== undefined) return quickly;
    const { start, cost } = yield* choosePlan({ search, keys, order: [] }, Infinity, usualMostCounted);
    if (search.filter.terms.length > 0 && cost > fewToCount) return yield* countRuns(search);
    const where = conditions({ search, keys, start });
    const counted = yield* first<{ runs: number }>(
      `SELECT COUNT(*) AS "runs" FROM ${start.from} WHERE ${where.sql}`,
      where.params,
    );
    return counted?.runs ?? 0;
  },
);

const fewToCount = 5000;
