import type { MetricPoint } from '#domain/series/metric-point.ts';
import type { ModelMetric } from '#server/modules/models/model-metrics.queries.ts';
import { MlflowFailure } from './failure.ts';
import { showJson } from './json-text.ts';
import { checkKey } from './names.ts';
import { missing, mistyped, isMessage, type RawMessage, readDouble, readInt64 } from './request-fields.ts';

/**
 * Reads one metric of a logging call. By hand rather than by the table of fields: a server that is busy does little
 * else. @param path what MLflow puts before a field's name in its messages: empty, or `metrics[0].`
 */
export function readMetric(raw: RawMessage, path: string): MetricPoint {
  const key = requiredText(raw['key'], path, 'key');
  const rawValue = raw['value'];
  const rawTime = raw['timestamp'];
  if (rawValue === undefined || rawValue === null || rawValue === '') throw missing(`${path}value`);
  if (rawTime === undefined || rawTime === null || rawTime === '') throw missing(`${path}timestamp`);
  const value = typeof rawValue === 'number' ? rawValue : readDouble(rawValue, `${path}value`);
  const atMs = Number(readInt64(rawTime, `${path}timestamp`));
  const rawStep = raw['step'] ?? 0;
  const step = readInt64(rawStep, `${path}step`);
  checkKey(key, `${path}name`, 'Metric name');
  if (atMs < 0) throw negativeTime(path, atMs, key, value);
  const modelId = optionalText(raw['model_id'] ?? raw['modelId'], path, 'model_id');
  const datasetName = optionalText(raw['dataset_name'] ?? raw['datasetName'], path, 'dataset_name');
  const datasetDigest = optionalText(raw['dataset_digest'] ?? raw['datasetDigest'], path, 'dataset_digest');
  return { key, value, step, atMs, modelId, datasetName, datasetDigest };
}

export function requiredText(value: unknown, path: string, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  if (value === undefined || value === null || value === '') throw missing(`${path}${name}`);
  throw mistyped(`${path}${name}`, value);
}

function optionalText(value: unknown, path: string, name: string): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw mistyped(`${path}${name}`, value);
}

function negativeTime(path: string, atMs: number, key: string, value: number): MlflowFailure {
  return new MlflowFailure(
    'INVALID_PARAMETER_VALUE',
    `Invalid value ${showJson(atMs)} for parameter '${path}timestamp' supplied: metric '${key}' (value=${pythonFloat(value)}). Timestamp must be a nonnegative long (64-bit integer) `,
  );
}

function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Number.isInteger(value) && Math.abs(value) < 1e16 ? `${value}.0` : String(value);
}

/** A list of messages of a logging call; absent is empty. */
export function readMessages(value: unknown, name: string): readonly RawMessage[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw mistyped(name, value);
  const items: readonly unknown[] = value;
  return items.map((item, index) => {
    if (!isMessage(item)) throw mistyped(`${name}[${index}]`, item);
    return item;
  });
}

/** Those points that speak about a logged model. */
export function modelMetricsOf(points: readonly MetricPoint[]): readonly ModelMetric[] {
  return points.flatMap((point) => {
    const { modelId, key, value, step, atMs, datasetName, datasetDigest } = point;
    return modelId === undefined ? [] : [{ modelId, key, value, step, atMs, datasetName, datasetDigest }];
  });
}

/** The keys of points, each once, in order of first appearance. */
export function keysOf(points: readonly MetricPoint[]): readonly string[] {
  return [...new Set(points.map((point) => point.key))];
}
