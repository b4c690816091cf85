import { Problem } from '#contract/problem.ts';
import type { Tag } from '#server/modules/experiments/experiments.types.ts';
import { all, defineRead, first, run, type Work } from '#server/ports/database.ts';
import type { ModelKey, ModelMetricRow, ModelRecord, ModelWithData } from './models.types.ts';

/** The columns of a model's record, for queries with the table `logged_model`. */
export const modelColumns = `logged_model.id, logged_model.model_id AS "modelId",
  logged_model.experiment_id AS "experimentId", logged_model.name, logged_model.model_type AS "modelType",
  logged_model.status, logged_model.status_message AS "statusMessage",
  logged_model.source_run_id AS "sourceRunId", logged_model.artifact_uri AS "artifactUri",
  logged_model.lifecycle, logged_model.created_at_ms AS "createdAtMs", logged_model.updated_at_ms AS "updatedAtMs"`;

/** A model that is not deleted, or any when told so. */
export function* modelById(key: ModelKey, allowDeleted = false): Work<ModelRecord> {
  const found = yield* first<ModelRecord>(
    `SELECT ${modelColumns} FROM logged_model WHERE model_id = ? AND workspace_id = ?`,
    [key.modelId, key.workspaceId],
  );
  if (found !== undefined && (allowDeleted || found.lifecycle === 'active')) return found;
  const shown = key.modelId.slice(0, 300);
  throw new Problem('not-found', `Logged model with ID '${shown}' not found.`, { modelId: shown });
}

/** Adds tags, parameters and metrics to a record. */
export function* modelWithData(record: ModelRecord): Work<ModelWithData> {
  const tags = yield* all<Tag>(
    `SELECT tag_key AS "key", tag_value AS "value" FROM logged_model_tag WHERE model = ? ORDER BY tag_key`,
    [record.id],
  );
  const params = yield* all<Tag>(
    `SELECT param_key AS "key", param_value AS "value" FROM logged_model_param WHERE model = ? ORDER BY param_key`,
    [record.id],
  );
  const metrics = yield* all<ModelMetricRow>(
    `SELECT metric_key AS "key", value, is_nan AS "isNan", at_ms AS "atMs", step, run_id AS "runId",
       dataset_name AS "datasetName", dataset_digest AS "datasetDigest"
     FROM logged_model_metric WHERE model = ? ORDER BY metric_key, at_ms, step, run_id`,
    [record.id],
  );
  return { ...record, tags, params, metrics };
}

export const findModel = defineRead(
  'models.find',
  'long',
  function* (input: ModelKey & { readonly allowDeleted: boolean }): Work<ModelWithData> {
    return yield* modelWithData(yield* modelById(input, input.allowDeleted));
  },
);

export function* setModelTags(model: number, tags: readonly Tag[]): Work<void> {
  for (const tag of tags) {
    yield* run(
      `INSERT INTO logged_model_tag (model, tag_key, tag_value) VALUES (?, ?, ?)
       ON CONFLICT (model, tag_key) DO UPDATE SET tag_value = excluded.tag_value`,
      [model, tag.key, tag.value],
    );
  }
}

export function* setModelParams(model: number, params: readonly Tag[]): Work<void> {
  for (const param of params) {
    yield* run(
      `INSERT INTO logged_model_param (model, param_key, param_value) VALUES (?, ?, ?)
       ON CONFLICT (model, param_key) DO UPDATE SET param_value = excluded.param_value`,
      [model, param.key, param.value],
    );
  }
}
