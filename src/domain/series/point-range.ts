import type { Points, StepColumn } from './metric-point.ts';

export interface PointRange {
  readonly minStep: number | bigint;
  readonly maxStep: number | bigint;
  readonly minAtMs: number;
  readonly maxAtMs: number;
}

/** The least and greatest step and time of at least one point. */
export function rangeOf({ steps, times }: Points): PointRange {
  const [minStep, maxStep] = extremes(steps);
  const [minAtMs, maxAtMs] = extremes(times);
  return { minStep, maxStep, minAtMs: Number(minAtMs), maxAtMs: Number(maxAtMs) };
}

function extremes(column: StepColumn): readonly [number | bigint, number | bigint] {
  let least = column[0] ?? 0;
  let greatest = least;
  for (const each of column) {
    if (each < least) least = each;
    if (each > greatest) greatest = each;
  }
  return [least, greatest];
}
