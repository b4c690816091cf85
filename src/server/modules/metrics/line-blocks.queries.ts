import { blocksPerSummary, unpackBuckets } from '#domain/series/block-summary.ts';
import type { Buckets } from '#domain/series/buckets.ts';
import { joinNumbers } from '#domain/series/metric-point.ts';
import { openColumns, readColumn } from '#domain/series/packed-columns.ts';
import { blockCapacity, blockColumn } from '#domain/series/point-block.ts';
import type { XyPoints } from '#domain/series/series-line.ts';
import { all, type Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import type { SeriesRow } from './series-rows.queries.ts';

/** Which column of the points is x. */
export type Axis = 'steps' | 'times';

/** The least and greatest x of a series. */
export function extentOf(series: SeriesRow, axis: Axis): { readonly from: number; readonly to: number } {
  return axis === 'steps'
    ? { from: Number(series.minStep), to: Number(series.lastStep) }
    : { from: series.minAtMs, to: series.maxAtMs };
}

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

interface HeadRow {
  readonly number: number;
  readonly pointCount: number;
  readonly least: number | bigint;
  readonly greatest: number | bigint;
}

/** The blocks with points between two values of x, both included, in order of arrival. */
export function* findBlocks(series: SeriesRow, axis: Axis, from: number, to: number): Work<BlockHead[]> {
  const [least, greatest] = axis === 'steps' ? ['min_step', 'max_step'] : ['min_at_ms', 'max_at_ms'];
  const head = `block_number AS "number", point_count AS "pointCount", ${least} AS "least", ${greatest} AS "greatest"`;
  const full = Math.floor(series.pointCount / blockCapacity);
  // The full blocks have an index by their range, and the open one is one.
  const rows = yield* all<HeadRow>(
    `SELECT ${head} FROM metric_block
       WHERE series_id = ? AND point_count = ${blockCapacity} AND ${least} <= ? AND ${greatest} >= ?`,
    [series.id, toUpper(to), toLower(from)],
  );
  const open = yield* all<HeadRow>(
    `SELECT ${head} FROM metric_block WHERE series_id = ? AND block_number = ? AND point_count < ${blockCapacity}`,
    [series.id, full],
  );
  return [...rows, ...open]
    .map((row) => ({
      number: row.number,
      pointCount: row.pointCount,
      from: Number(row.least),
      to: Number(row.greatest),
    }))
    .filter((each) => each.to >= from && each.from <= to)
    .sort((a, b) => a.number - b.number);
}

const int64 = { least: -(2n ** 63n), greatest: 2n ** 63n - 1n };
const { MAX_SAFE_INTEGER: greatestExact, MIN_SAFE_INTEGER: leastExact } = Number;

/** Bounds as integers, so that every engine compares integers; a little wide, as steps may lie beyond 2^53. */
function toLower(x: number): number | bigint {
  return x < leastExact ? int64.least : Math.min(Math.trunc(x), greatestExact);
}

function toUpper(x: number): number | bigint {
  return x > greatestExact ? int64.greatest : Math.max(Math.trunc(x), leastExact);
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

function readAlong(axis: Axis, packedBlock: Uint8Array): XyPoints {
  const packed = openColumns(packedBlock);
  return { xs: readColumn(packed, blockColumn[axis]), values: readColumn(packed, blockColumn.values) };
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

/** The number of the summary that covers a block. */
export function summaryOf(blockNumber: number): number {
  return Math.floor(blockNumber / blocksPerSummary);
}

/** The summaries that cover some of these blocks in buckets at most so wide, by summary number. */
export function* readSummaries(
  seriesId: number,
  axis: Axis,
  blocks: readonly number[],
  width: number,
): Work<Map<number, Buckets>> {
  const [first, last] = [blocks.at(0), blocks.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const rows = yield* all<SummaryRow>(
    `SELECT group_number AS "number", buckets FROM metric_summary
       WHERE series_id = ? AND axis = ? AND group_number BETWEEN ? AND ? AND width_exponent <= ?`,
    [seriesId, axis, summaryOf(first), summaryOf(last), Math.log2(width)],
  );
  return new Map(rows.map((row) => [row.number, unpackBuckets(row.buckets)]));
}
