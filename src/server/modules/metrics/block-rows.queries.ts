import { joinPoints, type Points, slicePoints } from '#domain/series/metric-point.ts';
import {
  blockCapacity,
  packBlock,
  packBuckets,
  summarizeBlock,
  unpackBlock,
} from '#domain/series/point-block.ts';
import { toNumbers } from '#domain/series/metric-point.ts';
import { rangeOf } from '#domain/series/point-range.ts';
import { all, first, run, type Work } from '#server/ports/database.ts';
import { inChunks } from './chunked-in.queries.ts';

interface PointsRow {
  readonly points: Uint8Array;
}

/** Adds points after the `pointCount` that a series has: to its open block, then to new ones. */
export function* appendToBlocks(seriesId: number, pointCount: number, fresh: Points): Work<void> {
  const open = pointCount % blockCapacity;
  let number = Math.floor(pointCount / blockCapacity);
  const points = open === 0 ? fresh : joinPoints([yield* readBlock(seriesId, number), fresh]);
  for (let from = 0; from < points.values.length; from += blockCapacity) {
    yield* writeBlock(seriesId, number, slicePoints(points, from, from + blockCapacity));
    number += 1;
  }
}

function* readBlock(seriesId: number, number: number): Work<Points> {
  const row = yield* first<PointsRow>(
    `SELECT points FROM metric_block WHERE series_id = ? AND block_number = ?`,
    [seriesId, number],
  );
  if (row === undefined) throw new Error(`Series ${seriesId} has lost its block ${number}.`);
  return unpackBlock(row.points);
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
  if (points.values.length < blockCapacity) return;
  const { exponent, buckets } = summarizeBlock(toNumbers(points.steps), points.values);
  yield* run(
    `INSERT INTO metric_summary (series_id, block_number, width_exponent, buckets) VALUES (?, ?, ?, ?)`,
    [seriesId, number, exponent, packBuckets(buckets)],
  );
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
