import { activeExperiment } from '#server/modules/experiments/experiments.queries.ts';
import type { Tag } from '#server/modules/experiments/experiments.types.ts';
import { Problem } from '#contract/problem.ts';
import { type AuditEntry, defineWrite, first, run, type Work } from '#server/ports/database.ts';
import { modelById, modelWithData, setModelParams, setModelTags } from './model-record.queries.ts';
import type { ModelKey, ModelWithData } from './models.types.ts';

export interface NewModel {
  readonly workspaceId: number;
  readonly experimentId: number;
  readonly modelId: string;
  readonly name: string;
  readonly modelType: string;
  readonly sourceRunId: string | null;
  readonly params: readonly Tag[];
  readonly tags: readonly Tag[];
}

export const insertModel = defineWrite(
  'models.insert',
  function* (input: NewModel, { nowMs }): Work<ModelWithData> {
    const experiment = yield* activeExperiment(input);
    const inserted = yield* first<{ id: number }>(
      `INSERT INTO logged_model (model_id, workspace_id, experiment_id, name, model_type, status, source_run_id,
         artifact_uri, lifecycle, created_at_ms, updated_at_ms)
       VALUES (?, ?, ?, ?, ?, 'LOGGED_MODEL_PENDING', ?, ?, 'active', ?, ?) RETURNING id`,
      [
        input.modelId,
        input.workspaceId,
        experiment.id,
        input.name,
        input.modelType,
        input.sourceRunId,
        `${experiment.artifactLocation.replace(/\/+$/, '')}/models/${input.modelId}/artifacts`,
        nowMs,
        nowMs,
      ],
    );
    if (inserted === undefined) throw new Error('The model just inserted is not there.');
    yield* setModelParams(inserted.id, input.params);
    yield* setModelTags(inserted.id, input.tags);
    return yield* modelWithData(yield* modelById(input));
  },
  (input) => [trail(input, 'create', { name: input.name })],
);

/** What to change of a model; what is absent stays. */
export interface ModelChange extends ModelKey {
  readonly status?: string | undefined;
  readonly tags?: readonly Tag[];
  readonly params?: readonly Tag[];
  readonly removeTag?: string | undefined;
  readonly lifecycle?: 'deleted';
}

export const changeModel = defineWrite(
  'models.change',
  function* (input: ModelChange, { nowMs }): Work<ModelWithData> {
    const { id } = yield* modelById(input);
    yield* run(`UPDATE logged_model SET updated_at_ms = ? WHERE id = ?`, [nowMs, id]);
    if (input.status !== undefined) {
      yield* run(`UPDATE logged_model SET status = ? WHERE id = ?`, [input.status, id]);
    }
    if (input.lifecycle !== undefined) {
      yield* run(`UPDATE logged_model SET lifecycle = ? WHERE id = ?`, [input.lifecycle, id]);
    }
    yield* setModelParams(id, input.params ?? []);
    yield* setModelTags(id, input.tags ?? []);
    if (input.removeTag !== undefined) yield* removeTag(id, input.modelId, input.removeTag);
    return yield* modelWithData(yield* modelById(input, true));
  },
  (input) => [
    trail(input, input.lifecycle === 'deleted' ? 'delete' : 'update', {
      ...(input.status === undefined ? {} : { status: input.status }),
      ...(input.tags === undefined ? {} : { tags: input.tags.map((tag) => tag.key) }),
      ...(input.params === undefined ? {} : { params: input.params.map((param) => param.key) }),
      ...(input.removeTag === undefined ? {} : { removed: input.removeTag }),
    }),
  ],
);

function* removeTag(id: number, modelId: string, key: string): Work<void> {
  const found = yield* first(`SELECT tag_key FROM logged_model_tag WHERE model = ? AND tag_key = ?`, [
    id,
    key,
  ]);
  if (found === undefined) {
    throw new Problem('not-found', `No tag with key '${key}' found for model with ID '${modelId}'.`, { key });
  }
  yield* run(`DELETE FROM logged_model_tag WHERE model = ? AND tag_key = ?`, [id, key]);
}

function trail(key: ModelKey, verb: string, detail: Readonly<Record<string, unknown>>): AuditEntry {
  return {
    workspaceId: key.workspaceId,
    action: `model.${verb}`,
    subjectKind: 'model',
    subjectId: key.modelId,
    detail,
  };
}
