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
import { selectRange, type SeriesLine, shiftLine } from '#domain/series/series-line.ts';
import { encodeSeries, type RunLine } from '#domain/series/series-wire.ts';
import { defineRead, type Work } from '#server/ports/database.ts';
import { findKeys } from '#server/sql/key-names.ts';
import {
  allBlocks,
  type Axis,
  extentOf,
  findBlocks,
  joinXy,
  readBlocks,
  readSummaries,
  summaryOf,
} from './line-blocks.queries.ts';
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
    else lines.push({ runId, line: yield* readLineOf(row, startedAtMs, query) });
  }
  const known = new Set(runs.map((run) => run.runId));
  const missing = [...new Set(query.runIds)].filter((runId) => !known.has(runId));
  return encodeSeries(lines, missing, withoutMetric);
});

/** Elapsed time is time less the start: borders of buckets are multiples of their width in time. */
export function* readLineOf(
  series: SeriesRow,
  startedAtMs: number,
  query: Pick<LineQuery, 'x' | 'from' | 'to' | 'maxBuckets'>,
): Work<SeriesLine> {
  const shift = query.x === 'elapsed' ? startedAtMs : 0;
  const axis = query.x === 'step' ? 'steps' : 'times';
  const extent = extentOf(series, axis);
  const from = Math.max((query.from ?? -Infinity) + shift, extent.from);
  const to = Math.min((query.to ?? Infinity) + shift, extent.to);
  const clip = { from, to, whole: from === extent.from && to === extent.to };
  return shiftLine(yield* readLine(series, axis, clip, query.maxBuckets), shift);
}

/** Of a series as much of x as was asked for and as it has. */
interface Clip {
  readonly from: number;
  readonly to: number;
  /** Whether that is all of the series. */
  readonly whole: boolean;
}

function* readLine(series: SeriesRow, axis: Axis, clip: Clip, maxBuckets: number): Work<SeriesLine> {
  const few = yield* readFewPoints(series, axis, clip, maxBuckets);
  if (few !== undefined) return few;
  const width = chooseWidth(clip.to - clip.from, maxBuckets);
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
  const summaries = yield* readSummaries(seriesId, axis, numbers, grid.width);
  const covered = new Set(summaries.keys());
  for (let at = 0; at < numbers.length; at += blocksAtOnce) {
    const some = numbers.slice(at, at + blocksAtOnce);
    const raw = yield* readBlocks(
      seriesId,
      axis,
      some.filter((number) => !covered.has(summaryOf(number))),
    );
    for (const number of some) {
      const points = raw.get(number);
      if (points !== undefined) addToGrid(grid, points.xs, points.values);
      const summary = summaries.get(summaryOf(number));
      if (summary === undefined) continue;
      mergeIntoGrid(grid, summary);
      // The other blocks of its group are in it.
      summaries.delete(summaryOf(number));
    }
  }
}
