import {
  addToGrid,
  type BucketGrid,
  chooseWidth,
  createGrid,
  finishGrid,
} from '#domain/series/bucket-grid.ts';
import type { Buckets } from '#domain/series/buckets.ts';
import { aggregateGroup } from '#domain/series/group-lines.ts';
import { type AnsweredGroup, encodeGroups } from '#domain/series/group-wire.ts';
import { pickNumbers } from '#domain/series/metric-point.ts';
import type { GroupMember, GroupRule } from '#domain/series/place-member.ts';
import { defineRead, type Work } from '#server/ports/database.ts';
import { findKeys } from '#server/sql/key-names.ts';
import { type Axis, extentOf, findBlocks, joinXy, readBlocks } from './line-blocks.queries.ts';
import { type MetricRun, runsByIds } from './run-keys.queries.ts';
import { fillGrid } from './series-line.queries.ts';
import { seriesOfKey, type SeriesRow } from './series-rows.queries.ts';

export interface GroupQuery {
  readonly workspaceId: number;
  readonly groups: readonly { readonly runIds: readonly string[] }[];
  readonly key: string;
  readonly x: 'step' | 'time' | 'elapsed';
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** The most places of the grid; at least 2. */
  readonly maxPlaces: number;
  readonly rule: GroupRule;
}

/** A run that has the metric. */
interface Member {
  readonly series: SeriesRow;
  /** Taken off the logged x. */
  readonly shift: number;
}

/** The common grid: so wide a place, from here to there. */
interface Places {
  readonly axis: Axis;
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** One metric over groups of runs, encoded by `encodeGroups`. */
export const readGroupLines = defineRead('metrics.groups', 'long', function* (query: GroupQuery): Work<
  Uint8Array<ArrayBuffer>
> {
  const runIds = [...new Set(query.groups.flatMap((group) => group.runIds))];
  const runs = yield* runsByIds(query.workspaceId, runIds);
  const members = yield* findMembers(runs, query);
  const places = placesOf([...members.values()], query);
  const known = new Set(runs.map((run) => run.runId));
  const groups: AnsweredGroup[] = [];
  for (const group of query.groups) {
    const ids = [...new Set(group.runIds)];
    const found = ids.flatMap((runId) => members.get(runId) ?? []);
    const missing = ids.filter((runId) => !known.has(runId));
    const without = ids.filter((runId) => known.has(runId) && !members.has(runId));
    groups.push({ ...(yield* readGroup(found, places, query.rule)), missing, withoutMetric: without });
  }
  return encodeGroups({ width: places.width, groups });
});

function* findMembers(runs: readonly MetricRun[], { key, x }: GroupQuery): Work<Map<string, Member>> {
  const keyId = (yield* findKeys([key])).get(key);
  if (keyId === undefined) return new Map();
  const series = yield* seriesOfKey(
    keyId,
    runs.map((run) => run.id),
  );
  const members = new Map<string, Member>();
  for (const { id, runId, startedAtMs } of runs) {
    const row = series.get(id);
    if (row !== undefined) members.set(runId, { series: row, shift: x === 'elapsed' ? startedAtMs : 0 });
  }
  return members;
}

function placesOf(members: readonly Member[], query: GroupQuery): Places {
  const axis = query.x === 'step' ? 'steps' : 'times';
  let [least, greatest] = [Infinity, -Infinity];
  for (const { series, shift } of members) {
    const extent = extentOf(series, axis);
    least = Math.min(least, extent.from - shift);
    greatest = Math.max(greatest, extent.to - shift);
  }
  const from = Math.max(query.from ?? -Infinity, least);
  const to = Math.min(query.to ?? Infinity, greatest);
  return { axis, from, to, width: from <= to ? chooseWidth(to - from, query.maxPlaces) : 1 };
}

function* readGroup(
  members: readonly Member[],
  places: Places,
  rule: GroupRule,
): Work<Pick<AnsweredGroup, 'line' | 'members' | 'oddPoints'>> {
  const found: GroupMember[] = [];
  let [count, oddPoints] = [0, 0];
  for (const member of places.from <= places.to ? members : []) {
    const buckets = yield* readMember(member, places);
    if (buckets.start.length > 0) count += 1;
    oddPoints += sumOf(buckets.nan) + sumOf(buckets.positiveInfinity) + sumOf(buckets.negativeInfinity);
    found.push(toMember(buckets, places.width));
  }
  return { line: aggregateGroup(found, rule), members: count, oddPoints };
}

function* readMember({ series, shift }: Member, places: Places): Work<Buckets> {
  const { axis, from, to, width } = places;
  const grid = createGrid(from, to, width);
  const heads = yield* findBlocks(series, axis, grid.base * width + shift, to + width + shift);
  const numbers = heads.map((head) => head.number);
  if (shift === 0) yield* fillGrid(grid, series.id, axis, numbers);
  else yield* fillShifted(grid, series, numbers, shift);
  return finishGrid(grid);
}

/** Summaries have their borders in time itself, so that elapsed time takes the points. */
function* fillShifted(
  grid: BucketGrid,
  series: SeriesRow,
  numbers: readonly number[],
  shift: number,
): Work<void> {
  const blocks = yield* readBlocks(series.id, 'times', numbers);
  const { xs, values } = joinXy(numbers.flatMap((number) => blocks.get(number) ?? []));
  addToGrid(
    grid,
    xs.map((x) => x - shift),
    values,
  );
}

function sumOf(column: Float64Array): number {
  return column.reduce((sum, each) => sum + each, 0);
}

function toMember({ start, sum, count, min, max }: Buckets, width: number): GroupMember {
  const kept = [...count.keys()].filter((index) => (count[index] ?? 0) > 0);
  const middle = width === 1 ? 0 : width / 2;
  return {
    xs: pickNumbers(start, kept).map((x) => x + middle),
    mean: Float64Array.from(kept, (index) => (sum[index] ?? 0) / (count[index] ?? 1)),
    min: pickNumbers(min, kept),
    max: pickNumbers(max, kept),
  };
}
