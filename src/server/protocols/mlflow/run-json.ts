import type { Tag } from '#server/modules/experiments/experiments.types.ts';
import type { LatestMetric, RunData, RunDataset, RunRecord } from '#server/modules/runs/runs.types.ts';

/**
 * MLflow's Run message as JSON text. Written by hand: answers hold thousands of these, and their 64-bit integers must
 * not pass through a double.
 */
export function writeRun(record: RunRecord, data: RunData): string {
  return `{"info":${writeRunInfo(record)},"data":${writeRunData(data)},"inputs":${writeInputs(data)},"outputs":${writeOutputs(data)}}`;
}

export function writeRunInfo(record: RunRecord): string {
  const id = JSON.stringify(record.runId);
  const end = record.endedAtMs === null ? '' : `,"end_time":${record.endedAtMs}`;
  return `{"run_id":${id},"run_uuid":${id},"run_name":${JSON.stringify(record.name)},"experiment_id":"${record.experimentId}","user_id":${JSON.stringify(record.userId)},"status":"${record.status}","start_time":${record.startedAtMs}${end},"artifact_uri":${JSON.stringify(record.artifactUri)},"lifecycle_stage":"${record.lifecycle}"}`;
}

/** A message of the lists that are not empty. */
function writeLists(lists: readonly (readonly [name: string, items: readonly string[]])[]): string {
  const shown = lists.filter(([, items]) => items.length > 0);
  return `{${shown.map(([name, items]) => `"${name}":[${items.join(',')}]`).join(',')}}`;
}

export function writeRunData(data: Pick<RunData, 'metrics' | 'params' | 'tags'>): string {
  return writeLists([
    ['metrics', data.metrics.map((metric) => writeMetric(metric))],
    ['params', writeTags(data.params)],
    ['tags', writeTags(data.tags)],
  ]);
}

export function writeTags(tags: readonly Tag[]): readonly string[] {
  return tags.map(({ key, value }) => `{"key":${JSON.stringify(key)},"value":${JSON.stringify(value)}}`);
}

function writeMetric(metric: LatestMetric): string {
  const value = writeDouble(metric.isNan === 1 ? NaN : (metric.value ?? 0));
  return `{"key":${JSON.stringify(metric.key)},"value":${value},"timestamp":${metric.atMs},"step":${metric.step}${optional('model_id', metric.modelId)}${optional('dataset_name', metric.datasetName)}${optional('dataset_digest', metric.datasetDigest)}}`;
}

/** A double as protobuf's JSON writes it: what JSON has no number for is a word. */
export function writeDouble(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0.0' : String(value);
  return Number.isNaN(value) ? '"NaN"' : value > 0 ? '"Infinity"' : '"-Infinity"';
}

function optional(name: string, value: string | null): string {
  return value === null || value === '' ? '' : `,"${name}":${JSON.stringify(value)}`;
}

export function writeInputs(data: Pick<RunData, 'datasets' | 'models'>): string {
  return writeLists([
    ['dataset_inputs', data.datasets.map((dataset) => writeDatasetInput(dataset))],
    [
      'model_inputs',
      data.models.flatMap(({ direction, modelId }) =>
        direction === 'input' ? [`{"model_id":${JSON.stringify(modelId)}}`] : [],
      ),
    ],
  ]);
}

export function writeOutputs(data: Pick<RunData, 'models'>): string {
  return writeLists([
    [
      'model_outputs',
      data.models.flatMap(({ direction, modelId, step }) =>
        direction === 'output' ? [`{"model_id":${JSON.stringify(modelId)},"step":${step}}`] : [],
      ),
    ],
  ]);
}

function writeDatasetInput(dataset: RunDataset): string {
  const tags = dataset.tags === '[]' ? '' : `"tags":${dataset.tags},`;
  const { name, digest, sourceType, source } = dataset;
  const identity = JSON.stringify({ name, digest, source_type: sourceType, source }).slice(0, -1);
  return `{${tags}"dataset":${identity}${optional('schema', dataset.schemaText)}${optional('profile', dataset.profile)}}}`;
}
