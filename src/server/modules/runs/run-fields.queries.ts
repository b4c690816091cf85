import { all, defineRead, first, type SqlValue, type Work } from '#server/ports/database.ts';
import { marks } from '#server/sql/sql-part.ts';

export interface FieldsQuery {
  readonly workspaceId: number;
  /** `undefined`: all of the workspace. */
  readonly experimentIds: readonly number[] | undefined;
  /** Part of a key, any case. */
  readonly search: string | undefined;
  readonly limit: number;
}

export interface FieldUse {
  readonly key: string;
  readonly runs: number;
}

export interface KindOfField {
  readonly keys: readonly FieldUse[];
  readonly total: number;
}

export const readRunFields = defineRead('runs.fields', 'long', function* (query: FieldsQuery): Work<{
  readonly metrics: KindOfField;
  readonly params: KindOfField;
  readonly tags: KindOfField;
}> {
  return {
    metrics: yield* fieldsOf('series', query),
    params: yield* fieldsOf('param', query),
    tags: yield* fieldsOf('tag', query),
  };
});

function* fieldsOf(table: 'series' | 'param' | 'tag', query: FieldsQuery): Work<KindOfField> {
  const { workspaceId, experimentIds, search, limit } = query;
  const where = [`run.workspace_id = ?`, `run.lifecycle = 'active'`];
  const params: SqlValue[] = [workspaceId];
  if (experimentIds !== undefined) {
    if (experimentIds.length === 0) return { keys: [], total: 0 };
    where.push(`run.experiment_id IN (${marks(experimentIds.length)})`);
    params.push(...experimentIds);
  }
  if (search !== undefined && search !== '') {
    where.push(`replace(lower(key_name.name), lower(?), '') <> lower(key_name.name)`);
    params.push(search);
  }
  const grouped = `SELECT key_name.name AS "key", COUNT(*) AS "runs" FROM run
    JOIN ${table} AS kept ON kept.run = run.id JOIN key_name ON key_name.id = kept.key_id
    WHERE ${where.join(' AND ')} GROUP BY key_name.name`;
  const keys = yield* all<FieldUse>(`${grouped} ORDER BY "runs" DESC, "key" LIMIT ?`, [...params, limit]);
  if (keys.length < limit) return { keys, total: keys.length };
  const counted = yield* first<{ total: number }>(
    `SELECT COUNT(*) AS "total" FROM (${grouped}) AS found`,
    params,
  );
  return { keys, total: counted?.total ?? keys.length };
}
