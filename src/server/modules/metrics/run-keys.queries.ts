import type { Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';

/** What reads of metrics need of a run. */
export interface MetricRun {
  readonly id: number;
  readonly runId: string;
  readonly startedAtMs: number;
}

/** The runs of a workspace with these ids, deleted ones too, in the order asked for; unknown ids are left out. */
export function* runsByIds(workspaceId: number, runIds: readonly string[]): Work<MetricRun[]> {
  const rows = yield* inChunks<MetricRun>(
    (marks) =>
      `SELECT id, run_id AS "runId", started_at_ms AS "startedAtMs" FROM run
         WHERE run_id IN (${marks}) AND workspace_id = ?`,
    runIds,
    [workspaceId],
  );
  const byId = new Map(rows.map((row) => [row.runId, row]));
  return [...new Set(runIds)].flatMap((runId) => byId.get(runId) ?? []);
}
