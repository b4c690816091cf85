import type { Tag } from '#server/modules/experiments/experiments.types.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { defineRead, type Work } from '#server/ports/database.ts';
import { runByKey } from './run-record.queries.ts';
import type { LatestMetric, RunData, RunDataset, RunKey, RunModel, RunRecord } from './runs.types.ts';

interface OfRun {
  readonly run: number;
}

/** What several runs (internal ids) carry. Metrics are those folded so far: settle them before. */
export function* runDataOf(ids: readonly number[]): Work<ReadonlyMap<number, RunData>> {
  const metrics = yield* inChunks<LatestMetric & OfRun>(
    (
      marks,
    ) => `SELECT run, name AS "key", last_value AS "value", last_is_nan AS "isNan", last_at_ms AS "atMs",
        last_step AS "step", last_model_id AS "modelId", last_dataset_name AS "datasetName",
        last_dataset_digest AS "datasetDigest"
      FROM series JOIN key_name ON key_name.id = series.key_id WHERE run IN (${marks})`,
    ids,
  );
  const params = yield* inChunks<Tag & OfRun>(
    (marks) => `SELECT run, name AS "key", value FROM param JOIN key_name ON key_name.id = param.key_id
      WHERE run IN (${marks})`,
    ids,
  );
  const tags = yield* inChunks<Tag & OfRun>(
    (marks) => `SELECT run, name AS "key", value FROM tag JOIN key_name ON key_name.id = tag.key_id
      WHERE run IN (${marks})`,
    ids,
  );
  const datasets = yield* inChunks<RunDataset & OfRun>(
    (
      marks,
    ) => `SELECT run, name, digest, source_type AS "sourceType", source, schema_text AS "schemaText", profile,
        tags
      FROM run_dataset JOIN dataset ON dataset.id = run_dataset.dataset_id WHERE run IN (${marks})
      ORDER BY run, dataset_id`,
    ids,
  );
  const models = yield* inChunks<RunModel & OfRun>(
    (marks) => `SELECT run, model_id AS "modelId", direction, step FROM run_model WHERE run IN (${marks})
      ORDER BY run, direction, step, model_id`,
    ids,
  );
  return gather(ids, { metrics: byKey(metrics), params: byKey(params), tags: byKey(tags), datasets, models });
}

type Gathered = { readonly [K in keyof RunData]: readonly (RunData[K][number] & OfRun)[] };

interface Lists {
  readonly metrics: LatestMetric[];
  readonly params: Tag[];
  readonly tags: Tag[];
  readonly datasets: RunDataset[];
  readonly models: RunModel[];
}

function gather(ids: readonly number[], rows: Gathered): ReadonlyMap<number, RunData> {
  const found = new Map<number, Lists>();
  for (const id of ids) found.set(id, { metrics: [], params: [], tags: [], datasets: [], models: [] });
  for (const row of rows.metrics) found.get(row.run)?.metrics.push(row);
  for (const row of rows.params) found.get(row.run)?.params.push(row);
  for (const row of rows.tags) found.get(row.run)?.tags.push(row);
  for (const row of rows.datasets) found.get(row.run)?.datasets.push(row);
  for (const row of rows.models) found.get(row.run)?.models.push(row);
  return found;
}

function byKey<R extends { readonly key: string }>(rows: readonly R[]): readonly R[] {
  return rows.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

export interface RunWithData {
  readonly record: RunRecord;
  readonly data: RunData;
}

const nothing: RunData = { metrics: [], params: [], tags: [], datasets: [], models: [] };

export const findRun = defineRead('runs.find', 'long', function* (key: RunKey): Work<RunWithData> {
  const record = yield* runByKey(key);
  const data = yield* runDataOf([record.id]);
  return { record, data: data.get(record.id) ?? nothing };
});
