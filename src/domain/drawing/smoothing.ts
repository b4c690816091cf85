import { averageMoving, smoothGaussian } from './window-smoothing.ts';

export const smoothingKinds = ['ema', 'twema', 'average', 'gaussian'] as const;
/**
 * `ema`: exponential moving average by point. `twema`: the same by distance along x, for points that are not evenly
 * spaced. `average`: mean of the points around. `gaussian`: the same, the near ones counting more.
 */
export type SmoothingKind = (typeof smoothingKinds)[number];

/** How a line is smoothed. */
export interface Smoothing {
  readonly kind: SmoothingKind;
  /**
   * `ema`, `twema`: weight, 0 (as it is) to `maxSmoothing`. `average`: how many points are averaged.
   * `gaussian`: standard deviation, in points.
   */
  readonly amount: number;
}

/** The most a value may lean on those before it; 1 would never move. */
export const maxSmoothing = 0.999;
/** The most points that an average or a Gaussian (as its deviation) may take in. */
export const mostSmoothingPoints = 10_000;

/** Whether it changes anything at all. */
export function isSmooth({ kind, amount }: Smoothing): boolean {
  return kind === 'average' ? amount > 1 : amount > 0;
}

/**
 * Values smoothed, one for each. What is not finite stays as it is and does not count, a constant stays constant.
 * @param xs where the values lie, rising
 * @param pointsEach how many logged points a value stands for: amounts count logged points
 */
export function smoothLine(
  xs: Float64Array,
  values: Float64Array,
  smoothing: Smoothing,
  pointsEach = 1,
): Float64Array {
  const { kind, amount } = smoothing;
  if (!isSmooth(smoothing) || isConstant(values)) return values.slice();
  const points = Math.min(amount, mostSmoothingPoints) / pointsEach;
  switch (kind) {
    case 'ema':
      return smoothValues(values, Math.min(amount, maxSmoothing) ** pointsEach);
    case 'twema':
      return smoothByDistance(xs, values, amount);
    case 'average':
      return averageMoving(values, points);
    case 'gaussian':
      return smoothGaussian(values, points);
  }
}

/**
 * Exponential moving average without the bias to its start (divided by 1 − weightⁿ, as TensorBoard does).
 * @param weight 0 (as it is) to `maxSmoothing`: how much of the average is kept at each value
 * @returns one value for each; what is not finite stays as it is and does not count, a constant stays constant
 */
export function smoothValues(values: Float64Array, weight: number): Float64Array {
  const kept = Math.min(Math.max(weight, 0), maxSmoothing);
  return averageKeeping(values, () => kept);
}

/** A thousandth of the whole width keeps the weight's share, so that the same weight looks alike at any scale. */
const wholeWidth = 1000;

function smoothByDistance(xs: Float64Array, values: Float64Array, weight: number): Float64Array {
  const width = (xs.at(-1) ?? 0) - (xs[0] ?? 0);
  const kept = Math.min(Math.max(weight, 0), maxSmoothing);
  const distance = (from: number, to: number): number => (to - from) * (width > 0 ? wholeWidth / width : 1);
  return averageKeeping(values, (index, last) => kept ** distance(xs[last] ?? 0, xs[index] ?? 0));
}

/** `keptAt` tells, of a value and the last one that counted, how much of the average is kept. */
function averageKeeping(values: Float64Array, keptAt: (index: number, last: number) => number): Float64Array {
  if (isConstant(values)) return values.slice();
  const smoothed = new Float64Array(values.length);
  let [average, weights, last] = [0, 0, 0];
  for (const [index, value] of values.entries()) {
    smoothed[index] = value;
    if (!Number.isFinite(value)) continue;
    const kept = weights === 0 ? 0 : keptAt(index, last);
    weights = weights * kept + 1;
    average += (value - average) / weights;
    last = index;
    smoothed[index] = average;
  }
  return smoothed;
}

function isConstant(values: Float64Array): boolean {
  const first = values.find((value) => Number.isFinite(value));
  return values.every((value) => value === first || !Number.isFinite(value));
}
