import type { PointOrigin, Points, StepColumn } from './metric-point.ts';
import type { PointBatch } from './point-batch.ts';

/** The points of one metric of one run, in order of arrival. */
export interface PointGroup {
  readonly run: number;
  readonly key: string;
  readonly points: Points;
  /** What a point speaks about, by its index; absent where none of the points says so. */
  readonly origins: ReadonlyMap<number, PointOrigin> | undefined;
}

interface Growing {
  readonly run: number;
  readonly key: string;
  length: number;
  exact: boolean;
  filled: number;
  steps: StepColumn;
  times: Float64Array;
  values: Float64Array;
  origins: Map<number, PointOrigin> | undefined;
}

/** Sorts the points of many logging calls, oldest first, by run and metric. */
export function groupBatches(
  calls: readonly { readonly run: number; readonly batch: PointBatch }[],
): PointGroup[] {
  const runs = new Map<number, Map<string, Growing>>();
  // Batches with the same keys share one list of them (see unpackBatch): then their groups are found at once.
  const known = new Map<number, Map<readonly string[], Growing[]>>();
  const placed = calls.map(({ run, batch }) => {
    const series = getOrMake(runs, run, () => new Map<string, Growing>());
    const lists = getOrMake(known, run, () => new Map<readonly string[], Growing[]>());
    const groups = getOrMake(lists, batch.keys, () => batch.keys.map((key) => growingOf(series, run, key)));
    for (let index = 0; index < batch.keyIndex.length; index += 1)
      count(groups[batch.keyIndex[index] ?? 0], batch);
    return { batch, groups };
  });
  const all = [...runs.values()].flatMap((series) => [...series.values()]);
  for (const group of all) allocate(group);
  for (const { batch, groups } of placed) fill(batch, groups);
  return all.map(({ run, key, steps, times, values, origins }) => ({
    run,
    key,
    points: { steps, times, values },
    origins,
  }));
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

const none = new Float64Array();

function growingOf(series: Map<string, Growing>, run: number, key: string): Growing {
  return getOrMake(series, key, () => ({
    run,
    key,
    length: 0,
    exact: false,
    filled: 0,
    steps: none,
    times: none,
    values: none,
    origins: undefined,
  }));
}

function count(group: Growing | undefined, batch: PointBatch): void {
  if (group === undefined) throw new Error('A packed batch of points names a key that it does not have.');
  group.length += 1;
  group.exact ||= batch.steps instanceof BigInt64Array;
}

function allocate(group: Growing): void {
  group.steps = group.exact ? new BigInt64Array(group.length) : new Float64Array(group.length);
  group.times = new Float64Array(group.length);
  group.values = new Float64Array(group.length);
}

function fill(batch: PointBatch, groups: readonly Growing[]): void {
  const { keyIndex, steps, times, values, origins, originIndex } = batch;
  for (let index = 0; index < values.length; index += 1) {
    const group = groups[keyIndex[index] ?? 0];
    if (group === undefined) continue;
    const at = group.filled;
    group.filled += 1;
    group.times[at] = times[index] ?? 0;
    group.values[at] = values[index] ?? 0;
    if (group.steps instanceof Float64Array) group.steps[at] = Number(steps[index] ?? 0);
    else group.steps[at] = BigInt(steps[index] ?? 0);
    const origin = origins[originIndex[index] ?? -1];
    if (origin !== undefined) {
      group.origins ??= new Map();
      group.origins.set(at, origin);
    }
  }
}
