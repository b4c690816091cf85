import type { Points } from './metric-point.ts';

export interface PointRange {
  readonly minStep: number | bigint;
  readonly maxStep: number | bigint;
  readonly minAtMs: number;
  readonly maxAtMs: number;
}

/** The least and greatest step and time of at least one point. */
export function rangeOf({ steps, times }: Points): PointRange {
  const [minStep, maxStep] = steps instanceof Float64Array ? extremes(steps) : exactExtremes(steps);
  const [minAtMs, maxAtMs] = extremes(times);
  return { minStep, maxStep, minAtMs, maxAtMs };
}

function extremes(column: Float64Array): readonly [number, number] {
  let least = column[0] ?? 0;
  let greatest = least;
  for (let index = 1; index < column.length; index += 1) {
    const each = column[index] ?? 0;
    if (each < least) least = each;
    if (each > greatest) greatest = each;
  }
  return [least, greatest];
}

function exactExtremes(column: BigInt64Array): readonly [bigint, bigint] {
  let least = column[0] ?? 0n;
  let greatest = least;
  for (const each of column) {
    if (each < least) least = each;
    if (each > greatest) greatest = each;
  }
  return [least, greatest];
}
