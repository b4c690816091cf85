import { int64, needText, read, runId, text, texts } from './rpc.ts';

export const getHistory = read(['GET'], '/metrics/get-history', 'All points of one metric of a run, paged.', {
  who: 'reader',
  fields: {
    run_id: { ...runId, required: false },
    metric_key: needText,
    max_results: int64,
    page_token: text,
  },
});

export const getHistoryBulk = read(
  ['GET'],
  '/metrics/get-history-bulk',
  'Points of one metric of up to 100 runs.',
  { who: 'reader', fields: { run_id: texts, metric_key: text, max_results: int64 } },
);

export const getHistoryBulkInterval = read(
  ['GET'],
  '/metrics/get-history-bulk-interval',
  'A sample of the points of one metric of up to 100 runs, between two steps.',
  {
    who: 'reader',
    fields: {
      run_ids: { kind: 'texts', required: true },
      metric_key: needText,
      start_step: int64,
      end_step: int64,
      max_results: int64,
    },
  },
);

export const metricRpcs = [getHistory, getHistoryBulk, getHistoryBulkInterval] as const;
