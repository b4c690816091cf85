import { intervalAround, type Interval } from './mean-interval.ts';
import { momentsOf, type Moments, standardErrorOf } from './moments.ts';

/** How far the mean of one group lies from that of another. */
export interface MeanDifference {
  /** `paired`: of the same seed in both groups. `welch`: groups as they are, their spreads may differ. */
  readonly method: 'paired' | 'welch';
  /** Mean of the candidate minus mean of the baseline; of pairs only, where paired. */
  readonly difference: number;
  /** 95 %, two-sided; absent where there are too few values to tell a spread. */
  readonly interval: Interval | undefined;
  /** Hedges' g: the difference in standard deviations, corrected for few values; absent without spread. */
  readonly effect: number | undefined;
  /** How many pairs, or the values of the smaller group: what the statement rests on. */
  readonly restsOn: number;
}

/** A value, with what it is paired by: the same in both groups, such as a seed. */
export interface Member {
  readonly pair?: string | undefined;
  readonly value: number;
}

/**
 * Compares the means of two groups. Members are paired where at least two, and more than half of the smaller group, have
 * a partner of the same `pair` in the other (a pair that is there twice on a side counts by the mean of the two).
 * Values that are not finite are left out. Absent if a group has no value.
 */
export function meanDifference(
  candidate: readonly Member[],
  baseline: readonly Member[],
): MeanDifference | undefined {
  const [a, b] = [momentsOf(valuesOf(candidate)), momentsOf(valuesOf(baseline))];
  if (a.n === 0 || b.n === 0) return undefined;
  const pairs = findPairs(candidate, baseline);
  const isPaired = pairs.length >= 2 && pairs.length * 2 > Math.min(a.n, b.n);
  return isPaired ? pairedDifference(pairs) : welchDifference(a, b);
}

function welchDifference(a: Moments, b: Moments): MeanDifference {
  const difference = a.mean - b.mean;
  const restsOn = Math.min(a.n, b.n);
  if (restsOn < 2) {
    return { method: 'welch', difference, interval: undefined, effect: undefined, restsOn };
  }
  const [left, right] = [standardErrorOf(a) ** 2, standardErrorOf(b) ** 2];
  const df = (left + right) ** 2 / (left ** 2 / (a.n - 1) + right ** 2 / (b.n - 1));
  return {
    method: 'welch',
    difference,
    interval: intervalAround(difference, Math.sqrt(left + right), df),
    effect: hedgesG(difference, pooledDeviation(a, b), a.n + b.n - 2),
    restsOn,
  };
}

type Pair = readonly [candidate: number, baseline: number];

function pairedDifference(pairs: readonly Pair[]): MeanDifference {
  const differences = momentsOf(pairs.map(([candidate, baseline]) => candidate - baseline));
  const a = momentsOf(pairs.map(([candidate]) => candidate));
  const b = momentsOf(pairs.map(([, baseline]) => baseline));
  return {
    method: 'paired',
    difference: differences.mean,
    interval: intervalAround(differences.mean, standardErrorOf(differences), pairs.length - 1),
    // By the spread within the groups, not that of the differences: else close pairing would look like a large effect.
    effect: hedgesG(differences.mean, pooledDeviation(a, b), a.n + b.n - 2),
    restsOn: pairs.length,
  };
}

function pooledDeviation(a: Moments, b: Moments): number {
  return Math.sqrt(((a.n - 1) * a.variance + (b.n - 1) * b.variance) / (a.n + b.n - 2));
}

function hedgesG(difference: number, deviation: number, df: number): number | undefined {
  if (deviation === 0) return difference === 0 ? 0 : undefined;
  return (difference / deviation) * (1 - 3 / (4 * df - 1));
}

function findPairs(candidate: readonly Member[], baseline: readonly Member[]): readonly Pair[] {
  const [left, right] = [meansByPair(candidate), meansByPair(baseline)];
  return [...left].flatMap(([pair, value]) => {
    const partner = right.get(pair);
    return partner === undefined ? [] : [[value, partner] as const];
  });
}

function meansByPair(members: readonly Member[]): ReadonlyMap<string, number> {
  const values = Map.groupBy(
    members.filter(({ pair, value }) => pair !== undefined && Number.isFinite(value)),
    ({ pair }) => pair ?? '',
  );
  return new Map([...values].map(([pair, list]) => [pair, momentsOf(valuesOf(list)).mean]));
}

function valuesOf(members: readonly Member[]): readonly number[] {
  return members.map(({ value }) => value);
}
