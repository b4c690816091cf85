import { datasetInputs } from './experiments.ts';
import { change, int64, messages, needText, pairs, read, runId, text, texts, viewType } from './rpc.ts';

/** In protobuf's order: the number of a status is its place, from 1. */
const status = {
  kind: 'choice',
  words: ['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'],
} as const;

export const createRun = change('POST', '/runs/create', 'Start a run.', {
  who: 'editor',
  fields: { experiment_id: needText, user_id: text, run_name: text, start_time: int64, tags: pairs },
});

export const getRun = read(
  ['GET'],
  '/runs/get',
  'One run with its latest metrics, parameters, tags, data sets and models.',
  { who: 'reader', fields: { run_id: runId } },
);

export const updateRun = change('POST', '/runs/update', 'Set status, end time or name.', {
  who: 'editor',
  fields: { run_id: runId, status, end_time: int64, run_name: text },
});

export const deleteRun = change('POST', '/runs/delete', 'Move a run to the trash.', {
  who: 'editor',
  fields: { run_id: runId },
});

export const restoreRun = change('POST', '/runs/restore', 'Take a run out of the trash.', {
  who: 'editor',
  fields: { run_id: runId },
});

export const searchRuns = read(
  ['POST'],
  '/runs/search',
  "Runs that match a filter in MLflow's language, in the order asked for, paged.",
  {
    who: 'reader',
    fields: {
      experiment_ids: texts,
      filter: text,
      run_view_type: viewType,
      max_results: int64,
      order_by: texts,
      page_token: text,
    },
  },
);

/** The fields of one metric point; absent `step` is 0. */
const metric = {
  key: needText,
  value: { kind: 'double', required: true },
  timestamp: { kind: 'int64', required: true },
  step: int64,
  model_id: text,
  dataset_name: text,
  dataset_digest: text,
} as const;

export const logMetric = change('POST', '/runs/log-metric', 'Log one point of one metric.', {
  who: 'editor',
  fields: { run_id: runId, ...metric },
});

export const logParameter = change('POST', '/runs/log-parameter', 'Log one parameter.', {
  who: 'editor',
  fields: { run_id: runId, key: needText, value: text },
});

export const logBatch = change(
  'POST',
  '/runs/log-batch',
  'Log up to 1,000 metric points, 100 parameters and 100 tags, all or none.',
  {
    who: 'editor',
    fields: { run_id: runId, metrics: messages(metric), params: pairs, tags: pairs },
  },
);

export const setTag = change('POST', '/runs/set-tag', 'Set a tag; `mlflow.runName` renames the run.', {
  who: 'editor',
  fields: { run_id: runId, key: needText, value: text },
});

export const deleteTag = change('POST', '/runs/delete-tag', 'Remove a tag.', {
  who: 'editor',
  fields: { run_id: runId, key: needText },
});

export const logInputs = change('POST', '/runs/log-inputs', 'Say which data sets and models a run used.', {
  who: 'editor',
  fields: { run_id: runId, datasets: datasetInputs, models: messages({ model_id: needText }) },
});

export const logOutputs = change('POST', '/runs/outputs', 'Say which models a run made.', {
  who: 'editor',
  fields: { run_id: runId, models: messages({ model_id: needText, step: int64 }) },
});

export const logModel = change('POST', '/runs/log-model', 'Record a model in the way of old clients.', {
  who: 'editor',
  fields: { run_id: runId, model_json: needText },
});

export const runRpcs = [
  createRun,
  getRun,
  updateRun,
  deleteRun,
  restoreRun,
  searchRuns,
  logMetric,
  logParameter,
  logBatch,
  setTag,
  deleteTag,
  logInputs,
  logOutputs,
  logModel,
] as const;
