import { type Points, pickPoints } from './metric-point.ts';
import { sortByHistory } from './point-order.ts';

export interface StepRange {
  readonly from: number | bigint;
  readonly to: number | bigint;
}

/** The points whose step lies in a range, both ends included. */
export function withinSteps(points: Points, range: StepRange | undefined): Points {
  if (range === undefined) return points;
  const kept: number[] = [];
  for (const [index, step] of points.steps.entries())
    if (step >= range.from && step <= range.to) kept.push(index);
  return kept.length === points.values.length ? points : pickPoints(points, kept);
}

/**
 * As MLflow thins a history for its charts: the points in history order are dealt into `count` lots of (nearly)
 * equal size, of which the first point is kept, and the very last point.
 */
export function thinPoints(points: Points, count: number): Points {
  const sorted = sortByHistory(points);
  const { length } = sorted.values;
  if (length <= count) return sorted;
  // SQL's NTILE: the first lots are one larger where the points do not divide evenly.
  const [size, larger] = [Math.floor(length / count), length % count];
  const kept = Array.from({ length: count }, (_, lot) => lot * size + Math.min(lot, larger));
  if (kept.at(-1) !== length - 1) kept.push(length - 1);
  return pickPoints(sorted, kept);
}
