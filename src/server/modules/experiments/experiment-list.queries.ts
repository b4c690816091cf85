import type { LifecycleView } from '#server/modules/runs/run-search.types.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { all, defineRead, first, type SqlValue, type Work } from '#server/ports/database.ts';
import { experimentById, experimentColumns } from './experiments.queries.ts';
import type { ExperimentKey, ExperimentRecord, Lifecycle, Tag } from './experiments.types.ts';

/** An experiment with what its active runs add up to. */
export interface ExperimentSummary extends ExperimentRecord {
  readonly tags: readonly Tag[];
  readonly runs: number;
  readonly running: number;
  readonly lastRunAtMs: number | null;
  readonly baseline: BaselineRun | null;
}

/** `lifecycle` is null where the run is gone for good. */
export interface BaselineRun {
  readonly runId: string;
  readonly name: string;
  readonly lifecycle: Lifecycle | null;
}

export interface ExperimentListing {
  readonly workspaceId: number;
  readonly view: LifecycleView;
  /** Part of a name, any case. */
  readonly search: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

const lastRun = `(SELECT MAX(started_at_ms) FROM run WHERE run.experiment_id = experiment.id AND run.lifecycle = 'active')`;

/** Last used first; those without runs after, newest first. */
export const listExperimentSummaries = defineRead(
  'experiments.list',
  'long',
  function* (
    listing: ExperimentListing,
  ): Work<{ readonly experiments: readonly ExperimentSummary[]; readonly total: number }> {
    const where = ['workspace_id = ?'];
    const params: SqlValue[] = [listing.workspaceId];
    if (listing.view !== 'all') {
      where.push('lifecycle = ?');
      params.push(listing.view);
    }
    if (listing.search !== undefined && listing.search !== '') {
      where.push(`lower(name) LIKE lower(?) ESCAPE '\\'`);
      params.push(`%${listing.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
    }
    const condition = where.join(' AND ');
    const counted = yield* first<{ total: number }>(
      `SELECT COUNT(*) AS "total" FROM experiment WHERE ${condition}`,
      params,
    );
    const records = yield* all<ExperimentRecord>(
      `SELECT ${experimentColumns} FROM experiment WHERE ${condition}
       ORDER BY COALESCE(${lastRun}, 0) DESC, created_at_ms DESC, id DESC LIMIT ? OFFSET ?`,
      [...params, listing.limit, listing.offset],
    );
    return { experiments: yield* summarize(records), total: counted?.total ?? 0 };
  },
);

export const findExperimentSummary = defineRead(
  'experiments.summary',
  'short',
  function* (key: ExperimentKey): Work<ExperimentSummary> {
    const record = yield* experimentById(key);
    const [summary] = yield* summarize([record]);
    return summary ?? { ...record, tags: [], runs: 0, running: 0, lastRunAtMs: null, baseline: null };
  },
);

interface RunCounts {
  readonly experimentId: number;
  readonly runs: number;
  readonly lastRunAtMs: number | null;
}

function* summarize(records: readonly ExperimentRecord[]): Work<readonly ExperimentSummary[]> {
  const ids = records.map(({ id }) => id);
  const tags = yield* inChunks<Tag & { readonly experimentId: number }>(
    (marks) => `SELECT experiment_id AS "experimentId", tag_key AS "key", tag_value AS "value"
      FROM experiment_tag WHERE experiment_id IN (${marks}) ORDER BY experiment_id, tag_key`,
    ids,
  );
  const counts = yield* inChunks<RunCounts>(
    (
      marks,
    ) => `SELECT experiment_id AS "experimentId", COUNT(*) AS "runs", MAX(started_at_ms) AS "lastRunAtMs"
      FROM run WHERE experiment_id IN (${marks}) AND lifecycle = 'active' GROUP BY experiment_id`,
    ids,
  );
  const running = yield* inChunks<RunCounts>(
    (
      marks,
    ) => `SELECT experiment_id AS "experimentId", COUNT(*) AS "runs", MAX(started_at_ms) AS "lastRunAtMs"
      FROM run WHERE experiment_id IN (${marks}) AND lifecycle = 'active' AND status = 'RUNNING'
      GROUP BY experiment_id`,
    ids,
  );
  const baselines = yield* baselineRuns(records);
  const counted = new Map(counts.map((row) => [row.experimentId, row]));
  const active = new Map(running.map((row) => [row.experimentId, row.runs]));
  const tagged = Map.groupBy(tags, (tag) => tag.experimentId);
  return records.map((record) => ({
    ...record,
    tags: (tagged.get(record.id) ?? []).map(({ key, value }) => ({ key, value })),
    runs: counted.get(record.id)?.runs ?? 0,
    running: active.get(record.id) ?? 0,
    lastRunAtMs: counted.get(record.id)?.lastRunAtMs ?? null,
    baseline:
      record.baselineRunId === null
        ? null
        : (baselines.get(record.baselineRunId) ?? { runId: record.baselineRunId, name: '', lifecycle: null }),
  }));
}

function* baselineRuns(records: readonly ExperimentRecord[]): Work<ReadonlyMap<string, BaselineRun>> {
  const runs = yield* inChunks<BaselineRun>(
    (marks) => `SELECT run_id AS "runId", name, lifecycle FROM run WHERE run_id IN (${marks})`,
    records.flatMap(({ baselineRunId }) => baselineRunId ?? []),
  );
  return new Map(runs.map((found) => [found.runId, found]));
}
