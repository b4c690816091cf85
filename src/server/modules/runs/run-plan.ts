import { type SettledCondition, type SettledNode, termsOf } from '#domain/filter/settle-filter.ts';
import { first, type Work } from '#server/ports/database.ts';
import { and, marks, part, type SqlPart } from '#server/sql/sql-part.ts';
import { fieldOf, type KeyedRows, type KeyIds, keyedRows, toCondition } from './run-filter.ts';
import type { OrderSql } from './run-order.ts';
import type { RunScope, RunSearch } from './run-search.types.ts';

/** Where a search begins. */
export interface Start {
  /** Tables, the last of them `run`. */
  readonly from: string;
  /** Narrows the tables named in `from`, the scope included. */
  readonly where: SqlPart;
  /** Conditions that `where` has taken care of. */
  readonly done: readonly SettledNode[];
  /** The first term of the order is read from `from` (as `o0`), so rows without a value are not seen. */
  readonly walksOrder: boolean;
}

export interface Plan {
  readonly start: Start;
  /** Rows that the search looks at, roughly. */
  readonly cost: number;
}

/** Rows are counted up to here at most: more are many anyway. */
export const usualMostCounted = 20_000;

/**
 * Chooses where to begin. SQLite keeps no statistics that would tell it, so we count for ourselves: either the rows
 * of the rarest condition are read and sorted, or runs are walked in the wanted order until enough are found,
 * whichever looks at fewer.
 * @param wanted how many runs from the beginning
 */
export function* choosePlan(
  { search, keys, order }: { search: RunSearch; keys: KeyIds; order: readonly OrderSql[] },
  wanted: number,
  mostCounted: number,
): Work<Plan> {
  const greatest = yield* first<{ id: number | null }>(`SELECT MAX(id) AS "id" FROM run`);
  const total = Math.max(1, greatest?.id ?? 1);
  const walk = walkOf(search, keys, order);
  let fewest: Plan | undefined;
  let share = 1;
  // With more rows than this, the walk looks at fewer than there are rows.
  const enough = walk === undefined ? mostCounted : Math.ceil(Math.sqrt(wanted * total));
  const most = Math.min(mostCounted, enough);
  for (const start of candidates(search, keys)) {
    const rows = yield* countUpTo(start, most);
    // What narrows the walk itself makes it no longer. The conditions are taken to know nothing of one another.
    const narrows = start.done.some((node) => walk?.done.includes(node));
    // Where counting stopped, the share is somewhere between what was counted and all.
    const counted = Math.min(1, rows / total);
    if (!narrows) share *= rows < most ? counted : Math.sqrt(counted);
    if (rows >= (fewest?.cost ?? most)) continue;
    fewest = { start, cost: rows };
    if (rows === 0) return fewest;
  }
  const expected = walk === undefined ? Infinity : Math.min(total, wanted / Math.max(share, 1 / total));
  if (fewest !== undefined && fewest.cost <= expected) return fewest;
  return walk === undefined ? { start: everyRun(search), cost: total } : { start: walk, cost: expected };
}

export function everyRun(search: RunScope): Start {
  return { from: 'run', where: scopeOf(search, 'workspace'), done: [], walksOrder: false };
}

function* countUpTo(start: Start, most: number): Work<number> {
  const counted = yield* first<{ rows: number }>(
    `SELECT COUNT(*) AS "rows" FROM (SELECT 1 FROM ${start.from.split(' CROSS JOIN ')[0]}
      WHERE ${start.where.sql} LIMIT ${most}) AS found`,
    start.where.params,
  );
  return counted?.rows ?? 0;
}

/** Whether a node is one condition. */
export function isCondition(node: SettledNode): node is SettledCondition {
  return node.kind !== 'all' && node.kind !== 'any' && node.kind !== 'not';
}

/**
 * Whether a database can answer a filter by itself: conditions that must all hold, each of them in its power. For
 * whatever else, sets of runs are put together here.
 */
export function isSqlFilter({ filter }: Pick<RunSearch, 'filter'>, keys: KeyIds): boolean {
  return filter.terms.every((node) => isCondition(node) && toCondition(node, keys) !== undefined);
}

/** Whether sets of runs have to be put together for a filter, whatever keys are in use. */
export function needsSets(search: Pick<RunSearch, 'filter'>): boolean {
  return !isSqlFilter(search, new Map(termsOf(search.filter).map(({ field }) => [field.key, 1])));
}

