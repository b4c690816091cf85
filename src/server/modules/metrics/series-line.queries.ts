import {
  addToGrid,
  type BucketGrid,
  chooseWidth,
  coverOf,
  createGrid,
  finishGrid,
  mergeIntoGrid,
} from '#domain/series/bucket-grid.ts';
import { selectRange, type SeriesLine } from '#domain/series/series-line.ts';
import type { Work } from '#server/ports/database.ts';
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
import type { SeriesRow } from './series-rows.queries.ts';

/** Of a series as much of x as was asked for and as it has. */
export interface Clip {
  readonly from: number;
  readonly to: number;
  /** Whether that is all of the series. */
  readonly whole: boolean;
}

/** The clip between two values of x, both included; absent: all. */
export function clipOf(series: SeriesRow, axis: Axis, from = -Infinity, to = Infinity): Clip {
  const extent = extentOf(series, axis);
  const clip = { from: Math.max(from, extent.from), to: Math.min(to, extent.to) };
  return { ...clip, whole: clip.from === extent.from && clip.to === extent.to };
}

/** A series along steps or times: all points where they are few, else buckets. */
export function* readLine(series: SeriesRow, axis: Axis, clip: Clip, maxBuckets: number): Work<SeriesLine> {
  const few = yield* readFewPoints(series, axis, clip, maxBuckets);
  if (few !== undefined) return few;
  return yield* readBuckets(series, axis, clip, chooseWidth(clip.to - clip.from, maxBuckets));
}

/**
 * The same in buckets of a given width. The outermost are whole, whatever the bounds: so they stay the same when one
 * pans.
 */
export function* readBuckets(series: SeriesRow, axis: Axis, clip: Clip, width: number): Work<SeriesLine> {
  const grid = createGrid(clip.from, clip.to, width);
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
export function* fillGrid(
  grid: BucketGrid,
  seriesId: number,
  axis: Axis,
  numbers: readonly number[],
): Work<void> {
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
