import { joinNumbers } from '#domain/series/metric-point.ts';
import { blockCapacity, unpackBuckets } from '#domain/series/point-block.ts';
import type { Buckets } from '#domain/series/buckets.ts';
import type { XyPoints } from '#domain/series/series-line.ts';
import { all, type Work } from '#server/ports/database.ts';
import { inChunks } from './chunked-in.queries.ts';
import { type Axis, readAlong } from './line-axis.ts';
import type { SeriesRow } from './series-rows.queries.ts';

/** A block and what of x it covers. */
export interface BlockHead {
  readonly number: number;
  readonly pointCount: number;
  readonly from: number;
  readonly to: number;
}

/** The numbers of all blocks of a series, in order of arrival. */
export function allBlocks({ pointCount }: SeriesRow): number[] {
  return Array.from({ length: Math.ceil(pointCount / blockCapacity) }, (_, number) => number);
}

/** The blocks with points between two values of x (or so near to them that rounding cannot tell), as they arrived. */
export function* findBlocks(seriesId: number, axis: Axis, from: number, to: number): Work<BlockHead[]> {
  const [least, greatest] = axis.column === 'steps' ? ['min_step', 'max_step'] : ['min_at_ms', 'max_at_ms'];
  const rows = yield* all<{
    number: number;
    pointCount: number;
    least: number | bigint;
    greatest: number | bigint;
  }>(
    `SELECT block_number AS "number", point_count AS "pointCount", ${least} AS "least", ${greatest} AS "greatest"
       FROM metric_block WHERE series_id = ? ORDER BY block_number`,
    [seriesId],
  );
  const heads = rows.map((row) => ({
    number: row.number,
    pointCount: row.pointCount,
    from: Number(row.least) - axis.shift,
    to: Number(row.greatest) - axis.shift,
  }));
  return heads.filter((head) => head.to >= from && head.from <= to);
}

interface PointsRow {
  readonly number: number;
  readonly points: Uint8Array;
}

/** Points of some blocks along an axis, by block number. */
export function* readBlocks(
  seriesId: number,
  axis: Axis,
  numbers: readonly number[],
): Work<Map<number, XyPoints>> {
  const rows = yield* inChunks<PointsRow>(
    (marks) =>
      `SELECT block_number AS "number", points FROM metric_block WHERE block_number IN (${marks}) AND series_id = ?`,
    numbers,
    [seriesId],
  );
  return new Map(rows.map((row) => [row.number, readAlong(axis, row.points)]));
}

/** Blocks one after the other, as one. */
export function joinXy(parts: readonly XyPoints[]): XyPoints {
  const length = parts.reduce((sum, part) => sum + part.xs.length, 0);
  return {
    xs: joinNumbers(
      parts.map((part) => part.xs),
      length,
    ),
    values: joinNumbers(
      parts.map((part) => part.values),
      length,
    ),
  };
}

interface SummaryRow {
  readonly number: number;
  readonly buckets: Uint8Array;
}

/** The summaries over steps of a series' full blocks whose buckets are at most so wide, by block number. */
export function* readSummaries(
  seriesId: number,
  numbers: readonly number[],
  width: number,
): Work<Map<number, Buckets>> {
  const rows = yield* all<SummaryRow>(
    `SELECT block_number AS "number", buckets FROM metric_summary
       WHERE series_id = ? AND block_number BETWEEN ? AND ? AND width_exponent <= ?`,
    [seriesId, numbers.at(0) ?? 0, numbers.at(-1) ?? -1, Math.log2(width)],
  );
  return new Map(rows.map((row) => [row.number, unpackBuckets(row.buckets)]));
}
