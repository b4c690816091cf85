import { Problem } from '#contract/problem.ts';
import { defineRead, defineWrite, first, type Work } from '#server/ports/database.ts';

export interface NewSnapshot {
  readonly workspaceId: number;
  readonly metric: string;
  /** What `metrics.series` answered. */
  readonly content: Uint8Array;
}

export const insertSnapshot = defineWrite(
  'reports.insert-snapshot',
  function* (input: NewSnapshot, { actor, nowMs }): Work<{ readonly id: number; readonly atMs: number }> {
    const inserted = yield* first<{ id: number }>(
      `INSERT INTO report_snapshot (workspace_id, kind, content, author, at_ms) VALUES (?, 'series', ?, ?, ?)
       RETURNING id`,
      [input.workspaceId, input.content, actor.name, nowMs],
    );
    if (inserted === undefined) throw new Error('The snapshot just inserted is not there.');
    return { id: inserted.id, atMs: nowMs };
  },
  (input, output) => [
    {
      workspaceId: input.workspaceId,
      action: 'report.freeze',
      subjectKind: 'report-snapshot',
      subjectId: String(output.id),
      detail: { name: input.metric, bytes: input.content.length },
    },
  ],
);

/** Problem: `not-found`. */
export const findSnapshot = defineRead(
  'reports.snapshot',
  'short',
  function* (key: { readonly workspaceId: number; readonly id: number }): Work<Uint8Array> {
    const found = yield* first<{ content: Uint8Array }>(
      `SELECT content FROM report_snapshot WHERE id = ? AND workspace_id = ?`,
      [key.id, key.workspaceId],
    );
    if (found !== undefined) return found.content;
    throw new Problem('not-found', `There is no snapshot ${key.id} here.`, { snapshotId: String(key.id) });
  },
);
