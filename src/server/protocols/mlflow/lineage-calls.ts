import * as table from '#contract/mlflow/runs.ts';
import { bind, type BoundRpc } from './bound-rpc.ts';
import { toTags } from './experiment-calls.ts';
import { MlflowFailure } from './failure.ts';
import { parseBody, showJson } from './json-text.ts';
import { checkLength } from './names.ts';
import { isMessage, type RawMessage } from './request-fields.ts';

const maxDatasets = 1000;
const limits = {
  name: 500,
  digest: 36,
  source: 65_535,
  schema: 1_048_575,
  profile: 16_777_215,
  tagKey: 255,
  tagValue: 500,
} as const;

const mandatoryModelFields = ['run_id', 'artifact_path', 'utc_time_created', 'flavors'];

function checkModel(source: string): void {
  const model = parseModelJson(source);
  const absent = mandatoryModelFields.filter((field) => !Object.hasOwn(model, field));
  if (absent.length === 0) return;
  const list = absent.map((field) => `'${field}'`).join(', ');
  throw new MlflowFailure('INVALID_PARAMETER_VALUE', `Model json is missing mandatory fields: {${list}}`);
}

function parseModelJson(source: string): RawMessage {
  try {
    const model = parseBody(source);
    if (isMessage(model)) return model;
  } catch {
    // Told below, in the words for this field.
  }
  throw new MlflowFailure(
    'INVALID_PARAMETER_VALUE',
    `Malformed model info. \n ${showJson(source)} \n is not valid JSON.`,
  );
}

export const lineageCalls: readonly BoundRpc[] = [
  bind(table.logInputs, async (input, { services, workspace, caller }) => {
    if (input.datasets.length > maxDatasets) {
      throw new MlflowFailure(
        'INVALID_PARAMETER_VALUE',
        `A log inputs request can contain at most ${maxDatasets} datasets. Got ${input.datasets.length} datasets.`,
      );
    }
    const datasets = input.datasets.map(({ tags, dataset }) => {
      checkLength(dataset.name, 'name', limits.name);
      checkLength(dataset.digest, 'digest', limits.digest);
      checkLength(dataset.source, 'source', limits.source);
      checkLength(dataset.schema ?? '', 'schema', limits.schema);
      checkLength(dataset.profile ?? '', 'profile', limits.profile);
      for (const tag of tags) {
        checkLength(tag.key, 'key', limits.tagKey);
        checkLength(tag.value ?? '', 'value', limits.tagValue);
      }
      const { name, digest, source_type: sourceType, source, schema, profile } = dataset;
      return {
        name,
        digest,
        sourceType,
        source,
        schema: schema ?? null,
        profile: profile ?? null,
        tags: toTags(tags),
      };
    });
    const inputs = input.models.map(({ model_id: modelId }) => ({ modelId, step: 0 }));
    await services.datasets.record(workspace, input.run_id, { datasets, inputs }, caller.actor);
    return {};
  }),

  bind(table.logOutputs, async (input, { services, workspace, caller }) => {
    const outputs = input.models.map(({ model_id: modelId, step }) => ({ modelId, step: step ?? 0 }));
    await services.datasets.record(workspace, input.run_id, { outputs }, caller.actor);
    return {};
  }),

  bind(table.logModel, async (input, { services, workspace, caller }) => {
    checkModel(input.model_json);
    await services.runs.appendModel(workspace, input.run_id, input.model_json.trim(), caller.actor);
    return {};
  }),
];
