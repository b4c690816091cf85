import { createMemoryDatabase } from '#adapters/database/sqlite/memory-database.ts';
import type { Summary, ValueTerm } from '#domain/filter/filter-ast.ts';
import type { FilterSubject } from '#domain/filter/filter-matches.ts';
import { guessDirection } from '#domain/metric/direction.ts';
import type { Points } from '#domain/series/metric-point.ts';
import { extendSummary } from '#domain/series/series-summary.ts';
import { appendToBlocks } from '#server/modules/metrics/block-rows.queries.ts';
import { insertSeries } from '#server/modules/metrics/series-rows.queries.ts';
import { internKeys } from '#server/sql/key-names.ts';
import { type Database, defineWrite, first, run, type SqlValue, type Work } from '#server/ports/database.ts';
import { migrations } from '#server/schema/migrations.ts';
import { insertParam } from './run-record.queries.ts';

/** A run as tests invent it. */
export interface InventedRun {
  readonly runId: string;
  readonly experimentId: number;
  readonly lifecycle: 'active' | 'deleted';
  readonly name: string;
  readonly status: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  /** One value, or those at the steps 0, 1, 2 …. */
  readonly metrics: Readonly<Record<string, number | readonly number[]>>;
  readonly params: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly datasets: readonly {
    readonly name: string;
    readonly digest: string;
    readonly context: string | null;
  }[];
}

export const worldWorkspaceId = 1;

/** A database in memory with one workspace, two experiments (1 and 2) and these runs. */
export async function createWorld(runs: readonly InventedRun[]): Promise<Database> {
  const database = createMemoryDatabase(migrations);
  await fillWorld(database, runs);
  return database;
}

/** The same in a migrated database, in place of whatever runs it holds. */
export async function fillWorld(database: Database, runs: readonly InventedRun[]): Promise<void> {
  const actor = { personId: 'ada', name: 'Ada', via: 'system' } as const;
  await database.write(insertWorld, runs, { actor, nowMs: 0 });
}

const insertWorld = defineWrite(
  'tests.world',
  function* (runs: readonly InventedRun[]): Work<void> {
    for (const table of [
      'run_dataset',
      'dataset',
      'metric_block',
      'series',
      'param',
      'tag',
      'run',
      'experiment',
      'workspace',
    ]) {
      yield* run(`DELETE FROM ${table}`);
    }
    yield* run(
      `INSERT INTO workspace (id, slug, name, description, created_at_ms, default_experiment_id)
       VALUES (1, 'default', 'Default', '', 0, 1)`,
    );
    for (const id of [1, 2]) {
      yield* run(
        `INSERT INTO experiment (id, workspace_id, name, artifact_location, lifecycle, created_at_ms, updated_at_ms)
         VALUES (?, 1, ?, 'mlflow-artifacts:/', 'active', 0, 0)`,
        [id, `experiment ${id}`],
      );
    }
    for (const each of runs) yield* insertRun(each);
  },
  () => [],
);

function* insertRun(each: InventedRun): Work<void> {
  const inserted = yield* first<{ id: number }>(
    `INSERT INTO run (run_id, workspace_id, experiment_id, name, user_id, status, started_at_ms, ended_at_ms,
       lifecycle, artifact_uri, created_by, created_at_ms, updated_at_ms)
     VALUES (?, 1, ?, ?, 'ada', ?, ?, ?, ?, 'mlflow-artifacts:/', 'Ada', 0, 0) RETURNING id`,
    [each.runId, each.experimentId, each.name, each.status, each.startedAtMs, each.endedAtMs, each.lifecycle],
  );
  const id = inserted?.id ?? 0;
  for (const [key, value] of Object.entries(each.metrics)) {
    const ids = yield* internKeys([key]);
    const points = toPoints(value);
    const { summary } = extendSummary(undefined, points);
    const series = yield* insertSeries(id, ids.get(key) ?? 0, summary, undefined);
    yield* appendToBlocks(series, { pointCount: 0, open: null }, points);
  }
  for (const [key, value] of Object.entries(each.params)) {
    const ids = yield* internKeys([key]);
    yield* insertParam(id, ids.get(key) ?? 0, value);
  }
  for (const [key, value] of Object.entries(each.tags)) {
    yield* insertKeyed(`INSERT INTO tag (run, key_id, value) VALUES (?, ?, ?)`, key, [id, value]);
  }
  for (const { name, digest, context } of each.datasets) {
    const dataset = yield* first<{ id: number }>(
      `INSERT INTO dataset (experiment_id, name, digest, source_type, source) VALUES (?, ?, ?, 'local', 'here')
       ON CONFLICT (experiment_id, name, digest) DO UPDATE SET source = 'here' RETURNING id`,
      [each.experimentId, name, digest],
    );
    yield* run(
      `INSERT INTO run_dataset (run, dataset_id, tags, context) VALUES (?, ?, '[]', ?) ON CONFLICT DO NOTHING`,
      [id, dataset?.id ?? 0, context],
    );
  }
}

function* insertKeyed(sql: string, key: string, [id, ...values]: readonly SqlValue[]): Work<void> {
  const ids = yield* internKeys([key]);
  yield* run(sql, [id ?? 0, ids.get(key) ?? 0, ...values]);
}

function toPoints(value: number | readonly number[]): Points {
  const values = Float64Array.from(typeof value === 'number' ? [value] : value);
  return { steps: values.map((_value, index) => index), times: values.map((_value, index) => index), values };
}

function summaryOf(
  value: number | readonly number[] | undefined,
  { summary, step, field }: ValueTerm,
): number | undefined {
  if (value === undefined) return undefined;
  const points = toPoints(value);
  const found = extendSummary(undefined, points).summary;
  const best = { up: found.max, down: found.min, none: found.lastValue };
  const summaries: Readonly<Record<Summary, number | undefined>> = {
    min: found.min,
    max: found.max,
    mean: found.mean,
    first: points.values[0],
    best: best[guessDirection(field.key)],
    count: points.values.length,
    at: points.values[step ?? 0],
    has_nan: points.values.some((each) => Number.isNaN(each)) ? 1 : 0,
  };
  return summary === undefined ? found.lastValue : summaries[summary];
}

/** The run as a filter sees it. */
export function toSubject(each: InventedRun): FilterSubject {
  const attributes: Readonly<Record<string, string | number | null>> = {
    run_id: each.runId,
    run_name: each.name,
    status: each.status,
    start_time: each.startedAtMs,
    end_time: each.endedAtMs,
    user_id: 'ada',
    artifact_uri: 'mlflow-artifacts:/',
    duration: each.endedAtMs === null ? null : each.endedAtMs - each.startedAtMs,
    experiment: `experiment ${each.experimentId}`,
  };
  return {
    metric: (key) => summaryOf(each.metrics[key], { field: { entity: 'metric', key } }),
    summary: (term) => summaryOf(each.metrics[term.field.key], term),
    words: [each.name, 'ada', ...Object.values(each.params), ...Object.values(each.tags)],
    parameter: (key) => each.params[key],
    tag: (key) => each.tags[key],
    attribute: (key) => attributes[key] ?? undefined,
    // The same data set twice is used once, as the first says.
    datasets: each.datasets
      .filter(
        ({ name, digest }, index, all) =>
          all.findIndex((one) => one.name === name && one.digest === digest) === index,
      )
      .map(({ name, digest, context }) => ({ name, digest, ...(context === null ? {} : { context }) })),
  };
}
