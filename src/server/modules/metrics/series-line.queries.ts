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
  type BlockHead,
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
  const width = chooseWidth(clip.to - clip.from, maxBuckets);
  const heads = clip.whole ? undefined : yield* findCovered(series, axis, clip, width);
  const few = yield* readFewPoints({ series, axis, heads }, clip, maxBuckets);
  return few ?? (yield* fillBuckets({ series, axis, heads }, clip, width));
}

/**
 * The same in buckets of a given width. The outermost are whole, whatever the bounds: so they stay the same when one
 * pans.
 */
export function* readBuckets(series: SeriesRow, axis: Axis, clip: Clip, width: number): Work<BucketLine> {
  const heads = clip.whole ? undefined : yield* findCovered(series, axis, clip, width);
  return yield* fillBuckets({ series, axis, heads }, clip, width);
}

/** The blocks that a line is made of. */
interface Source {
  readonly series: SeriesRow;
  readonly axis: Axis;
  /** Absent: all. */
  readonly heads: readonly BlockHead[] | undefined;
}

export type BucketLine = Extract<SeriesLine, { readonly kind: 'buckets' }>;

function* findCovered(series: SeriesRow, axis: Axis, clip: Clip, width: number): Work<BlockHead[]> {
  const { from, before } = coverOf(clip.from, clip.to, width);
  return yield* findBlocks(series, axis, from, before);
}

function numbersOf({ series, heads }: Source): number[] {
  return heads === undefined ? allBlocks(series) : heads.map((head) => head.number);
}

function* fillBuckets(source: Source, { from, to }: Clip, width: number): Work<BucketLine> {
  const grid = createGrid(from, to, width);
  yield* fillGrid(grid, source.series.id, source.axis, numbersOf(source));
  return { kind: 'buckets', width, buckets: finishGrid(grid) };
}

/** All points of the clip where there are at most `limit`, else undefined. */
function* readFewPoints(source: Source, { from, to }: Clip, limit: number): Work<SeriesLine | undefined> {
  const { series, axis, heads } = source;
  const inside = heads?.filter((head) => head.from >= from && head.to <= to);
  const surely = inside?.reduce((sum, head) => sum + head.pointCount, 0) ?? series.pointCount;
  if (surely > limit) return undefined;
  const numbers = numbersOf(source);
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
