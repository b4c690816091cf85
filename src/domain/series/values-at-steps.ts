import type { Points } from './metric-point.ts';

/**
 * For each point the value that another metric of the same run has at its step: the last to arrive, NaN where there is
 * none.
 */
export function valuesAtSteps(points: Points, other: Points): Float64Array {
  const byStep = new Map<bigint | number, number>();
  for (const [index, step] of other.steps.entries())
    byStep.set(toKey(step), other.values[index] ?? Number.NaN);
  return Float64Array.from(points.steps, (step: number | bigint) => byStep.get(toKey(step)) ?? Number.NaN);
}

/** One key for a step, whichever way its column holds it. */
function toKey(step: number | bigint): number | bigint {
  const rounded = Number(step);
  return Number.isSafeInteger(rounded) ? rounded : step;
}
