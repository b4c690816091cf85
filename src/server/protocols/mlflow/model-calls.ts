import * as table from '#contract/mlflow/models.ts';
import type { ModelMetricRow, ModelWithData } from '#server/modules/models/models.types.ts';
import { bind, type BoundRpc } from './bound-rpc.ts';
import { toTags } from './experiment-calls.ts';
import { MlflowFailure } from './failure.ts';
import { pythonText } from './json-text.ts';
import { checkLength } from './names.ts';
import { writeDouble, writeTags } from './run-json.ts';

const maxKeyLength = 250;
const maxTagValueLength = 100_000;
const maxParamValueLength = 6000;

/** In protobuf's order. */
const forbiddenInNames = ['/', ':', '.', '%', '"', "'"] as const;

function checkName(name: string): void {
  if (forbiddenInNames.every((char) => !name.includes(char))) return;
  throw new MlflowFailure(
    'INVALID_PARAMETER_VALUE',
    `Invalid model name (${pythonText(name)}) provided. Model name must be a non-empty string and cannot contain the following characters: ('/', ':', '.', '%', '"', "'")`,
  );
}

type Pairs = readonly { readonly key: string; readonly value: string | undefined }[];

function checkPairs(pairs: Pairs, maxValueLength: number): void {
  for (const { key, value } of pairs) {
    checkLength(key, 'key', maxKeyLength);
    checkLength(value ?? '', 'value', maxValueLength);
  }
}

/** MLflow's LoggedModel message as JSON text. */
export function writeModel(model: ModelWithData): string {
  const info = JSON.stringify({
    model_id: model.modelId,
    experiment_id: String(model.experimentId),
    name: model.name,
    creation_timestamp_ms: model.createdAtMs,
    last_updated_timestamp_ms: model.updatedAtMs,
    artifact_uri: model.artifactUri,
    status: model.status,
    model_type: model.modelType,
    ...(model.sourceRunId === null ? {} : { source_run_id: model.sourceRunId }),
    ...(model.statusMessage === null ? {} : { status_message: model.statusMessage }),
    ...(model.tags.length === 0 ? {} : { tags: model.tags }),
  });
  const lists = [
    model.params.length === 0 ? '' : `"params":[${writeTags(model.params).join(',')}]`,
    model.metrics.length === 0
      ? ''
      : `"metrics":[${model.metrics.map((metric) => writeModelMetric(metric, model.modelId)).join(',')}]`,
  ].filter((list) => list !== '');
  return `{"info":${info},"data":{${lists.join(',')}}}`;
}

function writeModelMetric(metric: ModelMetricRow, modelId: string): string {
  const value = writeDouble(metric.isNan === 1 ? NaN : (metric.value ?? 0));
  const origin = JSON.stringify({
    model_id: modelId,
    run_id: metric.runId,
    ...(metric.datasetName === '' ? {} : { dataset_name: metric.datasetName }),
    ...(metric.datasetDigest === '' ? {} : { dataset_digest: metric.datasetDigest }),
  }).slice(1);
  return `{"key":${JSON.stringify(metric.key)},"value":${value},"timestamp":${metric.atMs},"step":${metric.step},${origin}`;
}

export const modelCalls: readonly BoundRpc[] = [
  bind(table.createLoggedModel, async (input, { services, workspace, caller }) => {
    if (input.name !== undefined) checkName(input.name);
    checkPairs(input.params, maxParamValueLength);
    checkPairs(input.tags, maxTagValueLength);
    const created = await services.models.create(
      workspace,
      {
        experimentId: input.experiment_id,
        name: input.name === '' ? undefined : input.name,
        modelType: input.model_type,
        sourceRunId: input.source_run_id === '' ? undefined : input.source_run_id,
        params: toTags(input.params),
        tags: toTags(input.tags),
      },
      caller.actor,
    );
    return `{"model":${writeModel(created)}}`;
  }),

  bind(table.getLoggedModel, async (input, { services, workspace }) => {
    const found = await services.models.find(workspace, input.model_id, input.allow_deleted ?? false);
    return `{"model":${writeModel(found)}}`;
  }),

  bind(table.finalizeLoggedModel, async (input, { services, workspace, caller }) => {
    const change = { status: input.status };
    const changed = await services.models.change(workspace, input.model_id, change, caller.actor);
    return `{"model":${writeModel(changed)}}`;
  }),

  bind(table.deleteLoggedModel, async (input, { services, workspace, caller }) => {
    await services.models.change(workspace, input.model_id, { lifecycle: 'deleted' }, caller.actor);
    return {};
  }),

  bind(table.setLoggedModelTags, async (input, { services, workspace, caller }) => {
    checkPairs(input.tags, maxTagValueLength);
    await services.models.change(workspace, input.model_id, { tags: toTags(input.tags) }, caller.actor);
    return {};
  }),

  bind(table.deleteLoggedModelTag, async (input, { services, workspace, caller }) => {
    await services.models.change(workspace, input.model_id, { removeTag: input.tag_key }, caller.actor);
    return {};
  }),

  bind(table.logLoggedModelParams, async (input, { services, workspace, caller }) => {
    checkPairs(input.params, maxParamValueLength);
    await services.models.change(workspace, input.model_id, { params: toTags(input.params) }, caller.actor);
    return {};
  }),
];
