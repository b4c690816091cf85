/** A step and when it was logged, in UTC milliseconds. */
export interface StepTime {
  readonly step: number;
  readonly atMs: number;
}

/** When a step was logged, between steps in proportion; `undefined` outside of what is known. */
export function timeAtStep(knots: readonly StepTime[], step: number): number | undefined {
  return between(
    knots,
    step,
    ({ step: at }) => at,
    ({ atMs }) => atMs,
  );
}

/** Which step was logged at a time, between times in proportion; `undefined` outside of what is known. */
export function stepAtTime(knots: readonly StepTime[], atMs: number): number | undefined {
  return between(
    knots,
    atMs,
    ({ atMs: at }) => at,
    ({ step }) => step,
  );
}

function between(
  knots: readonly StepTime[],
  at: number,
  from: (knot: StepTime) => number,
  to: (knot: StepTime) => number,
): number | undefined {
  let low = 0;
  let high = knots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const knot = knots[middle];
    if (knot !== undefined && from(knot) <= at) low = middle + 1;
    else high = middle;
  }
  const before = knots[low - 1];
  const after = knots[low];
  if (before === undefined || (after === undefined && from(before) !== at)) return undefined;
  if (after === undefined) return to(before);
  const width = from(after) - from(before);
  return to(before) + ((to(after) - to(before)) * (at - from(before))) / width;
}

/** In order of steps, times never going back: of a run that was resumed, the later time of a step counts. */
export function toKnots(
  points: readonly { readonly step: string; readonly atMs: number }[],
): readonly StepTime[] {
  const byStep = new Map(points.map(({ step, atMs }) => [Number(step), atMs]));
  const sorted = [...byStep].map(([step, atMs]) => ({ step, atMs })).sort((a, b) => a.step - b.step);
  return sorted.filter(({ atMs }, index) => index === 0 || atMs >= (sorted[index - 1]?.atMs ?? 0));
}

const mostPoints = 10_000;

/** The metric whose points tell best when which step was: the longest that one answer holds, else the shortest. */
export function metricForTimes(
  metrics: readonly { readonly key: string; readonly points: number }[],
): { readonly key: string; readonly points: number } | undefined {
  const byLength = metrics.filter(({ points }) => points > 0).sort((a, b) => a.points - b.points);
  return byLength.findLast(({ points }) => points <= mostPoints) ?? byLength[0];
}

/** Offsets to read points at: all in one, or spread over a series that is too long for that. */
export function readsOf(points: number): readonly { readonly offset: number; readonly limit: number }[] {
  if (points <= mostPoints) return [{ offset: 0, limit: mostPoints }];
  const reads = 40;
  return Array.from({ length: reads }, (_none, index) => ({
    offset: Math.round((index / (reads - 1)) * (points - 1)),
    limit: 1,
  }));
}
