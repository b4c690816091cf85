import type { Smoothing } from '#domain/drawing/smoothing.ts';
import { selectRange, type SeriesLine } from '#domain/series/series-line.ts';
import { meansOf, placeOnLine, reachOf, smoothPart } from '#domain/series/smooth-line.ts';
import { blockCapacity } from '#domain/series/point-block.ts';
import type { Work } from '#server/ports/database.ts';
import { allBlocks, type Axis, extentOf, findBlocks, joinXy, readBlocks } from './line-blocks.queries.ts';
import { type BucketLine, type Clip, clipOf, readBuckets } from './series-line.queries.ts';
import type { SeriesRow } from './series-rows.queries.ts';

/** With more points than this in view, an eighth of a drawn bucket is smoothed in place of each point. */
const mostPoints = 256 * 1024;
const finer = 8;

/** The part of a series that is drawn. */
export interface DrawnPart {
  readonly series: SeriesRow;
  readonly axis: Axis;
  readonly clip: Clip;
}

/** A line smoothed over the points of its series, and those around what is in view, before they are in buckets. */
export function* readSmoothed(part: DrawnPart, line: SeriesLine, smoothing: Smoothing): Work<Float64Array> {
  const { series, axis } = part;
  const extent = extentOf(series, axis);
  const whole = extent.to - extent.from;
  const reach = reachOf(smoothing, series.pointCount);
  const numbers = yield* blocksAround(part, reach);
  if (line.kind === 'points' || numbers.length * blockCapacity <= mostPoints) {
    const blocks = yield* readBlocks(series.id, axis, numbers);
    const arrived = joinXy(numbers.flatMap((number) => blocks.get(number) ?? []));
    const points = selectRange(arrived, -Infinity, Infinity);
    return placeOnLine(line, points.xs, smoothPart(points, smoothing, whole));
  }
  const fine = yield* readBuckets(
    series,
    axis,
    clipAround(part, line, reach),
    Math.max(1, line.width / finer),
  );
  const points = meansOf(fine.buckets, fine.width);
  const logged = fine.buckets.count.reduce((sum, count) => sum + count, 0);
  const pointsEach = Math.max(1, logged / Math.max(1, points.xs.length));
  return placeOnLine(line, points.xs, smoothPart(points, smoothing, whole, pointsEach));
}

/**
 * The clip and so much of x on either side as that many points take, where they lie as close as in view; no more than
 * the clip has itself, so that what is read stays within its bounds.
 */
function clipAround({ series, axis, clip }: DrawnPart, { buckets }: BucketLine, reach: number): Clip {
  const inView = buckets.count.reduce((sum, count) => sum + count, 0);
  const more = (clip.to - clip.from) * Math.min(1, reach / Math.max(1, inView));
  return clipOf(series, axis, clip.from - more, clip.to + more);
}

/** The blocks in view, and those before and after that have so many points. */
function* blocksAround({ series, axis, clip }: DrawnPart, reach: number): Work<number[]> {
  const all = allBlocks(series);
  if (clip.whole) return all;
  const heads = yield* findBlocks(series, axis, clip.from, clip.to);
  const [first, last] = [heads.at(0)?.number, heads.at(-1)?.number];
  if (first === undefined || last === undefined) return [];
  const more = Math.ceil(reach / blockCapacity);
  return all.slice(Math.max(0, first - more), last + more + 1);
}
