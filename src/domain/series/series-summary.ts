import { type Points, stepAt } from './metric-point.ts';
import { isLater, positionAt } from './point-order.ts';
import { rangeOf } from './point-range.ts';

/** What is known of a series without its points. */
export interface SeriesSummary {
  /** Of the point with the greatest step, time and value, in this order: MLflow's latest metric. */
  readonly lastValue: number;
  /** Also the greatest step. */
  readonly lastStep: number | bigint;
  readonly lastAtMs: number;
  readonly minStep: number | bigint;
  readonly minAtMs: number;
  readonly maxAtMs: number;
  /** Over the finite values; undefined where there is none. */
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly pointCount: number;
  readonly nanCount: number;
  readonly infinityCount: number;
}

/** The summary after more points (at least one), and which of them is now the latest, if any. */
export function extendSummary(
  before: SeriesSummary | undefined,
  points: Points,
): { readonly summary: SeriesSummary; readonly latestIndex: number | undefined } {
  const latestIndex = findLatest(points, before);
  const ofThese = summarize(points, latestIndex ?? 0);
  if (before === undefined) return { summary: ofThese, latestIndex };
  const latest = latestIndex === undefined ? before : ofThese;
  return {
    latestIndex,
    summary: {
      lastValue: latest.lastValue,
      lastStep: latest.lastStep,
      lastAtMs: latest.lastAtMs,
      minStep: before.minStep < ofThese.minStep ? before.minStep : ofThese.minStep,
      minAtMs: Math.min(before.minAtMs, ofThese.minAtMs),
      maxAtMs: Math.max(before.maxAtMs, ofThese.maxAtMs),
      min: least(before.min, ofThese.min),
      max: greatest(before.max, ofThese.max),
      pointCount: before.pointCount + ofThese.pointCount,
      nanCount: before.nanCount + ofThese.nanCount,
      infinityCount: before.infinityCount + ofThese.infinityCount,
    },
  };
}

function findLatest(points: Points, before: SeriesSummary | undefined): number | undefined {
  let latest =
    before === undefined
      ? undefined
      : { step: before.lastStep, atMs: before.lastAtMs, value: before.lastValue };
  let latestIndex: number | undefined;
  for (let index = 0; index < points.values.length; index += 1) {
    const position = positionAt(points, index);
    if (latest !== undefined && !isLater(position, latest)) continue;
    latest = position;
    latestIndex = index;
  }
  return latestIndex;
}

function summarize(points: Points, latestIndex: number): SeriesSummary {
  const { minStep, minAtMs, maxAtMs } = rangeOf(points);
  let [min, max, nanCount, infinityCount] = [Infinity, -Infinity, 0, 0];
  for (const value of points.values) {
    if (Number.isNaN(value)) nanCount += 1;
    else if (Number.isFinite(value)) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    } else infinityCount += 1;
  }
  return {
    lastValue: points.values[latestIndex] ?? Number.NaN,
    lastStep: stepAt(points.steps, latestIndex),
    lastAtMs: points.times[latestIndex] ?? 0,
    minStep,
    minAtMs,
    maxAtMs,
    min: min === Infinity ? undefined : min,
    max: max === -Infinity ? undefined : max,
    pointCount: points.values.length,
    nanCount,
    infinityCount,
  };
}

function least(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}

function greatest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}
