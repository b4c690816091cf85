import { Problem } from '#contract/problem.ts';
import { activeExperiment } from '#server/modules/experiments/experiments.queries.ts';
import type { ExperimentKey } from '#server/modules/experiments/experiments.types.ts';
import { defineWrite, first, run, type Work } from '#server/ports/database.ts';

export interface BaselineChange extends ExperimentKey {
  /** `null`: none. */
  readonly runId: string | null;
}

/** Sets the run that an experiment is measured against; it may belong to another experiment of the workspace. */
export const changeBaseline = defineWrite(
  'baselines.change',
  function* (input: BaselineChange, { nowMs }): Work<{ readonly before: string | null }> {
    const found = yield* activeExperiment(input);
    if (input.runId !== null) yield* requireRun(input.workspaceId, input.runId);
    if (found.baselineRunId !== input.runId) {
      yield* run(`UPDATE experiment SET baseline_run_id = ?, updated_at_ms = ? WHERE id = ?`, [
        input.runId,
        nowMs,
        found.id,
      ]);
    }
    return { before: found.baselineRunId };
  },
  (input, { before }) =>
    before === input.runId
      ? []
      : [
          {
            workspaceId: input.workspaceId,
            action: 'experiment.baseline',
            subjectKind: 'experiment',
            subjectId: String(input.experimentId),
            detail: { from: before, to: input.runId },
          },
        ],
);

function* requireRun(workspaceId: number, runId: string): Work<void> {
  const found = yield* first<{ readonly lifecycle: string }>(
    `SELECT lifecycle FROM run WHERE run_id = ? AND workspace_id = ?`,
    [runId, workspaceId],
  );
  if (found === undefined) throw new Problem('not-found', `Run with id=${runId} not found`, { runId });
  if (found.lifecycle !== 'active') {
    throw new Problem('not-active', 'A run in the trash cannot be a baseline. Restore it first.', { runId });
  }
}
