import type { Comparison, FilterNode } from '#domain/filter/filter-ast.ts';
import { first, type Work } from '#server/ports/database.ts';
import { type KeyedRows, type KeyIds, keyedRows, toCondition } from './run-filter.ts';
import type { OrderSql } from './run-order.ts';
import type { RunScope, RunSearch } from './run-search.types.ts';
import { and, marks, part, type SqlPart } from '#server/sql/sql-part.ts';

/**
 * Where a search begins. SQLite keeps no statistics that would tell it, so we look for ourselves: a begin with few
 * rows is taken as it is and sorted; with many, the runs are walked in the wanted order until enough are found.
 */
export interface Start {
  /** Tables, the last of them `run`. */
  readonly from: string;
  /** Narrows the tables named in `from`, the scope included. */
  readonly where: SqlPart;
  /** Comparisons that `where` has taken care of. */
  readonly done: readonly Comparison[];
  /** The first term of the order is read from `from` (as `o0`), so rows without a value are not seen. */
  readonly walksOrder: boolean;
}

/** As many rows are read and sorted in a few milliseconds. */
export const usualFewRows = 3000;

export function* chooseStart(
  search: RunSearch,
  keys: KeyIds,
  order: readonly OrderSql[],
  fewRows: number,
): Work<Start> {
  const starts = candidates(search, keys);
  let fewest: Start | undefined;
  let fewestRows = fewRows;
  for (const start of starts) {
    const rows = yield* countUpTo(start, fewestRows);
    if (rows >= fewestRows) continue;
    fewest = start;
    fewestRows = rows;
    if (rows === 0) break;
  }
  return fewest ?? walk(search, keys, order);
}

function* countUpTo(start: Start, most: number): Work<number> {
  const counted = yield* first<{ rows: number }>(
    `SELECT COUNT(*) AS "rows" FROM (SELECT 1 FROM ${start.from.split(' CROSS JOIN ')[0]}
      WHERE ${start.where.sql} LIMIT ${most}) AS found`,
    start.where.params,
  );
  return counted?.rows ?? 0;
}

export function comparisonsOf(node: FilterNode): readonly Comparison[] {
  return node.kind === 'all' ? node.terms.flatMap(comparisonsOf) : [node];
}

function candidates(search: RunSearch, keys: KeyIds): readonly Start[] {
  const found: Start[] = [];
  for (const node of search.filter.terms.flatMap((term) => (term.kind === 'all' ? [] : [term]))) {
    const { entity, key } = node.field;
    if (entity === 'attribute' && key === 'run_id' && (node.operator === '=' || node.operator === 'IN')) {
      const where = and([toCondition(node, keys), scopeOf(search, 'none')]);
      found.push({ from: 'run', where, done: [node], walksOrder: false });
    }
    const rows = indexedRows(node, keys);
    if (rows !== undefined) {
      found.push({
        from: `${rows.table} AS e CROSS JOIN run`,
        where: rows.where,
        done: [node],
        walksOrder: false,
      });
    }
  }
  found.push({ from: 'run', where: scopeOf(search, 'workspace'), done: [], walksOrder: false });
  return found;
}

/** The rows of a comparison that an index finds. */
function indexedRows(node: Comparison, keys: KeyIds): KeyedRows | undefined {
  const keyId = keys.get(node.field.key);
  if (keyId === undefined || node.operator === '!=' || node.operator === 'IS NULL') return undefined;
  return node.operator === 'LIKE' || node.operator === 'ILIKE' ? undefined : keyedRows(node, keyId, 'e');
}

function walk(search: RunSearch, keys: KeyIds, order: readonly OrderSql[]): Start {
  const [term] = order;
  if (term?.source === undefined) {
    return { from: 'run', where: scopeOf(search, 'order'), done: [], walksOrder: false };
  }
  const { table, keyId } = term.source;
  // Comparisons of the very value that is walked narrow the walk itself.
  const same = search.filter.terms.flatMap((node) => {
    const id = node.kind === 'all' ? undefined : keys.get(node.field.key);
    if (node.kind === 'all' || id !== keyId || node.kind === 'null') return [];
    const rows = keyedRows(node, keyId, 'o0');
    return rows?.table === table ? [{ node, where: rows.where }] : [];
  });
  const where = and([
    part('o0.key_id = ?', keyId),
    part(`${term.value} IS NOT NULL`),
    ...same.map((each) => each.where),
    part('run.id = o0.run'),
    scopeOf(search, 'none'),
  ]);
  const done = same.map((each) => each.node);
  return { from: `${table} AS o0 CROSS JOIN run`, where, done, walksOrder: true };
}

/**
 * The runs that a search is about. A plus before a column keeps SQLite from the indexes that begin with it.
 * @param index where to find them: those of the experiments, in order of start, or by other conditions
 */
export function scopeOf(scope: RunScope, index: 'workspace' | 'order' | 'none'): SqlPart {
  const { experimentIds, workspaceId, view } = scope;
  const byExperiment =
    index !== 'none' && experimentIds !== undefined && (index === 'workspace' || experimentIds.length === 1);
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
