import * as table from '#contract/mlflow/metrics.ts';
import { Problem } from '#contract/problem.ts';
import { toHistoryJson } from '#domain/series/history-json.ts';
import type { RunHistory } from '#server/modules/metrics/history.queries.ts';
import { bind, type BoundRpc } from './bound-rpc.ts';
import { MlflowFailure } from './failure.ts';

const maxHistory = 25_000;
const maxBulkRuns = 100;
const maxSample = 2500;

function invalid(message: string): MlflowFailure {
  return new MlflowFailure('INVALID_PARAMETER_VALUE', message);
}

/** How many points a page may have: what was asked for, up to the most that any page has. */
function pageSize(asked: number | bigint | undefined): number {
  const size = Number(asked ?? maxHistory);
  if (size >= 1) return Math.min(size, maxHistory);
  throw invalid(`Invalid value ${size} for parameter 'max_results' supplied. It must be a positive integer`);
}

function writeHistories(key: string, histories: readonly RunHistory[]): string {
  const lists = histories.flatMap(({ runId, points }) => {
    const list = toHistoryJson(key, points, `,"run_id":${JSON.stringify(runId)}`).slice(1, -1);
    return list === '' ? [] : [list];
  });
  return lists.join(',');
}

function checkRunCount(call: string, count: number): void {
  if (count <= maxBulkRuns) return;
  throw invalid(
    `${call} request cannot specify more than ${maxBulkRuns} run_ids. Received ${count} run_ids.`,
  );
}

function stepRange(
  from: number | bigint | undefined,
  to: number | bigint | undefined,
): { readonly from: number; readonly to: number } | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) {
    throw invalid('If either start step or end step are specified, both must be specified.');
  }
  if (from > to) {
    throw invalid(`end_step must be greater than start_step. Found start_step=${from} and end_step=${to}.`);
  }
  return { from: Number(from), to: Number(to) };
}

export const metricCalls: readonly BoundRpc[] = [
  bind(table.getHistory, async (input, { services, workspace }) => {
    const limit = pageSize(input.max_results);
    const pageToken = input.page_token === '' ? undefined : input.page_token;
    const request = {
      workspaceId: workspace.id,
      runId: input.run_id ?? '',
      key: input.metric_key,
      limit,
      pageToken,
    };
    try {
      const { points, nextToken } = await services.metrics.history(request);
      if (points.values.length === 0) return {};
      const next = nextToken === undefined ? '' : `,"next_page_token":${JSON.stringify(nextToken)}`;
      return `{"metrics":${toHistoryJson(input.metric_key, points)}${next}}`;
    } catch (error) {
      // To MLflow a run that is not there has no points.
      if (error instanceof Problem && error.code === 'not-found') return {};
      throw error;
    }
  }),

  bind(table.getHistoryBulk, async (input, { services, workspace }) => {
    if (input.run_id.length === 0) {
      throw invalid('GetMetricHistoryBulk request must specify at least one run_id.');
    }
    checkRunCount('GetMetricHistoryBulk', input.run_id.length);
    if (input.metric_key === undefined) {
      throw invalid('GetMetricHistoryBulk request must specify a metric_key.');
    }
    const histories = await services.metrics.bulkHistory({
      workspaceId: workspace.id,
      runIds: [...new Set(input.run_id)].sort(),
      key: input.metric_key,
      limit: pageSize(input.max_results),
    });
    return `{"metrics":[${writeHistories(input.metric_key, histories)}]}`;
  }),

  bind(table.getHistoryBulkInterval, async (input, { services, workspace }) => {
    checkRunCount('GetMetricHistoryBulkInterval', input.run_ids.length);
    const steps = stepRange(input.start_step, input.end_step);
    const perRun = Number(input.max_results ?? maxSample);
    if (perRun < 1 || perRun > maxSample) {
      throw invalid(`max_results must be between 1 and ${maxSample}.`);
    }
    const histories = await services.metrics.sampledHistory({
      workspaceId: workspace.id,
      runIds: [...new Set(input.run_ids)],
      key: input.metric_key,
      steps,
      perRun,
    });
    const written = writeHistories(input.metric_key, histories);
    return written === '' ? {} : `{"metrics":[${written}]}`;
  }),
];
