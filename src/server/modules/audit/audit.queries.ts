import { all, defineRead, first, type Work } from '#server/ports/database.ts';

export interface ActivityFilter {
  readonly workspaceId: number;
  readonly before: number | undefined;
  readonly subjectKind: string | undefined;
  readonly subjectId: string | undefined;
  readonly limit: number;
}

export interface ActivityRow {
  readonly id: number;
  readonly atMs: number;
  readonly actor: string;
  readonly via: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail: string;
  readonly count: number;
}

export const listActivityRows = defineRead('activity.list', 'long', function* (filter: ActivityFilter): Work<{
  readonly rows: readonly ActivityRow[];
  readonly total: number;
}> {
  const where = ['workspace_id = ?'];
  const params: (string | number)[] = [filter.workspaceId];
  if (filter.subjectKind !== undefined) {
    where.push('subject_kind = ?');
    params.push(filter.subjectKind);
  }
  if (filter.subjectId !== undefined) {
    where.push('subject_id = ?');
    params.push(filter.subjectId);
  }
  const counted = yield* first<{ total: number }>(
    `SELECT COUNT(*) AS "total" FROM audit_event WHERE ${where.join(' AND ')}`,
    params,
  );
  if (filter.before !== undefined) {
    where.push('id < ?');
    params.push(filter.before);
  }
  const rows = yield* all<ActivityRow>(
    `SELECT id, at_ms AS "atMs", actor_name AS "actor", via, action, subject_kind AS "subjectKind",
         subject_id AS "subjectId", detail, event_count AS "count"
       FROM audit_event WHERE ${where.join(' AND ')} ORDER BY id DESC LIMIT ?`,
    [...params, filter.limit],
  );
  return { rows, total: counted?.total ?? 0 };
});
