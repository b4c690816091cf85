import { type Smoothing, smoothLine } from '#domain/drawing/smoothing.ts';
import type { Buckets } from './buckets.ts';
import type { SeriesLine, XyPoints } from './series-line.ts';

/** What a window or a memory may leave out: so small a share that no pixel shows it. */
const negligible = 1e-3;
/** The farthest that smoothing looks, in points, for what is in view. */
const farthest = 20_000;

/**
 * How many points before and after those in view smoothing takes in.
 * @param pointCount of the whole series
 */
export function reachOf({ kind, amount }: Smoothing, pointCount: number): number {
  const memory = Math.log(negligible) / Math.log(Math.min(Math.max(amount, 0.01), 0.999));
  const reach = {
    ema: memory,
    // Its memory is in thousandths of the whole width.
    twema: (memory / 1000) * pointCount,
    average: amount / 2,
    gaussian: amount * 4,
  };
  return Math.min(Math.ceil(reach[kind]), farthest);
}

/**
 * Points smoothed as a part of their series: distances along x count as in the whole, whatever part is at hand.
 * @param wholeExtent how much of x the whole series covers
 */
export function smoothPart(
  points: XyPoints,
  smoothing: Smoothing,
  wholeExtent: number,
  pointsEach = 1,
): Float64Array {
  const { kind, amount } = smoothing;
  const extent = (points.xs.at(-1) ?? 0) - (points.xs[0] ?? 0);
  const isPart = kind === 'twema' && extent > 0 && wholeExtent > 0;
  const own = isPart ? { kind, amount: amount ** (extent / wholeExtent) } : smoothing;
  const wanted = kind === 'gaussian' ? Math.floor(amount / pointsEach / lotsInDeviation) : 1;
  if (wanted <= 1) return smoothLine(points.xs, points.values, own, pointsEach);
  const { length } = points.values;
  const lots = meansOfLots(points, Math.max(1, Math.round(length / wanted)));
  const pointsInLot = (pointsEach * length) / Math.max(1, lots.values.length);
  return spreadLots(points.values, smoothLine(lots.xs, lots.values, own, pointsInLot));
}

/**
 * A wide bell curve over every point costs as many steps as its width, for each of them. So the means of lots of points
 * are smoothed, so many in a standard deviation: that makes it wider by less than a thousandth.
 */
const lotsInDeviation = 8;

/** Lots of as nearly as can be the same size: at the ends a smaller one would count for too much. */
function meansOfLots({ xs, values }: XyPoints, count: number): XyPoints {
  const startOf = (lot: number): number => Math.floor((lot * values.length) / count);
  const means = Float64Array.from({ length: count }, (_, lot) => {
    const finite = values.subarray(startOf(lot), startOf(lot + 1)).filter((value) => Number.isFinite(value));
    return finite.reduce((sum, value) => sum + value / finite.length, finite.length === 0 ? Number.NaN : 0);
  });
  return { xs: means.map((_, lot) => xs[startOf(lot)] ?? 0), values: means };
}

/** A value for each point, on straight lines through the middles of the lots; what is not finite stays as it is. */
function spreadLots(values: Float64Array, smoothed: Float64Array): Float64Array {
  const lotsPerPoint = smoothed.length / values.length;
  return values.map((value, index) => {
    if (!Number.isFinite(value)) return value;
    const place = (index + 0.5) * lotsPerPoint - 0.5;
    const lower = Math.max(0, Math.min(Math.floor(place), smoothed.length - 2));
    const [before, after] = [smoothed[lower] ?? Number.NaN, smoothed[lower + 1] ?? Number.NaN];
    if (!Number.isFinite(before + after)) return Number.isFinite(before) ? before : after;
    return before + (after - before) * (place - lower);
  });
}

/**
 * Smoothed points on a line made of some of them: one for each point, or the mean of each bucket (NaN where it has
 * none).
 * @param xs where the smoothed points lie, rising
 */
export function placeOnLine(line: SeriesLine, xs: Float64Array, smoothed: Float64Array): Float64Array {
  if (line.kind === 'buckets') return meanOfBuckets(line.buckets, line.width, xs, smoothed);
  const first = line.points.xs[0] ?? 0;
  const from = xs.findIndex((x) => x >= first);
  return smoothed.slice(Math.max(from, 0), Math.max(from, 0) + line.points.xs.length);
}

function meanOfBuckets(
  { start }: Buckets,
  width: number,
  xs: Float64Array,
  smoothed: Float64Array,
): Float64Array {
  const means = new Float64Array(start.length).fill(Number.NaN);
  let at = 0;
  for (let slot = 0; slot < start.length; slot += 1) {
    const [from, before] = [start[slot] ?? 0, (start[slot] ?? 0) + width];
    let [sum, count] = [0, 0];
    for (; at < xs.length && (xs[at] ?? 0) < before; at += 1) {
      const value = smoothed[at] ?? Number.NaN;
      if ((xs[at] ?? 0) < from || !Number.isFinite(value)) continue;
      sum += value;
      count += 1;
    }
    if (count > 0) means[slot] = sum / count;
  }
  return means;
}

/** The means of buckets as points in their middles; those without a finite value are left out. */
export function meansOf({ start, sum, count }: Buckets, width: number): XyPoints {
  const slots = [...start.keys()].filter((slot) => (count[slot] ?? 0) > 0);
  return {
    xs: Float64Array.from(slots, (slot) => (start[slot] ?? 0) + width / 2),
    values: Float64Array.from(slots, (slot) => (sum[slot] ?? 0) / (count[slot] ?? 1)),
  };
}
