import { type Points, stepAt } from './metric-point.ts';
import { type HistoryPosition, isLater, positionAt } from './point-order.ts';
import { rangeOf } from './point-range.ts';

/** What is known of a series without its points. */
export interface SeriesSummary {
  /** Of the point with the greatest step, time and value, in this order: MLflow's latest metric. */
  readonly lastValue: number;
  /** Also the greatest step. */
  readonly lastStep: number | bigint;
  readonly lastAtMs: number;
  /** Of the point with the least step, time and value, in this order; its step is `minStep`. */
  readonly firstValue: number;
  readonly firstAtMs: number;
  readonly minStep: number | bigint;
  readonly minAtMs: number;
  readonly maxAtMs: number;
  /** Over the finite values; undefined where there is none. */
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly mean: number | undefined;
  /** The least step at which the series was so low, and so high. */
  readonly stepOfMin: number | bigint | undefined;
  readonly stepOfMax: number | bigint | undefined;
  readonly pointCount: number;
  readonly nanCount: number;
  readonly infinityCount: number;
}

/** The summary after more points (at least one), and which of them is now the latest, if any. */
export function extendSummary(
  before: SeriesSummary | undefined,
  points: Points,
): { readonly summary: SeriesSummary; readonly latestIndex: number | undefined } {
  const { summary: these, latest } = summarize(points);
  if (before === undefined) return { summary: these, latestIndex: latest };
  const isLatest = isLater(lastOf(these), lastOf(before));
  const { lastValue, lastStep, lastAtMs } = isLatest ? these : before;
  const { firstValue, firstAtMs, minStep } = isLater(firstOf(before), firstOf(these)) ? these : before;
  const [lowest, highest] = [lower(before, these), higher(before, these)];
  return {
    latestIndex: isLatest ? latest : undefined,
    summary: {
      lastValue,
      lastStep,
      lastAtMs,
      firstValue,
      firstAtMs,
      minStep,
      minAtMs: Math.min(before.minAtMs, these.minAtMs),
      maxAtMs: Math.max(before.maxAtMs, these.maxAtMs),
      min: lowest.min,
      stepOfMin: lowest.stepOfMin,
      max: highest.max,
      stepOfMax: highest.stepOfMax,
      mean: joinMeans(before, these),
      pointCount: before.pointCount + these.pointCount,
      nanCount: before.nanCount + these.nanCount,
      infinityCount: before.infinityCount + these.infinityCount,
    },
  };
}

function lastOf({ lastStep, lastAtMs, lastValue }: SeriesSummary): HistoryPosition {
  return { step: lastStep, atMs: lastAtMs, value: lastValue };
}

function firstOf({ minStep, firstAtMs, firstValue }: SeriesSummary): HistoryPosition {
  return { step: minStep, atMs: firstAtMs, value: firstValue };
}

/** Which of two holds the lower value, of equals at the lesser step. */
function lower(a: SeriesSummary, b: SeriesSummary): SeriesSummary {
  if (a.min === undefined || b.min === undefined) return a.min === undefined ? b : a;
  if (a.min !== b.min) return a.min < b.min ? a : b;
  return (b.stepOfMin ?? 0) < (a.stepOfMin ?? 0) ? b : a;
}

function higher(a: SeriesSummary, b: SeriesSummary): SeriesSummary {
  if (a.max === undefined || b.max === undefined) return a.max === undefined ? b : a;
  if (a.max !== b.max) return a.max > b.max ? a : b;
  return (b.stepOfMax ?? 0) < (a.stepOfMax ?? 0) ? b : a;
}

function joinMeans(a: SeriesSummary, b: SeriesSummary): number | undefined {
  if (a.mean === undefined || b.mean === undefined) return a.mean ?? b.mean;
  const share = finiteCount(b) / (finiteCount(a) + finiteCount(b));
  const mean = a.mean + (b.mean - a.mean) * share;
  // Far apart, the difference is beyond what a double holds.
  return Number.isFinite(mean) ? mean : a.mean * (1 - share) + b.mean * share;
}

function finiteCount({ pointCount, nanCount, infinityCount }: SeriesSummary): number {
  return pointCount - nanCount - infinityCount;
}

function summarize(points: Points): { readonly summary: SeriesSummary; readonly latest: number } {
  const { minStep, maxStep, minAtMs, maxAtMs } = rangeOf(points);
  const latest = outermostAt(points, maxStep, isLater);
  const first = outermostAt(points, minStep, (a, b) => isLater(b, a));
  return {
    latest,
    summary: {
      lastValue: points.values[latest] ?? Number.NaN,
      lastStep: stepAt(points.steps, latest),
      lastAtMs: points.times[latest] ?? 0,
      firstValue: points.values[first] ?? Number.NaN,
      firstAtMs: points.times[first] ?? 0,
      minStep: stepAt(points.steps, first),
      minAtMs,
      maxAtMs,
      ...measure(points),
      pointCount: points.values.length,
    },
  };
}

/** Of the points at a step the one that none other is beyond. */
function outermostAt(
  points: Points,
  step: number | bigint,
  isBeyond: (a: HistoryPosition, b: HistoryPosition) => boolean,
): number {
  let found = -1;
  for (let index = 0; index < points.steps.length; index += 1) {
    if (points.steps[index] !== step) continue;
    if (found < 0 || isBeyond(positionAt(points, index), positionAt(points, found))) found = index;
  }
  return Math.max(found, 0);
}

type Measures = Pick<
  SeriesSummary,
  'min' | 'max' | 'mean' | 'stepOfMin' | 'stepOfMax' | 'nanCount' | 'infinityCount'
>;

function measure({ steps, values }: Points): Measures {
  let [nanCount, infinityCount, sum] = [0, 0, 0];
  let [low, lowest, high, highest] = [Infinity, -1, -Infinity, -1];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (!Number.isFinite(value)) {
      if (Number.isNaN(value)) nanCount += 1;
      else infinityCount += 1;
      continue;
    }
    sum += value;
    const step = steps[index] ?? 0;
    if (value < low || (value === low && step < (steps[lowest] ?? 0))) {
      low = value;
      lowest = index;
    }
    if (value > high || (value === high && step < (steps[highest] ?? 0))) {
      high = value;
      highest = index;
    }
  }
  const counts = { nanCount, infinityCount };
  const none = {
    min: undefined,
    max: undefined,
    mean: undefined,
    stepOfMin: undefined,
    stepOfMax: undefined,
  };
  if (lowest < 0) return { ...counts, ...none };
  const count = values.length - nanCount - infinityCount;
  return {
    ...counts,
    min: low,
    stepOfMin: stepAt(steps, lowest),
    max: high,
    stepOfMax: stepAt(steps, highest),
    mean: Number.isFinite(sum) ? sum / count : meanOfLarge(values, count),
  };
}

/** Where the sum is beyond what a double holds. */
function meanOfLarge(values: Float64Array, count: number): number {
  let mean = 0;
  for (const value of values) if (Number.isFinite(value)) mean += value / count;
  return mean;
}
