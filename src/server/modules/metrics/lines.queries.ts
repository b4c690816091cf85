import type { XAxis } from '#contract/metrics.ts';
import {
  addToGrid,
  type BucketGrid,
  chooseWidth,
  coverOf,
  createGrid,
  finishGrid,
  mergeIntoGrid,
} from '#domain/series/bucket-grid.ts';
import type { Buckets } from '#domain/series/buckets.ts';
import { selectRange, type SeriesLine } from '#domain/series/series-line.ts';
import { encodeSeries, type RunLine } from '#domain/series/series-wire.ts';
import { defineRead, type Work } from '#server/ports/database.ts';
import { findKeys } from './key-names.queries.ts';
import { type Axis, extentOf, toAxis } from './line-axis.ts';
import { allBlocks, findBlocks, joinXy, readBlocks, readSummaries } from './line-blocks.queries.ts';
import { runsByIds } from './run-keys.queries.ts';
import { seriesOfKey, type SeriesRow } from './series-rows.queries.ts';

export interface LineQuery {
  readonly workspaceId: number;
  readonly runIds: readonly string[];
  readonly key: string;
  readonly x: XAxis;
  /** Bounds on x, both included; absent: all. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** The most buckets of a line; at least 2. */
  readonly maxBuckets: number;
}

/** One metric of several runs as lines for a chart, encoded by `encodeSeries`. */
export const readLines = defineRead('metrics.lines', 'long', function* (query: LineQuery): Work<
  Uint8Array<ArrayBuffer>
> {
  const runs = yield* runsByIds(query.workspaceId, query.runIds);
  const keyId = (yield* findKeys([query.key])).get(query.key);
  const ids = runs.map((run) => run.id);
  const series = keyId === undefined ? new Map<number, SeriesRow>() : yield* seriesOfKey(keyId, ids);
  const lines: RunLine[] = [];
  const withoutMetric: string[] = [];
  for (const { id, runId, startedAtMs } of runs) {
    const row = series.get(id);
    if (row === undefined) withoutMetric.push(runId);
    else lines.push({ runId, line: yield* readLine(row, toAxis(query.x, startedAtMs), query) });
  }
  const known = new Set(runs.map((run) => run.runId));
  const missing = [...new Set(query.runIds)].filter((runId) => !known.has(runId));
  return encodeSeries(lines, missing, withoutMetric);
});

/** Of a series as much of x as was asked for and as it has. */
interface Clip {
  readonly from: number;
  readonly to: number;
  /** Whether that is all of the series. */
  readonly whole: boolean;
}

function clipTo(series: SeriesRow, axis: Axis, query: LineQuery): Clip {
  const extent = extentOf(series, axis);
  const from = Math.max(query.from ?? -Infinity, extent.from);
  const to = Math.min(query.to ?? Infinity, extent.to);
  return { from, to, whole: from === extent.from && to === extent.to };
}

function* readLine(series: SeriesRow, axis: Axis, query: LineQuery): Work<SeriesLine> {
  const clip = clipTo(series, axis, query);
  const few = yield* readFewPoints(series, axis, clip, query.maxBuckets);
  if (few !== undefined) return few;
  const width = chooseWidth(clip.to - clip.from, query.maxBuckets);
  const grid = createGrid(clip.from, clip.to, width);
  // The outermost buckets are whole, whatever the bounds: so they stay the same when one pans.
  const cover = coverOf(grid);
  const numbers = clip.whole
    ? allBlocks(series)
    : (yield* findBlocks(series.id, axis, cover.from, cover.before)).map((head) => head.number);
  yield* fillGrid(grid, series.id, axis, numbers);
  return { kind: 'buckets', width, buckets: finishGrid(grid) };
}

/** All points of the clip where there are at most `limit`, else undefined. */
function* readFewPoints(
  series: SeriesRow,
  axis: Axis,
  { from, to, whole }: Clip,
  limit: number,
): Work<SeriesLine | undefined> {
  let numbers = allBlocks(series);
  if (whole) {
    if (series.pointCount > limit) return undefined;
  } else {
    const heads = yield* findBlocks(series.id, axis, from, to);
    const inside = heads.filter((head) => head.from >= from && head.to <= to);
    if (inside.reduce((sum, head) => sum + head.pointCount, 0) > limit) return undefined;
    numbers = heads.map((head) => head.number);
  }
  const blocks = yield* readBlocks(series.id, axis, numbers);
  const points = selectRange(joinXy(numbers.flatMap((number) => blocks.get(number) ?? [])), from, to);
  return points.xs.length > limit ? undefined : { kind: 'points', points };
}

/** Blocks whose points are in memory at one time. */
const blocksAtOnce = 400;

/** Adds blocks in order of arrival: by their summary where that is fine enough, else point by point. */
function* fillGrid(grid: BucketGrid, seriesId: number, axis: Axis, numbers: readonly number[]): Work<void> {
  const summaries =
    axis.column === 'steps'
      ? yield* readSummaries(seriesId, numbers, grid.width)
      : new Map<number, Buckets>();
  for (let at = 0; at < numbers.length; at += blocksAtOnce) {
    const some = numbers.slice(at, at + blocksAtOnce);
    const raw = yield* readBlocks(
      seriesId,
      axis,
      some.filter((number) => !summaries.has(number)),
    );
    for (const number of some) {
      const summary = summaries.get(number);
      const points = raw.get(number);
      if (summary !== undefined) mergeIntoGrid(grid, summary);
      else if (points !== undefined) addToGrid(grid, points.xs, points.values);
    }
  }
}
