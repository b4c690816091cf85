import type { Tag } from '#server/modules/experiments/experiments.types.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { modelById } from '#server/modules/models/model-record.queries.ts';
import { activeRun } from '#server/modules/runs/run-record.queries.ts';
import type { RunKey } from '#server/modules/runs/runs.types.ts';
import { defineRead, defineWrite, first, run, type Work } from '#server/ports/database.ts';

export interface DatasetUse {
  readonly name: string;
  readonly digest: string;
  readonly sourceType: string;
  readonly source: string;
  readonly schema: string | null;
  readonly profile: string | null;
  readonly tags: readonly Tag[];
}

export interface ModelUse {
  readonly modelId: string;
  readonly step: number | bigint;
}

/** What a run used and made. */
export interface RunLineage extends RunKey {
  readonly datasets: readonly DatasetUse[];
  readonly inputs: readonly ModelUse[];
  readonly outputs: readonly ModelUse[];
}

/** The tag of a data set's use that says what it was used for, such as `training`. */
const contextTag = 'mlflow.data.context';

/** Records what a run used and made; what is recorded already stays. Answers the id of its experiment. */
export const recordLineage = defineWrite(
  'runs.lineage',
  function* (input: RunLineage): Work<string> {
    const { id, experimentId } = yield* activeRun(input);
    for (const use of input.datasets) yield* insertUse(id, experimentId, use);
    yield* insertModelUses(id, input, 'input');
    yield* insertModelUses(id, input, 'output');
    return String(experimentId);
  },
  (input) => [
    {
      workspaceId: input.workspaceId,
      action: 'run.lineage',
      subjectKind: 'run',
      subjectId: input.runId,
      detail: {
        datasets: input.datasets.map(({ name, digest }) => ({ name, digest })),
        inputs: input.inputs.map(({ modelId }) => modelId),
        outputs: input.outputs.map(({ modelId }) => modelId),
      },
    },
  ],
);

function* insertUse(runInternalId: number, experimentId: number, use: DatasetUse): Work<void> {
  const identity = [experimentId, use.name, use.digest];
  yield* run(
    `INSERT INTO dataset (experiment_id, name, digest, source_type, source, schema_text, profile)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (experiment_id, name, digest) DO NOTHING`,
    [...identity, use.sourceType, use.source, use.schema, use.profile],
  );
  const dataset = yield* first<{ id: number }>(
    `SELECT id FROM dataset WHERE experiment_id = ? AND name = ? AND digest = ?`,
    identity,
  );
  const context = use.tags.find((tag) => tag.key === contextTag)?.value ?? null;
  yield* run(
    `INSERT INTO run_dataset (run, dataset_id, tags, context) VALUES (?, ?, ?, ?)
     ON CONFLICT (run, dataset_id) DO NOTHING`,
    [runInternalId, dataset?.id ?? 0, JSON.stringify(use.tags), context],
  );
}

function* insertModelUses(
  runInternalId: number,
  input: RunLineage,
  direction: 'input' | 'output',
): Work<void> {
  for (const { modelId, step } of direction === 'input' ? input.inputs : input.outputs) {
    yield* modelById({ workspaceId: input.workspaceId, modelId });
    yield* run(
      `INSERT INTO run_model (run, model_id, direction, step) VALUES (?, ?, ?, ?)
       ON CONFLICT (run, direction, model_id) DO NOTHING`,
      [runInternalId, modelId, direction, step],
    );
  }
}

export interface DatasetSummary {
  readonly experimentId: number;
  readonly name: string;
  readonly digest: string;
  readonly context: string | null;
}

/** The most data sets that one answer tells. */
const maxSummaries = 1000;

export const summarizeDatasets = defineRead(
  'datasets.summaries',
  'long',
  function* (input: {
    readonly workspaceId: number;
    readonly experimentIds: readonly number[];
  }): Work<readonly DatasetSummary[]> {
    const rows = yield* inChunks<DatasetSummary>(
      (marks) => `SELECT DISTINCT dataset.experiment_id AS "experimentId", dataset.name, dataset.digest,
          run_dataset.context
        FROM dataset JOIN run_dataset ON run_dataset.dataset_id = dataset.id
          JOIN run ON run.id = run_dataset.run
        WHERE dataset.experiment_id IN (${marks}) AND run.workspace_id = ? AND run.lifecycle = 'active'
        ORDER BY dataset.name, dataset.digest, run_dataset.context LIMIT ${maxSummaries}`,
      input.experimentIds,
      [input.workspaceId],
    );
    return rows.slice(0, maxSummaries);
  },
);
