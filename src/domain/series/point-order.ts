import type { Points } from './metric-point.ts';
import { pickPoints } from './metric-point.ts';

/** What MLflow compares values by: NaN counts as 0, after a real 0. */
function compareValues(a: number, b: number): number {
  const left = Number.isNaN(a) ? 0 : a;
  const right = Number.isNaN(b) ? 0 : b;
  if (left < right) return -1;
  if (left > right) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

/** The place of a point in MLflow's history order: time, step, value. */
export interface HistoryPosition {
  readonly atMs: number;
  readonly step: number | bigint;
  readonly value: number;
}

export function compareHistory(a: HistoryPosition, b: HistoryPosition): number {
  if (a.atMs !== b.atMs) return a.atMs - b.atMs;
  if (a.step < b.step) return -1;
  if (a.step > b.step) return 1;
  return compareValues(a.value, b.value);
}

/** Whether `a` is later than `b` in the order that decides a run's latest metric: step, time, value. */
export function isLater(a: HistoryPosition, b: HistoryPosition): boolean {
  if (a.step > b.step) return true;
  if (a.step < b.step) return false;
  if (a.atMs !== b.atMs) return a.atMs > b.atMs;
  return compareValues(a.value, b.value) > 0;
}

export function positionAt({ steps, times, values }: Points, index: number): HistoryPosition {
  return { atMs: times[index] ?? 0, step: steps[index] ?? 0, value: values[index] ?? 0 };
}

/** Points in MLflow's history order: time, step, value. */
export function sortByHistory(points: Points): Points {
  const compare = (a: number, b: number) => compareHistory(positionAt(points, a), positionAt(points, b));
  if (
    isSorted(
      points.values.length,
      (a, b) => (points.times[a] ?? 0) < (points.times[b] ?? 0) || compare(a, b) <= 0,
    )
  )
    return points;
  return pickPoints(points, Uint32Array.from(points.values.keys()).sort(compare));
}

/** Points in order of step and then time; those that agree stay as they came. */
export function sortByStep(points: Points): Points {
  const { steps, times } = points;
  const compare = (a: number, b: number) => {
    const [left, right] = [steps[a] ?? 0, steps[b] ?? 0];
    if (left !== right) return left < right ? -1 : 1;
    return (times[a] ?? 0) - (times[b] ?? 0) || a - b;
  };
  if (isSorted(points.values.length, (a, b) => compare(a, b) <= 0)) return points;
  return pickPoints(points, Uint32Array.from(points.values.keys()).sort(compare));
}

function isSorted(length: number, inOrder: (before: number, after: number) => boolean): boolean {
  for (let index = 1; index < length; index += 1) if (!inOrder(index - 1, index)) return false;
  return true;
}
