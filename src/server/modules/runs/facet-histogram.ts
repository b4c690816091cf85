import type { FacetHistogram } from '#contract/run-facets.ts';

const dayMs = 86_400_000;
/** A Monday. */
const firstMonday = 4 * dayMs;
const widthsMs = [dayMs, 7 * dayMs, 28 * dayMs, 91 * dayMs, 364 * dayMs] as const;
const mostSteps = 60;
const numberSteps = 20;

/** Counts of times by days, or by weeks where they are many. */
export function timeHistogram(times: Iterable<number>): FacetHistogram | null {
  const range = rangeOf(times);
  if (range === undefined) return null;
  const width =
    widthsMs.find((each) => (range.greatest - range.least) / each <= mostSteps - 2) ??
    Math.ceil((range.greatest - range.least) / mostSteps / dayMs) * dayMs;
  const origin = width === dayMs ? 0 : firstMonday;
  const least = Math.floor((range.least - origin) / width) * width + origin;
  return count(times, least, width, Math.floor((range.greatest - least) / width) + 1);
}

/** Counts of finite numbers; null where all are the same. */
export function numberHistogram(numbers: Iterable<number>): FacetHistogram | null {
  const range = rangeOf(numbers);
  if (range === undefined) return null;
  const width = range.greatest / numberSteps - range.least / numberSteps;
  return width > 0 ? count(numbers, range.least, width, numberSteps) : null;
}

function rangeOf(
  numbers: Iterable<number>,
): { readonly least: number; readonly greatest: number } | undefined {
  let [least, greatest] = [Infinity, -Infinity];
  for (const each of numbers) {
    if (!Number.isFinite(each)) continue;
    least = Math.min(least, each);
    greatest = Math.max(greatest, each);
  }
  return least === Infinity ? undefined : { least, greatest };
}

function count(numbers: Iterable<number>, least: number, width: number, steps: number): FacetHistogram {
  const runs = Array.from({ length: steps }, () => 0);
  for (const each of numbers) {
    if (!Number.isFinite(each)) continue;
    const step = Math.min(steps - 1, Math.max(0, Math.floor((each - least) / width)));
    runs[step] = (runs[step] ?? 0) + 1;
  }
  return { least, width, runs };
}
