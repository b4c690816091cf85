/** A stretch of time in which a run did nothing: from, and up to, UTC milliseconds. */
export interface Pause {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A stretch without points is a pause from here on, in milliseconds, */
const shortestMs = 60_000;
/** and where it is so many times the usual distance of two points. */
const timesUsual = 20;

/**
 * The pauses of a run that was stopped and resumed, oldest first: stretches of more than a minute, and more than 20
 * times the usual (median) distance, between one point and the next. Each begins that usual distance after its first
 * point.
 * @param times of the points of the run's most logged metric, in any order
 */
export function findPauses(times: Float64Array): Pause[] {
  const rising = times.toSorted();
  const distances = rising.slice(1).map((time, index) => time - (rising[index] ?? 0));
  const usual = distances.toSorted()[distances.length >> 1] ?? 0;
  const limit = Math.max(shortestMs, usual * timesUsual);
  const pauses: Pause[] = [];
  for (const [index, distance] of distances.entries()) {
    const from = rising[index] ?? 0;
    if (distance > limit) pauses.push({ fromMs: from + usual, toMs: from + distance });
  }
  return pauses;
}

/**
 * Each time less the start and all pauses before it; a time within a pause counts as its beginning.
 * @param pauses oldest first, none within another
 */
export function toActiveTimes(
  times: Float64Array,
  startedAtMs: number,
  pauses: readonly Pause[],
): Float64Array {
  const starts = Float64Array.from(pauses, ({ fromMs }) => fromMs);
  const lengths = Float64Array.from(pauses, ({ fromMs, toMs }) => toMs - fromMs);
  const before = new Float64Array(pauses.length);
  for (let at = 1; at < before.length; at += 1) before[at] = (before[at - 1] ?? 0) + (lengths[at - 1] ?? 0);
  return times.map((time) => {
    const last = countBelow(starts, time) - 1;
    const within = last < 0 ? 0 : Math.min(time - (starts[last] ?? 0), lengths[last] ?? 0);
    return time - startedAtMs - ((before[last] ?? 0) + within);
  });
}

/** How many of the rising values are less than one. */
function countBelow(rising: Float64Array, value: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