function candidates(search: RunSearch, keys: KeyIds): readonly Start[] {
  const found: Start[] = [];
  for (const node of search.filter.terms) {
    const start = isCondition(node) ? startOf(node, search, keys) : undefined;
    if (start !== undefined) found.push(start);
  }
  found.push(everyRun(search));
  return found;
}

/** Where an index finds what a comparison is about. */
function startOf(node: SettledCondition, search: RunSearch, keys: KeyIds): Start | undefined {
  const field = fieldOf(node);
  if (field?.entity === 'attribute') {
    const { key } = field;
    const isExact =
      (node.kind === 'text' && node.operator === '=') || (node.kind === 'list' && node.operator === 'IN');
    const condition = toCondition(node, keys);
    if (condition === undefined || !isExact || (key !== 'run_id' && key !== 'status')) return undefined;
    const where = and([condition, scopeOf(search, key === 'status' ? 'status' : 'none')]);
    return { from: 'run', where, done: [node], walksOrder: false };
  }
  const rows = indexedRows(node, keys);
  if (rows === undefined) return undefined;
  return { from: `${rows.table} AS e CROSS JOIN run`, where: rows.where, done: [node], walksOrder: false };
}

/** The rows of a condition that one look through the key's index finds, where they may be few. */
function indexedRows(node: SettledCondition, keys: KeyIds): KeyedRows | undefined {
  const keyId = keys.get(fieldOf(node)?.key ?? '');
  if (keyId === undefined || !('operator' in node) || !selective.has(node.operator)) return undefined;
  return keyedRows(node, keyId, 'e');
}

const selective: ReadonlySet<string> = new Set(
  '= > >= < <= IN LIKE ILIKE CONTAINS'.split(' ').concat('IS NOT NULL'),
);

/** Along the order, where an index keeps it. */
function walkOf(search: RunSearch, keys: KeyIds, order: readonly OrderSql[]): Start | undefined {
  const [term] = order;
  if (term === undefined || (term.value === 'run.started_at_ms' && order.length === 1)) {
    return search.view === 'all' ? undefined : { ...everyRun(search), where: scopeOf(search, 'order') };
  }
  if (term.source === undefined) return undefined;
  const { table, keyId } = term.source;
  // Comparisons of the very value that is walked narrow the walk itself.
  const same = search.filter.terms.flatMap((node) => {
    if (!isCondition(node) || node.kind === 'null' || keys.get(fieldOf(node)?.key ?? '') !== keyId) return [];
    const rows = keyedRows(node, keyId, 'o0');
    return rows?.table === table ? [{ node, where: rows.where }] : [];
  });
  const where = and([
    part('o0.key_id = ?', keyId),
    part(`${term.value} IS NOT NULL`),
    // SQLite takes an index over the numbers alone for their order only where a bound asks for it.
    ...(table === 'param' && term.value !== 'o0.value' ? [part(`${term.value} >= ?`, -Infinity)] : []),
    ...same.map((each) => each.where),
    part('run.id = o0.run'),
    scopeOf(search, 'none'),
  ]);
  const done = same.map((each) => each.node);
  return { from: `${table} AS o0 CROSS JOIN run`, where, done, walksOrder: true };
}

/**
 * The runs that a search is about. A plus before a column keeps SQLite from the indexes that begin with it.
 * @param index by what to find them: experiment or workspace, in order of start, by status, or by other conditions
 */
export function scopeOf(scope: RunScope, index: 'workspace' | 'order' | 'status' | 'none'): SqlPart {
  const { experimentIds, workspaceId, view } = scope;
  const byExperiment =
    experimentIds !== undefined &&
    (index === 'workspace' || (index === 'order' && experimentIds.length === 1));
  const byWorkspace = index !== 'none' && !byExperiment;
  const parts = [part(`${byWorkspace ? '' : '+'}run.workspace_id = ?`, workspaceId)];
  if (experimentIds !== undefined) {
    const column = `${byExperiment ? '' : '+'}run.experiment_id`;
    const [only] = experimentIds;
    if (only === undefined) parts.push(part('1 = 0'));
    else if (experimentIds.length === 1) parts.push(part(`${column} = ?`, only));
    else parts.push(part(`${column} IN (${marks(experimentIds.length)})`, ...experimentIds));
  }
  if (view !== 'all') parts.push(part('run.lifecycle = ?', view));
  return and(parts);
}
