import type { ComparedRun } from '#contract/runs.ts';
import { flattenConfig } from '#domain/diff/flatten-config.ts';
import { type Interval, meanInterval } from '#domain/statistics/mean-interval.ts';
import { meanDifference, type MeanDifference, type Member } from '#domain/statistics/mean-difference.ts';
import { deviationOf, momentsOf } from '#domain/statistics/moments.ts';
import { type Verdict, verdictOf } from '#domain/statistics/verdict.ts';
import type { Direction } from '#domain/metric/direction.ts';

/** Runs that were given the same, but for chance. */
export interface RunGroup {
  readonly id: string;
  /** What sets it apart from the other groups, by key. */
  readonly given: readonly (readonly [key: string, text: string])[];
  readonly runIds: readonly string[];
  readonly n: number;
  /** Members that have no finite value of the metric. */
  readonly without: number;
  readonly mean: number;
  readonly deviation: number;
  /** 95 %; absent under two values. */
  readonly interval: Interval | undefined;
  readonly isBaseline: boolean;
  /** Against the group of the baseline. */
  readonly difference: MeanDifference | undefined;
  readonly verdict: Verdict | undefined;
}

const seedName = /(^|[^a-z])(seed|random_?state|rng)([^a-z]|$)/i;

/** Whether a parameter only sets where chance begins. */
export function isSeed(key: string): boolean {
  return seedName.test(key.replaceAll(/([a-z])([A-Z])/g, '$1_$2'));
}

interface GroupOptions {
  /** Keys of parameters; absent: all except seeds. */
  readonly by: readonly string[] | undefined;
  readonly baseline: string | undefined;
  readonly direction: Direction;
  /** What a run reached; absent where it did not log the metric. */
  readonly valueOf: (run: ComparedRun) => number | undefined;
}

/**
 * Runs in groups by what they were given, each against the group of the baseline (else the first). Members of two
 * groups are paired by their seeds. All runs count, also those hidden.
 */
export function toGroups(runs: readonly ComparedRun[], options: GroupOptions): readonly RunGroup[] {
  const given = new Map(runs.map((run) => [run.runId, flattenConfig(run.params)]));
  const keys =
    options.by ??
    [...new Set([...given.values()].flatMap((each) => [...each.keys()]))].filter((key) => !isSeed(key));
  const meaningOf = (run: ComparedRun, key: string) => given.get(run.runId)?.get(key)?.meaning;
  const groups = Map.groupBy(runs, (run) => JSON.stringify(keys.map((key) => meaningOf(run, key) ?? null)));
  const telling = keys.filter((key) => new Set(runs.map((run) => meaningOf(run, key))).size > 1);
  const membersOf = (list: readonly ComparedRun[]): readonly Member[] =>
    list.map((run) => ({ pair: seedsOf(run), value: options.valueOf(run) ?? NaN }));
  const ids = [...groups.keys()];
  const baseId = ids.find((id) => groups.get(id)?.some((run) => run.runId === options.baseline)) ?? ids[0];
  const base = membersOf(groups.get(baseId ?? '') ?? []);
  return [...groups].map(([id, list]) => {
    const members = membersOf(list);
    const moments = momentsOf(members.map(({ value }) => value));
    const difference = id === baseId ? undefined : meanDifference(members, base);
    const [first] = list;
    const ofFirst = given.get(first?.runId ?? '');
    return {
      id,
      given: telling.map((key) => [key, ofFirst?.get(key)?.text ?? 'not logged'] as const),
      runIds: list.map((run) => run.runId),
      n: moments.n,
      without: list.length - moments.n,
      mean: moments.mean,
      deviation: deviationOf(moments),
      interval: meanInterval(moments),
      isBaseline: id === baseId,
      difference,
      verdict: difference === undefined ? undefined : verdictOf(difference, options.direction),
    };
  });
}

/** What pairs a run with that of another group; absent where it logged no seed. */
function seedsOf({ params }: ComparedRun): string | undefined {
  const seeds = Object.entries(params).filter(([key]) => isSeed(key));
  return seeds.length === 0 ? undefined : JSON.stringify(seeds.sort(([a], [b]) => (a < b ? -1 : 1)));
}
