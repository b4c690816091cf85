import { change, flag, int64, messages, needText, pairs, read, text } from './rpc.ts';

const modelId = needText;

export const createLoggedModel = change(
  'POST',
  '/logged-models',
  'Announce a model that a run will upload.',
  {
    who: 'editor',
    fields: {
      experiment_id: needText,
      name: text,
      model_type: text,
      source_run_id: text,
      params: pairs,
      tags: pairs,
    },
  },
);

export const getLoggedModel = read(['GET'], '/logged-models/{model_id}', 'One logged model.', {
  who: 'reader',
  fields: { model_id: modelId, allow_deleted: flag },
});

export const finalizeLoggedModel = change(
  'PATCH',
  '/logged-models/{model_id}',
  'Set the status of a model.',
  {
    who: 'editor',
    fields: {
      model_id: modelId,
      status: {
        kind: 'choice',
        required: true,
        words: ['LOGGED_MODEL_PENDING', 'LOGGED_MODEL_READY', 'LOGGED_MODEL_UPLOAD_FAILED'],
      },
    },
  },
);

export const deleteLoggedModel = change('DELETE', '/logged-models/{model_id}', 'Delete a logged model.', {
  who: 'editor',
  fields: { model_id: modelId },
});

export const searchLoggedModels = read(
  ['POST'],
  '/logged-models/search',
  'Logged models that match a filter, paged.',
  {
    who: 'reader',
    fields: {
      experiment_ids: { kind: 'texts', required: true },
      filter: text,
      datasets: messages({ dataset_name: needText, dataset_digest: text }),
      max_results: int64,
      order_by: messages({
        field_name: needText,
        ascending: flag,
        dataset_name: text,
        dataset_digest: text,
      }),
      page_token: text,
    },
  },
);

export const setLoggedModelTags = change('PATCH', '/logged-models/{model_id}/tags', 'Set tags of a model.', {
  who: 'editor',
  fields: { model_id: modelId, tags: pairs },
});

export const deleteLoggedModelTag = change(
  'DELETE',
  '/logged-models/{model_id}/tags/{tag_key}',
  'Remove a tag of a model.',
  { who: 'editor', fields: { model_id: modelId, tag_key: needText } },
);

export const logLoggedModelParams = change(
  'POST',
  '/logged-models/{model_id}/params',
  'Log parameters of a model.',
  { who: 'editor', fields: { model_id: modelId, params: pairs } },
);

export const modelRpcs = [
  createLoggedModel,
  getLoggedModel,
  finalizeLoggedModel,
  deleteLoggedModel,
  searchLoggedModels,
  setLoggedModelTags,
  deleteLoggedModelTag,
  logLoggedModelParams,
] as const;
