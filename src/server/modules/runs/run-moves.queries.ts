import { Problem } from '#contract/problem.ts';
import { activeExperiment } from '#server/modules/experiments/experiments.queries.ts';
import { all, defineWrite, run, type Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { type BulkRun, manyActiveRuns, manyRuns } from './many-runs.queries.ts';

export interface MoveInput {
  readonly workspaceId: number;
  readonly runIds: readonly string[];
  /** Where to. */
  readonly experimentId: number;
}

export interface RunMove {
  readonly runId: string;
  readonly from: number;
}

/** Moves active runs, with the models that they made, to an active experiment. Answers those that were elsewhere. */
export const moveManyRuns = defineWrite(
  'runs.move-many',
  function* (input: MoveInput, { nowMs }): Work<readonly RunMove[]> {
    const { workspaceId, experimentId } = input;
    const target = yield* activeExperiment({ workspaceId, experimentId });
    const runs = yield* manyActiveRuns(workspaceId, input.runIds);
    const moved: RunMove[] = [];
    for (const each of runs) {
      if (each.experimentId === target.id) continue;
      yield* run(`UPDATE run SET experiment_id = ?, updated_at_ms = ? WHERE id = ?`, [
        target.id,
        nowMs,
        each.id,
      ]);
      yield* run(`UPDATE logged_model SET experiment_id = ? WHERE source_run_id = ? AND workspace_id = ?`, [
        target.id,
        each.runId,
        workspaceId,
      ]);
      moved.push({ runId: each.runId, from: each.experimentId });
    }
    return moved;
  },
  ({ workspaceId, experimentId }, moved) =>
    moved.map(({ runId, from }) => ({
      workspaceId,
      action: 'run.move',
      subjectKind: 'run',
      subjectId: runId,
      detail: { from: String(from), to: String(experimentId) },
    })),
);

export interface PurgedRun {
  readonly runId: string;
  readonly experimentId: number;
  readonly name: string;
  readonly artifactUri: string;
}

/** Forgets runs in the trash and all their points. Their files are then nobody's: remove them next. */
export const purgeManyRuns = defineWrite(
  'runs.purge-many',
  function* (input: {
    readonly workspaceId: number;
    readonly runIds: readonly string[];
  }): Work<readonly PurgedRun[]> {
    const runs = yield* manyRuns(input.workspaceId, input.runIds);
    const active = runs.find(({ lifecycle }) => lifecycle === 'active');
    if (active !== undefined) {
      throw new Problem(
        'conflict',
        `The run ${active.runId} is not in the trash: nothing was removed. Delete it first.`,
        { runId: active.runId },
      );
    }
    for (const each of runs) yield* purgeOne(each);
    return runs.map(({ runId, experimentId, name, artifactUri }) => ({
      runId,
      experimentId,
      name,
      artifactUri,
    }));
  },
  ({ workspaceId }, purged) =>
    purged.map(({ runId, name }) => ({
      workspaceId,
      action: 'run.purge',
      subjectKind: 'run',
      subjectId: runId,
      detail: { name },
    })),
);

const tablesOfRun = [
  'param',
  'tag',
  'series',
  'metric_journal',
  'run_dataset',
  'run_model',
  'console_part',
] as const;

function* purgeOne({ id, runId }: BulkRun): Work<void> {
  const series = yield* all<{ id: number }>(`SELECT id FROM series WHERE run = ?`, [id]);
  const seriesIds = series.map((each) => each.id);
  yield* inChunks((marks) => `DELETE FROM metric_block WHERE series_id IN (${marks})`, seriesIds);
  yield* inChunks((marks) => `DELETE FROM metric_summary WHERE series_id IN (${marks})`, seriesIds);
  yield* run(
    `DELETE FROM annotation_reply WHERE annotation_id IN (SELECT id FROM annotation WHERE run_id = ?)`,
    [runId],
  );
  yield* run(`DELETE FROM annotation WHERE run_id = ?`, [runId]);
  for (const table of tablesOfRun) yield* run(`DELETE FROM ${table} WHERE run = ?`, [id]);
  yield* run(`DELETE FROM run WHERE id = ?`, [id]);
}
