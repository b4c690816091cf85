import { Problem } from '#contract/problem.ts';
import type { Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { noSuchRun } from './run-record.queries.ts';

/** What bulk changes need of a run. */
export interface BulkRun {
  /** Internal. */
  readonly id: number;
  readonly runId: string;
  readonly experimentId: number;
  readonly name: string;
  readonly lifecycle: string;
  readonly artifactUri: string;
}

/** These runs in their order, each once; a Problem where one is not there. */
export function* manyRuns(workspaceId: number, runIds: readonly string[]): Work<readonly BulkRun[]> {
  const wanted = [...new Set(runIds)];
  const rows = yield* inChunks<BulkRun>(
    (marks) => `SELECT id, run_id AS "runId", experiment_id AS "experimentId", name, lifecycle,
        artifact_uri AS "artifactUri" FROM run WHERE run_id IN (${marks}) AND workspace_id = ?`,
    wanted,
    [workspaceId],
  );
  const byId = new Map(rows.map((row) => [row.runId, row]));
  return wanted.map((runId) => {
    const found = byId.get(runId);
    if (found === undefined) throw noSuchRun(runId);
    return found;
  });
}

/** The same, refused unless all of them may be written to. */
export function* manyActiveRuns(workspaceId: number, runIds: readonly string[]): Work<readonly BulkRun[]> {
  const found = yield* manyRuns(workspaceId, runIds);
  const deleted = found.find(({ lifecycle }) => lifecycle !== 'active');
  if (deleted === undefined) return found;
  throw new Problem(
    'not-active',
    `The run ${deleted.runId} is in the trash: nothing was changed. Restore it first.`,
    { runId: deleted.runId },
  );
}
