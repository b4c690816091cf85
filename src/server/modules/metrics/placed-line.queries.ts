import { findPauses, toActiveTimes } from '#domain/series/active-time.ts';
import { toLine } from '#domain/series/bucket-points.ts';
import type { Points } from '#domain/series/metric-point.ts';
import type { SeriesLine, XyPoints } from '#domain/series/series-line.ts';
import { selectRange } from '#domain/series/series-line.ts';
import { placeOnLine, smoothPart } from '#domain/series/smooth-line.ts';
import { valuesAtSteps } from '#domain/series/values-at-steps.ts';
import { first, type Work } from '#server/ports/database.ts';
import { findKeys } from '#server/sql/key-names.ts';
import { readAllBlocks } from './block-rows.queries.ts';
import type { LineQuery } from './line-query.ts';
import type { MetricRun } from './run-keys.queries.ts';
import { seriesOfKey, type SeriesRow } from './series-rows.queries.ts';

export interface PlacedLine {
  readonly line: SeriesLine;
  readonly smoothed: Float64Array | undefined;
}

/**
 * A line along active time or along another metric. Where its points lie is known only from all points of the run, so
 * all are read.
 */
export function* readPlaced(series: SeriesRow, run: MetricRun, query: LineQuery): Work<PlacedLine> {
  const points = yield* readAllBlocks(series.id);
  const xs =
    query.xKey === undefined ? yield* activeTimes(run, points) : yield* ofOther(run, query.xKey, points);
  const placed: XyPoints = { xs, values: points.values };
  const line = toLine(placed, { from: query.from ?? -Infinity, to: query.to ?? Infinity }, query.maxBuckets);
  return {
    line,
    smoothed: query.smoothing === undefined ? undefined : smooth(placed, line, query.smoothing),
  };
}

function smooth(
  placed: XyPoints,
  line: SeriesLine,
  smoothing: NonNullable<LineQuery['smoothing']>,
): Float64Array {
  const points = selectRange(placed, -Number.MAX_VALUE, Number.MAX_VALUE);
  const extent = (points.xs.at(-1) ?? 0) - (points.xs[0] ?? 0);
  return placeOnLine(line, points.xs, smoothPart(points, smoothing, extent));
}

/** The pauses are those of the run's most logged metric, so that all its metrics share one clock. */
function* activeTimes(run: MetricRun, { times }: Points): Work<Float64Array> {
  const busiest = yield* first<{ id: number }>(
    `SELECT id FROM series WHERE run = ? ORDER BY point_count DESC, id LIMIT 1`,
    [run.id],
  );
  const clock = busiest === undefined ? times : (yield* readAllBlocks(busiest.id)).times;
  return toActiveTimes(times, run.startedAtMs, findPauses(clock));
}

function* ofOther(run: MetricRun, key: string, points: Points): Work<Float64Array> {
  const keyId = (yield* findKeys([key])).get(key);
  const other = keyId === undefined ? undefined : (yield* seriesOfKey(keyId, [run.id])).get(run.id);
  if (other === undefined) return new Float64Array(points.values.length).fill(Number.NaN);
  return valuesAtSteps(points, yield* readAllBlocks(other.id));
}
