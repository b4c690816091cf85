import { z } from 'zod';
import { runValueChange } from '#contract/activity.ts';
import type { RunMarker } from '#contract/annotations.ts';
import { unpackBlock } from '#domain/series/point-block.ts';
import { stepAt } from '#domain/series/metric-point.ts';
import { all, defineRead, type Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { marks } from '#server/sql/sql-part.ts';

export interface MarkerQuery {
  readonly workspaceId: number;
  readonly runIds: readonly string[];
  readonly metrics: readonly string[];
}

interface RunEnd {
  readonly id: number;
  readonly runId: string;
  readonly status: string;
  readonly endedAtMs: number | null;
}

interface SeriesRow {
  readonly id: number;
  readonly run: number;
  readonly metric: string;
  readonly nanCount: number;
  /** As text: it may exceed what a double holds. */
  readonly lastStep: string;
}

/** What happened to runs along their charts. Points must be folded before. */
export const readRunMarkers = defineRead('annotations.markers', 'long', function* (query: MarkerQuery): Work<
  readonly RunMarker[]
> {
  const runs = yield* inChunks<RunEnd>(
    (list) => `SELECT id, run_id AS "runId", status, ended_at_ms AS "endedAtMs" FROM run
      WHERE run_id IN (${list}) AND workspace_id = ?`,
    query.runIds,
    [query.workspaceId],
  );
  const byId = new Map(runs.map((run) => [run.id, run.runId]));
  const series = yield* seriesOf([...byId.keys()], query.metrics);
  const markers = [
    ...endMarkers(runs, series),
    ...(yield* checkpointMarkers(byId)),
    ...(yield* resumptionMarkers(query)),
    ...(yield* nanMarkers(byId, series)),
  ];
  return markers.sort((a, b) => a.atMs - b.atMs);
});

function* seriesOf(runs: readonly number[], metrics: readonly string[]): Work<readonly SeriesRow[]> {
  if (metrics.length === 0) return [];
  return yield* inChunks<SeriesRow>(
    (list) => `SELECT series.id, run, key_name.name AS "metric", nan_count AS "nanCount",
        CAST(last_step AS TEXT) AS "lastStep"
      FROM series JOIN key_name ON key_name.id = series.key_id
      WHERE run IN (${list}) AND key_name.name IN (${marks(metrics.length)})`,
    runs,
    metrics,
  );
}

/** Runs that did not end well, at the last step of what they logged. */
function endMarkers(runs: readonly RunEnd[], series: readonly SeriesRow[]): RunMarker[] {
  return runs.flatMap(({ id, runId, status, endedAtMs }) => {
    if ((status !== 'FAILED' && status !== 'KILLED') || endedAtMs === null) return [];
    const steps = series.filter((each) => each.run === id).map((each) => BigInt(each.lastStep));
    const step = steps.length === 0 ? null : String(steps.reduce((a, b) => (a > b ? a : b)));
    const kind = status === 'FAILED' ? 'failed' : 'killed';
    return [
      { runId, kind, atMs: endedAtMs, step, metric: null, label: kind === 'failed' ? 'Failed' : 'Killed' },
    ];
  });
}

interface CheckpointRow {
  readonly run: number;
  readonly name: string;
  readonly step: string;
  readonly atMs: number;
}

/** Models that a run logged with a step. */
function* checkpointMarkers(runs: ReadonlyMap<number, string>): Work<RunMarker[]> {
  const rows = yield* inChunks<CheckpointRow>(
    (list) => `SELECT run, logged_model.name AS "name", CAST(step AS TEXT) AS "step", created_at_ms AS "atMs"
      FROM run_model JOIN logged_model ON logged_model.model_id = run_model.model_id
      WHERE run IN (${list}) AND direction = 'output' AND lifecycle = 'active'`,
    [...runs.keys()],
  );
  return rows.map(({ run, name, step, atMs }) => ({
    runId: runs.get(run) ?? '',
    kind: 'checkpoint',
    atMs,
    step,
    metric: null,
    label: name,
  }));
}

/** Of `run.update` in the trail. */
const updateDetail = z.object({ changes: z.array(runValueChange).optional() });

/** A run that was made running from an end. */
function* resumptionMarkers({ workspaceId, runIds }: MarkerQuery): Work<RunMarker[]> {
  const rows = yield* inChunks<{ readonly runId: string; readonly atMs: number; readonly detail: string }>(
    (list) => `SELECT subject_id AS "runId", at_ms AS "atMs", detail FROM audit_event
      WHERE subject_id IN (${list}) AND workspace_id = ? AND subject_kind = 'run' AND action = 'run.update'
        AND detail LIKE '%"what":"status"%' ESCAPE '\\'`,
    runIds,
    [workspaceId],
  );
  return rows
    .filter(({ detail }) => isResumption(detail))
    .map(({ runId, atMs }) => ({
      runId,
      kind: 'resumed',
      atMs,
      step: null,
      metric: null,
      label: 'Resumed',
    }));
}

function isResumption(detail: string): boolean {
  const { success, data } = updateDetail.safeParse(JSON.parse(detail));
  const change = success ? data.changes?.find(({ what }) => what === 'status') : undefined;
  return change?.to === 'RUNNING' && change.from !== 'RUNNING';
}

function* nanMarkers(runs: ReadonlyMap<number, string>, series: readonly SeriesRow[]): Work<RunMarker[]> {
  const markers: RunMarker[] = [];
  for (const { id, run, metric, nanCount } of series) {
    const found = nanCount > 0 ? yield* firstNan(id) : undefined;
    if (found === undefined) continue;
    markers.push({ runId: runs.get(run) ?? '', kind: 'nan', ...found, metric, label: `${metric} is NaN` });
  }
  return markers;
}

const blocksAtOnce = 32;

/** In order of arrival, so that a long history that diverged early is not read to its end. */
function* firstNan(seriesId: number): Work<{ readonly atMs: number; readonly step: string } | undefined> {
  for (let from = 0; ; from += blocksAtOnce) {
    const rows = yield* all<{ readonly points: Uint8Array }>(
      `SELECT points FROM metric_block WHERE series_id = ? AND block_number >= ? AND block_number < ?
       ORDER BY block_number`,
      [seriesId, from, from + blocksAtOnce],
    );
    if (rows.length === 0) return undefined;
    for (const row of rows) {
      const points = unpackBlock(row.points);
      const at = points.values.findIndex((value) => Number.isNaN(value));
      if (at !== -1) return { atMs: points.times[at] ?? 0, step: String(stepAt(points.steps, at)) };
    }
  }
}
