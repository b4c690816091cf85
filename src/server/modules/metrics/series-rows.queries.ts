import type { PointOrigin } from '#domain/series/metric-point.ts';
import { blockCapacity } from '#domain/series/point-block.ts';
import type { SeriesSummary } from '#domain/series/series-summary.ts';
import { first, run, type SqlValue, type Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';

/** A series as it lies in the database. */
export interface SeriesRow {
  readonly id: number;
  readonly run: number;
  readonly keyId: number;
  readonly lastValue: number | null;
  readonly lastIsNan: number;
  readonly lastStep: number | bigint;
  readonly lastAtMs: number;
  readonly minStep: number | bigint;
  readonly minAtMs: number;
  readonly maxAtMs: number;
  readonly minValue: number | null;
  readonly maxValue: number | null;
  readonly pointCount: number;
  readonly nanCount: number;
  readonly infinityCount: number;
}

export const seriesColumns = `series.id AS "id", series.run AS "run", series.key_id AS "keyId",
  series.last_value AS "lastValue", series.last_is_nan AS "lastIsNan", series.last_step AS "lastStep",
  series.last_at_ms AS "lastAtMs", series.min_step AS "minStep", series.min_at_ms AS "minAtMs", series.max_at_ms AS "maxAtMs", series.min_value AS "minValue",
  series.max_value AS "maxValue", series.point_count AS "pointCount", series.nan_count AS "nanCount",
  series.infinity_count AS "infinityCount"`;

export function toSeriesSummary(row: SeriesRow): SeriesSummary {
  const { lastStep, lastAtMs, minStep, minAtMs, maxAtMs, pointCount, nanCount, infinityCount } = row;
  return {
    lastValue: row.lastIsNan === 1 ? Number.NaN : (row.lastValue ?? Number.NaN),
    lastStep,
    lastAtMs,
    minStep,
    minAtMs,
    maxAtMs,
    min: row.minValue ?? undefined,
    max: row.maxValue ?? undefined,
    pointCount,
    nanCount,
    infinityCount,
  };
}

/** A series with its open block, where it has one. */
export interface OpenSeriesRow extends SeriesRow {
  readonly open: Uint8Array | null;
}

/** The series of a run by key id, of these keys only, ready to be added to. */
export function* openSeriesOfRun(runId: number, keyIds: readonly number[]): Work<Map<number, OpenSeriesRow>> {
  const rows = yield* inChunks<OpenSeriesRow>(
    (marks) => `SELECT ${seriesColumns}, metric_block.points AS "open"
      FROM series LEFT JOIN metric_block ON metric_block.series_id = series.id
        AND metric_block.block_number = series.point_count / ${blockCapacity}
      WHERE series.key_id IN (${marks}) AND series.run = ?`,
    keyIds,
    [runId],
  );
  return new Map(rows.map((row) => [row.keyId, row]));
}

/** The series of one metric by run (internal id). */
export function* seriesOfKey(keyId: number, runIds: readonly number[]): Work<Map<number, SeriesRow>> {
  const rows = yield* inChunks<SeriesRow>(
    (marks) => `SELECT ${seriesColumns} FROM series WHERE run IN (${marks}) AND key_id = ?`,
    runIds,
    [keyId],
  );
  return new Map(rows.map((row) => [row.run, row]));
}

export function* insertSeries(
  runId: number,
  keyId: number,
  summary: SeriesSummary,
  origin: PointOrigin | undefined,
): Work<number> {
  const inserted = yield* first<{ id: number }>(
    `INSERT INTO series (run, key_id, last_value, last_is_nan, last_step, last_at_ms, min_step, min_at_ms, max_at_ms, min_value, max_value,
       point_count, nan_count, infinity_count, last_dataset_name, last_dataset_digest, last_model_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    [runId, keyId, ...summaryValues(summary), ...originValues(origin)],
  );
  if (inserted === undefined) throw new Error('The series just inserted has no id.');
  return inserted.id;
}

export function* updateSeries(
  id: number,
  summary: SeriesSummary,
  latestOrigin: { readonly origin: PointOrigin | undefined } | undefined,
): Work<void> {
  const origins =
    latestOrigin === undefined ? '' : ', last_dataset_name = ?, last_dataset_digest = ?, last_model_id = ?';
  yield* run(
    `UPDATE series SET last_value = ?, last_is_nan = ?, last_step = ?, last_at_ms = ?, min_step = ?, min_at_ms = ?, max_at_ms = ?, min_value = ?,
       max_value = ?, point_count = ?, nan_count = ?, infinity_count = ?${origins} WHERE id = ?`,
    [...summaryValues(summary), ...(latestOrigin === undefined ? [] : originValues(latestOrigin.origin)), id],
  );
}

function summaryValues(summary: SeriesSummary): SqlValue[] {
  const isNan = Number.isNaN(summary.lastValue);
  return [
    isNan ? null : summary.lastValue,
    isNan ? 1 : 0,
    summary.lastStep,
    summary.lastAtMs,
    summary.minStep,
    summary.minAtMs,
    summary.maxAtMs,
    summary.min ?? null,
    summary.max ?? null,
    summary.pointCount,
    summary.nanCount,
    summary.infinityCount,
  ];
}

function originValues(origin: PointOrigin | undefined): SqlValue[] {
  return [origin?.datasetName ?? null, origin?.datasetDigest ?? null, origin?.modelId ?? null];
}
