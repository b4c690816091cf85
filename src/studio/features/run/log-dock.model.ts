import type { Crosshair } from '#studio/charts/crosshair.store.ts';
import { stepAtTime, type StepTime, timeAtStep } from './step-times.model.ts';

/** In the address: whichever log comes first. No log has this id. */
export const firstLog = 'first';

type Place = Exclude<Crosshair['at'], undefined>;

interface RunTimes {
  readonly startedAtMs: number;
  readonly knots: readonly StepTime[];
}

/** When what a crosshair points at was logged, in UTC milliseconds; `undefined` where that cannot be known. */
export function timeOfPlace({ axis, x }: Place, { startedAtMs, knots }: RunTimes): number | undefined {
  if (axis === 'time') return x;
  if (axis === 'elapsed') return startedAtMs + x;
  return axis === 'step' ? timeAtStep(knots, x) : undefined;
}

/** Where on an axis a time lies; `undefined` where that cannot be known. */
export function placeOfTime(
  axis: Place['axis'],
  atMs: number,
  { startedAtMs, knots }: RunTimes,
): Place | undefined {
  if (axis === 'time') return { axis, x: atMs };
  if (axis === 'elapsed') return { axis, x: atMs - startedAtMs };
  const step = axis === 'step' ? stepAtTime(knots, atMs) : undefined;
  return step === undefined ? undefined : { axis, x: step };
}
