import type { RunGroup } from './groups.model.ts';

/** Where a value lies between the least and the greatest that are drawn, 0 to 1. */
export type IntervalScale = (value: number) => number;

/** One scale for the intervals of all groups, so that they can be compared by eye; absent where nothing is finite. */
export function intervalScale(
  groups: readonly Pick<RunGroup, 'mean' | 'interval'>[],
): IntervalScale | undefined {
  const ends = groups
    .flatMap(({ mean, interval }) => [mean, interval?.low ?? mean, interval?.high ?? mean])
    .filter((value) => Number.isFinite(value));
  if (ends.length === 0) return undefined;
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return (value) => (high === low ? 0.5 : Math.min(1, Math.max(0, (value - low) / (high - low))));
}
