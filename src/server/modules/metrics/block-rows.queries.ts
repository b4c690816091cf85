import { blocksPerSummary, packBuckets, summarizeBlocks } from '#domain/series/block-summary.ts';
import { joinPoints, type Points, toNumbers, viewPoints } from '#domain/series/metric-point.ts';
import { blockCapacity, packBlock, unpackBlock } from '#domain/series/point-block.ts';
import { rangeOf } from '#domain/series/point-range.ts';
import { all, run, type Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';

interface PointsRow {
  readonly points: Uint8Array;
}

/** Where a series ends: so many points, of which those beyond the last full block are in `open`. */
export interface SeriesEnd {
  readonly pointCount: number;
  readonly open: Uint8Array | null;
}

/** Adds points to the open block of a series, then to new ones. */
export function* appendToBlocks(
  seriesId: number,
  { pointCount, open }: SeriesEnd,
  fresh: Points,
): Work<void> {
  if (open === null && pointCount % blockCapacity !== 0)
    throw new Error(`Series ${seriesId} has lost its last block.`);
  const points = open === null ? fresh : joinPoints([unpackBlock(open), fresh]);
  let number = Math.floor(pointCount / blockCapacity);
  for (let from = 0; from < points.values.length; from += blockCapacity) {
    yield* writeBlock(seriesId, number, viewPoints(points, from, from + blockCapacity));
    const full = points.values.length - from >= blockCapacity;
    number += 1;
    if (full && number % blocksPerSummary === 0)
      yield* writeSummaries(seriesId, number / blocksPerSummary - 1);
  }
}

function* writeBlock(seriesId: number, number: number, points: Points): Work<void> {
  const { minStep, maxStep, minAtMs, maxAtMs } = rangeOf(points);
  yield* run(
    `INSERT INTO metric_block (series_id, block_number, point_count, min_step, max_step, min_at_ms, max_at_ms, points)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (series_id, block_number) DO UPDATE SET point_count = excluded.point_count,
       min_step = excluded.min_step, max_step = excluded.max_step, min_at_ms = excluded.min_at_ms,
       max_at_ms = excluded.max_at_ms, points = excluded.points`,
    [seriesId, number, points.values.length, minStep, maxStep, minAtMs, maxAtMs, packBlock(points)],
  );
}

function* writeSummaries(seriesId: number, group: number): Work<void> {
  const rows = yield* all<PointsRow>(
    `SELECT points FROM metric_block WHERE series_id = ? AND block_number BETWEEN ? AND ? ORDER BY block_number`,
    [seriesId, group * blocksPerSummary, (group + 1) * blocksPerSummary - 1],
  );
  const { steps, times, values } = joinPoints(rows.map((row) => unpackBlock(row.points)));
  for (const [axis, xs] of [
    ['steps', toNumbers(steps)],
    ['times', times],
  ] as const) {
    const { exponent, buckets } = summarizeBlocks(xs, values);
    yield* run(
      `INSERT INTO metric_summary (series_id, axis, group_number, width_exponent, buckets) VALUES (?, ?, ?, ?, ?)`,
      [seriesId, axis, group, exponent, packBuckets(buckets)],
    );
  }
}

/** The stored blocks of a series that could hold one of these points. */
export function* readBlocksAround(seriesId: number, points: Points): Work<Points[]> {
  const { minStep, maxStep, minAtMs, maxAtMs } = rangeOf(points);
  const rows = yield* all<PointsRow>(
    `SELECT points FROM metric_block WHERE series_id = ? AND max_step >= ? AND min_step <= ?
       AND max_at_ms >= ? AND min_at_ms <= ?`,
    [seriesId, minStep, maxStep, minAtMs, maxAtMs],
  );
  return rows.map((row) => unpackBlock(row.points));
}

interface TimeRangeRow {
  readonly number: number;
  readonly pointCount: number;
  readonly minAtMs: number;
  readonly maxAtMs: number;
}

/**
 * Points that contain at least the first `count` of those whose time is `fromMs` or later (absent: any time), so that
 * a page of a long history needs few of its blocks.
 */
export function* readBlocksSince(seriesId: number, fromMs: number | undefined, count: number): Work<Points> {
  const heads = yield* all<TimeRangeRow>(
    `SELECT block_number AS "number", point_count AS "pointCount", min_at_ms AS "minAtMs", max_at_ms AS "maxAtMs"
       FROM metric_block WHERE series_id = ? ORDER BY min_at_ms, block_number`,
    [seriesId],
  );
  const wanted: number[] = [];
  let sure = 0;
  let reachedMs = -Infinity;
  for (const head of heads) {
    if (fromMs !== undefined && head.maxAtMs < fromMs) continue;
    // All blocks from here on begin later than everything in those wanted so far.
    if (sure >= count && head.minAtMs > reachedMs) break;
    wanted.push(head.number);
    // Of a block that begins earlier (or at that very time) none of the points may count.
    if (fromMs === undefined || head.minAtMs > fromMs) sure += head.pointCount;
    reachedMs = Math.max(reachedMs, head.maxAtMs);
  }
  const rows = yield* inChunks<PointsRow>(
    (marks) => `SELECT points FROM metric_block WHERE block_number IN (${marks}) AND series_id = ?`,
    wanted,
    [seriesId],
  );
  return joinPoints(rows.map((row) => unpackBlock(row.points)));
}

/** All points of a series in order of arrival. */
export function* readAllBlocks(seriesId: number): Work<Points> {
  const rows = yield* all<PointsRow>(
    `SELECT points FROM metric_block WHERE series_id = ? ORDER BY block_number`,
    [seriesId],
  );
  return joinPoints(rows.map((row) => unpackBlock(row.points)));
}
