import type { MetricPoint, PointOrigin } from '#domain/series/metric-point.ts';
import { type PointColumns, toPointColumns } from '#domain/series/point-columns.ts';
import type { ModelMetric } from '#server/modules/models/model-metrics.queries.ts';
import { MlflowFailure } from './failure.ts';
import { checkKey, isPlainKey } from './names.ts';
import { missing, mistyped, isMessage, type RawMessage, readDouble, readInt64 } from './request-fields.ts';

/**
 * Reads one metric of a logging call. By hand rather than by the table of fields: a server that is busy does little
 * else.
 * @param index its place in the batch; absent where the call is about one metric
 */
export function readMetric(raw: RawMessage, index?: number): MetricPoint {
  const { key, value: rawValue, timestamp: rawTime, step: rawStep } = raw;
  if (typeof key !== 'string' || key === '') throw unusableText(key, pathOf(index), 'key');
  if (rawValue === undefined || rawValue === null || rawValue === '') throw missing(`${pathOf(index)}value`);
  if (rawTime === undefined || rawTime === null || rawTime === '') throw missing(`${pathOf(index)}timestamp`);
  const value = typeof rawValue === 'number' ? rawValue : readDouble(rawValue, `${pathOf(index)}value`);
  const atMs = isPlain(rawTime) ? rawTime : readTime(rawTime, pathOf(index), key, value);
  const step = isPlain(rawStep) ? rawStep : readInt64(rawStep ?? 0, `${pathOf(index)}step`);
  if (!isPlainKey(key)) checkKey(key, `${pathOf(index)}name`, 'Metric name');
  if (atMs < 0) throw negativeTime(pathOf(index), atMs, key, value);
  return hasOrigin(raw)
    ? { key, value, step, atMs, ...readOrigin(raw, pathOf(index)) }
    : { key, value, step, atMs };
}

/** Times are kept as doubles: what one cannot hold exactly would come back as another time. */
function readTime(raw: unknown, path: string, key: string, value: number): number {
  const atMs = readInt64(raw, `${path}timestamp`);
  if (typeof atMs === 'number') return atMs;
  if (atMs < 0n) throw negativeTime(path, atMs, key, value);
  throw new MlflowFailure(
    'INVALID_PARAMETER_VALUE',
    `Invalid value ${atMs} for parameter '${path}timestamp' supplied: metric '${key}' (value=${pythonFloat(value)}). Timestamp must be in milliseconds, at most ${Number.MAX_SAFE_INTEGER}.`,
  );
}

/** What MLflow puts before a field's name in its messages. */
function pathOf(index: number | undefined): string {
  return index === undefined ? '' : `metrics[${index}].`;
}

/** An integer that needs no further reading. */
function isPlain(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value !== 0;
}

const originFields = [
  'model_id',
  'modelId',
  'dataset_name',
  'datasetName',
  'dataset_digest',
  'datasetDigest',
];

function hasOrigin(raw: RawMessage): boolean {
  return originFields.some((field) => raw[field] !== undefined);
}

function readOrigin(raw: RawMessage, path: string): PointOrigin {
  return {
    modelId: optionalText(raw['model_id'] ?? raw['modelId'], path, 'model_id'),
    datasetName: optionalText(raw['dataset_name'] ?? raw['datasetName'], path, 'dataset_name'),
    datasetDigest: optionalText(raw['dataset_digest'] ?? raw['datasetDigest'], path, 'dataset_digest'),
  };
}

export function requiredText(value: unknown, path: string, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw unusableText(value, path, name);
}

function unusableText(value: unknown, path: string, name: string): MlflowFailure {
  const absent = value === undefined || value === null || value === '';
  return absent ? missing(`${path}${name}`) : mistyped(`${path}${name}`, value);
}

function optionalText(value: unknown, path: string, name: string): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw mistyped(`${path}${name}`, value);
}

function negativeTime(path: string, atMs: number | bigint, key: string, value: number): MlflowFailure {
  return new MlflowFailure(
    'INVALID_PARAMETER_VALUE',
    `Invalid value ${atMs} for parameter '${path}timestamp' supplied: metric '${key}' (value=${pythonFloat(value)}). Timestamp must be a nonnegative long (64-bit integer) `,
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

/** Metrics of one logging call: the points, and those of them that speak about a logged model. */
export interface LoggedMetrics {
  readonly points: PointColumns | undefined;
  readonly modelMetrics: readonly ModelMetric[];
}

export const noMetrics: LoggedMetrics = { points: undefined, modelMetrics: [] };

export function readMetrics(raws: readonly RawMessage[]): LoggedMetrics {
  return raws.length === 0 ? noMetrics : gatherMetrics(raws.map((raw, index) => readMetric(raw, index)));
}

export function gatherMetrics(points: readonly MetricPoint[]): LoggedMetrics {
  const modelMetrics: ModelMetric[] = [];
  for (const point of points) {
    if (point.modelId === undefined) continue;
    const { modelId, datasetName, datasetDigest } = point;
    modelMetrics.push({ ...point, modelId, datasetName, datasetDigest });
  }
  return { points: toPointColumns(points), modelMetrics };
}
