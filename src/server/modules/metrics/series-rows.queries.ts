import type { PointOrigin } from '#domain/series/metric-point.ts';
import { blockCapacity } from '#domain/series/point-block.ts';
import type { SeriesSummary } from '#domain/series/series-summary.ts';
import { first, run, type SqlValue, type Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { marks } from '#server/sql/sql-part.ts';

/** A series as it lies in the database. */
export interface SeriesRow {
  readonly id: number;
  readonly run: number;
  readonly keyId: number;
  readonly lastValue: number | null;
  readonly lastIsNan: number;
  readonly lastStep: number | bigint;
  readonly lastAtMs: number;
  readonly firstValue: number | null;
  readonly firstIsNan: number;
  readonly firstAtMs: number;
  /** Also the first step. */
  readonly minStep: number | bigint;
  readonly minAtMs: number;
  readonly maxAtMs: number;
  readonly minValue: number | null;
  readonly maxValue: number | null;
  readonly meanValue: number | null;
  readonly stepOfMin: number | bigint | null;
  readonly stepOfMax: number | bigint | null;
  readonly pointCount: number;
  readonly nanCount: number;
  readonly infinityCount: number;
}

export const seriesColumns = `series.id AS "id", series.run AS "run", series.key_id AS "keyId",
  series.last_value AS "lastValue", series.last_is_nan AS "lastIsNan", series.last_step AS "lastStep",
  series.last_at_ms AS "lastAtMs", series.first_value AS "firstValue", series.first_is_nan AS "firstIsNan",
  series.first_at_ms AS "firstAtMs", series.min_step AS "minStep", series.min_at_ms AS "minAtMs",
  series.max_at_ms AS "maxAtMs", series.min_value AS "minValue", series.max_value AS "maxValue",
  series.mean_value AS "meanValue", series.step_of_min AS "stepOfMin", series.step_of_max AS "stepOfMax",
  series.point_count AS "pointCount", series.nan_count AS "nanCount",
  series.infinity_count AS "infinityCount"`;

export function toSeriesSummary(row: SeriesRow): SeriesSummary {
  const { lastStep, lastAtMs, firstAtMs, minStep, minAtMs, maxAtMs, pointCount, nanCount, infinityCount } =
    row;
  return {
    // A value is absent only where it is NaN.
    lastValue: row.lastValue ?? Number.NaN,
    lastStep,
    lastAtMs,
    firstValue: row.firstValue ?? Number.NaN,
    firstAtMs,
    minStep,
    minAtMs,
    maxAtMs,
    min: row.minValue ?? undefined,
    max: row.maxValue ?? undefined,
    mean: row.meanValue ?? undefined,
    stepOfMin: row.stepOfMin ?? undefined,
    stepOfMax: row.stepOfMax ?? undefined,
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
    (list) => `SELECT ${seriesColumns}, metric_block.points AS "open"
      FROM series LEFT JOIN metric_block ON metric_block.series_id = series.id
        AND metric_block.block_number = series.point_count / ${blockCapacity}
      WHERE series.key_id IN (${list}) AND series.run = ?`,
    keyIds,
    [runId],
  );
  return new Map(rows.map((row) => [row.keyId, row]));
}

/** The series of one metric by run (internal id). */
export function* seriesOfKey(keyId: number, runIds: readonly number[]): Work<Map<number, SeriesRow>> {
  const rows = yield* inChunks<SeriesRow>(
    (list) => `SELECT ${seriesColumns} FROM series WHERE run IN (${list}) AND key_id = ?`,
    runIds,
    [keyId],
  );
  return new Map(rows.map((row) => [row.run, row]));
}

/** In the order of `summaryValues`. */
const summaryColumns = [
  'last_value',
  'last_is_nan',
  'last_step',
  'last_at_ms',
  'first_value',
  'first_is_nan',
  'first_at_ms',
  'min_step',
  'min_at_ms',
  'max_at_ms',
  'min_value',
  'max_value',
  'mean_value',
  'step_of_min',
  'step_of_max',
  'point_count',
  'nan_count',
  'infinity_count',
] as const;

/** Written once: folding runs them for every series of a run that logs. */
const sql = {
  insert: `INSERT INTO series (run, key_id, ${summaryColumns.join(', ')},
       last_dataset_name, last_dataset_digest, last_model_id)
     VALUES (${marks(summaryColumns.length + 5)}) RETURNING id`,
  update: `UPDATE series SET ${summaryColumns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
  updateWithOrigin: `UPDATE series SET ${summaryColumns.map((column) => `${column} = ?`).join(', ')},
       last_dataset_name = ?, last_dataset_digest = ?, last_model_id = ? WHERE id = ?`,
};

export function* insertSeries(
  runId: number,
  keyId: number,
  summary: SeriesSummary,
  origin: PointOrigin | undefined,
): Work<number> {
  const values = [runId, keyId, ...summaryValues(summary), ...originValues(origin)];
  const inserted = yield* first<{ id: number }>(sql.insert, values);
  if (inserted === undefined) throw new Error('The series just inserted has no id.');
  return inserted.id;
}

export function* updateSeries(
  id: number,
  summary: SeriesSummary,
  latestOrigin: { readonly origin: PointOrigin | undefined } | undefined,
): Work<void> {
  const values = summaryValues(summary);
  if (latestOrigin === undefined) yield* run(sql.update, [...values, id]);
  else yield* run(sql.updateWithOrigin, [...values, ...originValues(latestOrigin.origin), id]);
}

function summaryValues(summary: SeriesSummary): SqlValue[] {
  return [
    ...valueAndFlag(summary.lastValue),
    summary.lastStep,
    summary.lastAtMs,
    ...valueAndFlag(summary.firstValue),
    summary.firstAtMs,
    summary.minStep,
    summary.minAtMs,
    summary.maxAtMs,
    summary.min ?? null,
    summary.max ?? null,
    summary.mean ?? null,
    summary.stepOfMin ?? null,
    summary.stepOfMax ?? null,
    summary.pointCount,
    summary.nanCount,
    summary.infinityCount,
  ];
}

/** A double and whether it is NaN. */
function valueAndFlag(value: number): SqlValue[] {
  return Number.isNaN(value) ? [null, 1] : [value, 0];
}

function originValues(origin: PointOrigin | undefined): SqlValue[] {
  return [origin?.datasetName ?? null, origin?.datasetDigest ?? null, origin?.modelId ?? null];
}
