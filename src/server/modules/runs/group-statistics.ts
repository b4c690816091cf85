import type { GroupValue } from '#contract/run-groups.ts';
import type { Direction } from '#domain/metric/direction.ts';
import type { NumberColumn } from './number-column.queries.ts';
import type { Partition } from './run-partition.ts';

interface Tally {
  n: number;
  nan: number;
  infinite: number;
  /** Of the finite values. */
  mean: number;
  /** Squares of the distances from the mean. */
  squares: number;
  min: number;
  max: number;
}

/** Statistics of one column in each group. */
export function summarizeGroups(
  { groupOf, examples }: Partition,
  { has, values }: NumberColumn,
  direction: Direction,
): readonly GroupValue[] {
  const tallies = examples.map((): Tally => ({
    n: 0,
    nan: 0,
    infinite: 0,
    mean: 0,
    squares: 0,
    min: Infinity,
    max: -Infinity,
  }));
  for (let at = 0; at < groupOf.length; at += 1) {
    const tally = tallies[groupOf[at] ?? -1];
    if (tally !== undefined && has[at] === 1) add(tally, values[at] ?? Number.NaN);
  }
  return tallies.map((tally) => toValue(tally, direction));
}

/** Welford's way, which keeps its precision where the values are large and close together. */
function add(tally: Tally, value: number): void {
  if (Number.isNaN(value)) {
    tally.nan += 1;
    return;
  }
  tally.n += 1;
  tally.min = Math.min(tally.min, value);
  tally.max = Math.max(tally.max, value);
  if (!Number.isFinite(value)) {
    tally.infinite += 1;
    return;
  }
  const distance = value - tally.mean;
  tally.mean += distance / (tally.n - tally.infinite);
  tally.squares += distance * (value - tally.mean);
}

function toValue(tally: Tally, direction: Direction): GroupValue {
  const { n, nan, infinite, squares, min, max } = tally;
  if (n === 0) return { n, nan, mean: null, sd: null, min: null, max: null, best: null };
  const best = direction === 'none' ? null : direction === 'up' ? max : min;
  const finite = n - infinite;
  const mean = finite === 0 ? null : tally.mean;
  const sd = finite < 2 ? null : Math.sqrt(squares / (finite - 1));
  return { n, nan, ...(infinite === 0 ? {} : { infinite }), mean, sd, min, max, best };
}
