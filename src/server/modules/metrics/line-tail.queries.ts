import { chooseWidth } from '#domain/series/bucket-grid.ts';
import type { SeriesCursor } from '#domain/series/series-cursor.ts';
import { selectRange, type SeriesLine } from '#domain/series/series-line.ts';
import { blockCapacity } from '#domain/series/point-block.ts';
import type { Work } from '#server/ports/database.ts';
import { allBlocks, joinXy, readBlocks } from './line-blocks.queries.ts';
import { readBuckets, readLine } from './series-line.queries.ts';
import type { DrawnPart } from './smoothed-line.queries.ts';

export interface LineTail {
  readonly line: SeriesLine;
  /** The x from which on the line is new. */
  readonly replacesFrom: number;
}

/**
 * The end of a line that has changed since; undefined where all of it may have, because its buckets have another width.
 */
export function* readTail(
  { series, axis, clip }: DrawnPart,
  known: SeriesCursor,
  maxBuckets: number,
): Work<LineTail | undefined> {
  const isFew = series.pointCount <= maxBuckets;
  const width = isFew ? 0 : chooseWidth(clip.to - clip.from, maxBuckets);
  if (width !== known.width || known.pointCount > series.pointCount || !clip.whole) return undefined;
  const numbers = allBlocks(series).slice(Math.floor(known.pointCount / blockCapacity));
  const blocks = yield* readBlocks(series.id, axis, numbers);
  const xs = joinXy(numbers.flatMap((number) => blocks.get(number) ?? [])).xs;
  const least = xs.subarray(known.pointCount % blockCapacity).reduce((a, b) => Math.min(a, b), Infinity);
  if (isFew) {
    const line = yield* readLine(series, axis, clip, maxBuckets);
    if (line.kind === 'buckets') return undefined;
    return { line: { ...line, points: selectRange(line.points, least, Infinity) }, replacesFrom: least };
  }
  const border = Math.floor(least / width) * width;
  const end = { from: Math.max(border, clip.from), to: clip.to, whole: false };
  return { line: yield* readBuckets(series, axis, end, width), replacesFrom: border };
}
