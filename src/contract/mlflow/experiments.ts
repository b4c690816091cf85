import { change, int64, messages, needText, pairs, read, text, texts, viewType } from './rpc.ts';

const experimentId = needText;

export const createExperiment = change('POST', '/experiments/create', 'Create an experiment.', {
  who: 'editor',
  fields: { name: needText, artifact_location: text, tags: pairs },
});

export const getExperiment = read(['GET'], '/experiments/get', 'One experiment, also a deleted one.', {
  who: 'reader',
  fields: { experiment_id: experimentId },
});

export const getExperimentByName = read(
  ['GET'],
  '/experiments/get-by-name',
  'One experiment by its name, also a deleted one.',
  { who: 'reader', fields: { experiment_name: needText } },
);

export const searchExperiments = read(
  ['POST', 'GET'],
  '/experiments/search',
  "Experiments that match a filter in MLflow's language, paged.",
  {
    who: 'reader',
    fields: {
      max_results: int64,
      page_token: text,
      filter: text,
      order_by: texts,
      view_type: viewType,
    },
  },
);

export const updateExperiment = change('POST', '/experiments/update', 'Rename an experiment.', {
  who: 'editor',
  fields: { experiment_id: experimentId, new_name: needText },
});

export const deleteExperiment = change(
  'POST',
  '/experiments/delete',
  'Move an experiment and its runs to the trash.',
  { who: 'editor', fields: { experiment_id: experimentId } },
);

export const restoreExperiment = change(
  'POST',
  '/experiments/restore',
  'Take an experiment and all its runs out of the trash.',
  { who: 'editor', fields: { experiment_id: experimentId } },
);

export const setExperimentTag = change('POST', '/experiments/set-experiment-tag', 'Set a tag.', {
  who: 'editor',
  // The value is required, yet may be empty: the handler tells the two apart.
  fields: { experiment_id: experimentId, key: needText, value: text },
});

export const deleteExperimentTag = change('POST', '/experiments/delete-experiment-tag', 'Remove a tag.', {
  who: 'editor',
  fields: { experiment_id: experimentId, key: needText },
});

export const searchDatasets = read(
  ['POST'],
  '/experiments/search-datasets',
  'The data sets that runs of up to 20 experiments used.',
  { who: 'reader', fields: { experiment_ids: texts } },
);

export const experimentRpcs = [
  createExperiment,
  getExperiment,
  getExperimentByName,
  searchExperiments,
  updateExperiment,
  deleteExperiment,
  restoreExperiment,
  setExperimentTag,
  deleteExperimentTag,
  searchDatasets,
] as const;

export const datasetMessage = {
  kind: 'message',
  required: true,
  fields: {
    name: needText,
    digest: needText,
    source_type: needText,
    source: needText,
    schema: text,
    profile: text,
  },
} as const;

export const datasetInputs = messages({ tags: pairs, dataset: datasetMessage });
