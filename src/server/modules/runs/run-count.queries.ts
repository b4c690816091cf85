import { first, type Work } from '#server/ports/database.ts';
import type { SqlPart } from '#server/sql/sql-part.ts';
import { fieldOf, type KeyedRows, type KeyIds, keyedRows } from './run-filter.ts';
import { isCondition, scopeOf } from './run-plan.ts';
import type { RunSearch } from './run-search.types.ts';

/**
 * How many runs match where one condition on keyed values is all that is asked of nearly all runs: its rows, which an
 * index counts, less those of the few runs that are out of scope. `undefined` for any other search.
 */
export function* countByRows(search: RunSearch, keys: KeyIds): Work<number | undefined> {
  const rows = onlyRows(search, keys);
  if (rows === undefined) return undefined;
  const scope = scopeOf(search, 'workspace');
  const inside = yield* count('run', scope);
  const outside = (yield* count('run', undefined)) - inside;
  if (outside * 10 > inside) return undefined;
  const { table, where } = rows;
  const found = yield* count(`${table} AS e`, where);
  if (outside === 0) return found;
  const others = scopeOf(search, 'none');
  return (
    found -
    (yield* count(`run CROSS JOIN ${table} AS e`, {
      sql: `NOT (${others.sql}) AND e.run = run.id AND ${where.sql}`,
      params: [...others.params, ...where.params],
    }))
  );
}

function onlyRows({ filter }: RunSearch, keys: KeyIds): KeyedRows | undefined {
  const [node, ...others] = filter.terms;
  if (node === undefined || others.length > 0 || !isCondition(node)) return undefined;
  // Of IS NULL the rows are those that must not be.
  if (node.kind === 'null' && node.operator === 'IS NULL') return undefined;
  const keyId = keys.get(fieldOf(node)?.key ?? '');
  return keyId === undefined ? undefined : keyedRows(node, keyId, 'e');
}

function* count(from: string, where: SqlPart | undefined): Work<number> {
  const counted = yield* first<{ rows: number }>(
    `SELECT COUNT(*) AS "rows" FROM ${from}${where === undefined ? '' : ` WHERE ${where.sql}`}`,
    where?.params,
  );
  return counted?.rows ?? 0;
}
