import * as table from '#contract/mlflow/runs.ts';
import type { Tag } from '#server/modules/experiments/experiments.types.ts';
import { type Act, bind, bindRaw, type BoundRpc, type MlflowCall } from './bound-rpc.ts';
import { MlflowFailure } from './failure.ts';
import { pythonText } from './json-text.ts';
import {
  gatherMetrics,
  type LoggedMetrics,
  noMetrics,
  readMessages,
  readMetric,
  readMetrics,
  requiredText,
} from './log-metrics.ts';
import { checkKey, checkRunId, cut, maxParamValueLength, maxTagValueLength } from './names.ts';
import { createPlainBatchReader } from './plain-batch.ts';
import { mistyped, type RawMessage } from './request-fields.ts';

interface Logged {
  readonly metrics?: LoggedMetrics;
  readonly params?: readonly Tag[];
  readonly tags?: readonly Tag[];
  readonly single: boolean;
}

async function log(call: MlflowCall, runId: string, logged: Logged): Promise<string> {
  const { services, workspace, caller } = call;
  const { metrics = noMetrics, params = [], tags = [], single } = logged;
  const { points, modelMetrics } = metrics;
  await services.runs.log(
    { workspaceId: workspace.id, runId, params, tags, points, modelMetrics, single },
    caller.actor,
  );
  return '{}';
}

function readRunId(raw: RawMessage): string {
  return requiredText(raw['run_id'] ?? raw['run_uuid'] ?? raw['runId'] ?? raw['runUuid'], '', 'run_id');
}

/** A parameter or tag as MLflow stores it: an absent value is empty, a long one is cut. */
function toPair(key: string, value: string | undefined, limit: number): Tag {
  return { key, value: cut(value ?? '', limit) };
}

function readPair(raw: RawMessage, path: string, limit: number): Tag {
  const key = requiredText(raw['key'], path, 'key');
  const value = raw['value'] ?? '';
  if (typeof value !== 'string') throw mistyped(`${path}value`, value);
  return toPair(key, value, limit);
}

const maxEntities = 1000;
const maxPairs = 100;

function checkLimit(name: string, limit: number, count: number): void {
  if (count <= limit) return;
  throw new MlflowFailure(
    'INVALID_PARAMETER_VALUE',
    `A batch logging request can contain at most ${limit} ${name}. Got ${count} ${name}. Please split up ${name} across multiple requests and try again.`,
  );
}

function checkUnique(params: readonly Tag[]): void {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { key } of params) {
    if (seen.has(key)) repeated.add(key);
    seen.add(key);
  }
  if (repeated.size === 0) return;
  throw new MlflowFailure(
    'INVALID_PARAMETER_VALUE',
    `Duplicate parameter keys have been submitted: [${[...repeated].map((key) => pythonText(key)).join(', ')}]. Please ensure the request contains only one param value per param key.`,
  );
}

async function logBatch(raw: RawMessage, call: MlflowCall): Promise<string> {
  const runId = readRunId(raw);
  const rawMetrics = readMessages(raw['metrics'], 'metrics');
  const rawParams = readMessages(raw['params'], 'params');
  const rawTags = readMessages(raw['tags'], 'tags');
  checkRunId(runId);
  const metrics = readMetrics(rawMetrics);
  const params = rawParams.map((param, index) => readPair(param, `params[${index}].`, maxParamValueLength));
  const tags = rawTags.map((tag, index) => readPair(tag, `tags[${index}].`, maxTagValueLength));
  for (const [index, { key }] of params.entries()) checkKey(key, `params[${index}].key`, 'Param key');
  for (const [index, { key }] of tags.entries()) checkKey(key, `tags[${index}].key`, `tags[${index}].key`);
  checkLimit('metrics', maxEntities, rawMetrics.length);
  checkLimit('params', maxPairs, params.length);
  checkLimit('tags', maxPairs, tags.length);
  checkLimit('metrics, params, and tags', maxEntities, rawMetrics.length + params.length + tags.length);
  checkUnique(params);
  return log(call, runId, { metrics, params, tags, single: false });
}

const readPlainBatch = createPlainBatchReader();

/** A batch of metrics and nothing else, read from its bytes. */
function readUsualBatch(body: Uint8Array): Act | undefined {
  const batch = readPlainBatch(body);
  if (batch === undefined) return undefined;
  const { runId, points } = batch;
  return async (call) => {
    checkRunId(runId);
    return log(call, runId, { metrics: { points, modelMetrics: [] }, single: false });
  };
}

export const logCalls: readonly BoundRpc[] = [
  bindRaw(table.logMetric, async (raw, call) =>
    log(call, readRunId(raw), { metrics: gatherMetrics([readMetric(raw)]), single: true }),
  ),

  bindRaw(table.logBatch, async (raw, call) => logBatch(raw, call), readUsualBatch),

  bind(table.logParameter, async (input, call) => {
    checkKey(input.key, 'key', 'Param key');
    const params = [toPair(input.key, input.value, maxParamValueLength)];
    return log(call, input.run_id, { params, single: true });
  }),

  bind(table.setTag, async (input, call) => {
    checkKey(input.key, 'key', 'key');
    return log(call, input.run_id, {
      tags: [toPair(input.key, input.value, maxTagValueLength)],
      single: true,
    });
  }),
];
