import { parseCursor, toCursorText } from '#domain/series/series-cursor.ts';
import { shiftLine } from '#domain/series/series-line.ts';
import { encodeSeries, type RunLine } from '#domain/series/series-wire.ts';
import { defineRead, type Work } from '#server/ports/database.ts';
import { findKeys } from '#server/sql/key-names.ts';
import type { LineQuery } from './line-query.ts';
import { readTail } from './line-tail.queries.ts';
import { readPlaced } from './placed-line.queries.ts';
import { type MetricRun, runsByIds } from './run-keys.queries.ts';
import { clipOf, readLine } from './series-line.queries.ts';
import { seriesOfKey, type SeriesRow } from './series-rows.queries.ts';
import { type DrawnPart, readSmoothed } from './smoothed-line.queries.ts';

/** One metric of several runs as lines for a chart, encoded by `encodeSeries`. */
export const readLines = defineRead('metrics.lines', 'long', function* (query: LineQuery): Work<
  Uint8Array<ArrayBuffer>
> {
  const runs = yield* runsByIds(query.workspaceId, query.runIds);
  const keyId = (yield* findKeys([query.key])).get(query.key);
  const ids = runs.map((run) => run.id);
  const series = keyId === undefined ? new Map<number, SeriesRow>() : yield* seriesOfKey(keyId, ids);
  const lines: RunLine[] = [];
  const withoutMetric: string[] = [];
  const unchanged: string[] = [];
  for (const run of runs) {
    const row = series.get(run.id);
    if (row === undefined) withoutMetric.push(run.runId);
    else if (knownOf(run, query)?.pointCount === row.pointCount) unchanged.push(run.runId);
    else lines.push(yield* readLineOf(row, run, query));
  }
  const known = new Set(runs.map((run) => run.runId));
  const missing = [...new Set(query.runIds)].filter((runId) => !known.has(runId));
  return encodeSeries(lines, { missing, withoutMetric, unchanged });
});

/**
 * What the client has of a run's line. Along another metric, and in active time, which follows the run's most logged
 * one, that one may have grown, so nothing is known.
 */
function knownOf({ runId }: MetricRun, { since, x, xKey }: LineQuery) {
  const text = xKey === undefined && x !== 'active' ? since?.[runId] : undefined;
  return text === undefined ? undefined : parseCursor(text);
}

function* readLineOf(series: SeriesRow, run: MetricRun, query: LineQuery): Work<RunLine> {
  const line =
    query.x === 'active' || query.xKey !== undefined
      ? yield* readPlaced(series, run, query)
      : yield* readStored(series, run, query);
  const width = line.line.kind === 'points' ? 0 : line.line.width;
  return { runId: run.runId, ...line, cursor: toCursorText({ pointCount: series.pointCount, width }) };
}

type BareLine = Omit<RunLine, 'runId' | 'cursor'>;

/** Elapsed time is time less the start: borders of buckets are multiples of their width in time. */
function* readStored(series: SeriesRow, run: MetricRun, query: LineQuery): Work<BareLine> {
  const shift = query.x === 'elapsed' ? run.startedAtMs : 0;
  const axis = query.x === 'step' ? 'steps' : 'times';
  const clip = clipOf(series, axis, (query.from ?? -Infinity) + shift, (query.to ?? Infinity) + shift);
  const part: DrawnPart = { series, axis, clip };
  const known = knownOf(run, query);
  const tail =
    known === undefined || query.smoothing !== undefined
      ? undefined
      : yield* readTail(part, known, query.maxBuckets);
  if (tail !== undefined) {
    const { pointCount: points, nanCount: nan, infinityCount: infinite } = series;
    const replacesFrom = tail.replacesFrom - shift;
    return { line: shiftLine(tail.line, shift), replacesFrom, totals: { points, nan, infinite } };
  }
  const line = yield* readLine(series, axis, clip, query.maxBuckets);
  const smoothed =
    query.smoothing === undefined ? undefined : yield* readSmoothed(part, line, query.smoothing);
  return { line: shiftLine(line, shift), smoothed };
}
