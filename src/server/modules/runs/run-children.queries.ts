import type { Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { findKeys } from '#server/sql/key-names.ts';

/** The tag that names a run's parent. */
export const parentTag = 'mlflow.parentRunId';

/** How many active children these runs (by the ids that clients see) have; one without is not in it. */
export function* countChildren(workspaceId: number, runIds: readonly string[]): Work<Map<string, number>> {
  const keyId = (yield* findKeys([parentTag])).get(parentTag);
  if (keyId === undefined) return new Map();
  const rows = yield* inChunks<{ parent: string; children: number }>(
    (marks) => `SELECT tag.value AS "parent", COUNT(*) AS "children" FROM tag CROSS JOIN run
      WHERE run.id = tag.run AND tag.value IN (${marks}) AND tag.key_id = ? AND +run.workspace_id = ? AND run.lifecycle = 'active'
      GROUP BY tag.value`,
    runIds,
    [keyId, workspaceId],
  );
  return new Map(rows.map(({ parent, children }) => [parent, children]));
}
