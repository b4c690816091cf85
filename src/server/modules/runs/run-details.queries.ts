import type { ComparedRun, MetricSummary, RunDetails } from '#contract/runs.ts';
import type { Tag } from '#server/modules/experiments/experiments.types.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { findKeys } from '#server/sql/key-names.ts';
import { all, defineRead, first, type Work } from '#server/ports/database.ts';
import { runsByIds } from '#server/modules/metrics/run-keys.queries.ts';
import { runDataOf } from './run-data.queries.ts';
import { runByKey } from './run-record.queries.ts';
import { parentTag } from './run-children.queries.ts';
import { recordsOf, toRunInfo } from './run-rows.queries.ts';
import type { RunData, RunKey } from './runs.types.ts';

const maxChildren = 200;

export const readRunDetails = defineRead('runs.details', 'long', function* (key: RunKey): Work<RunDetails> {
  const { id } = yield* runByKey(key);
  const [record] = yield* recordsOf([id]);
  const data = (yield* runDataOf([id])).get(id);
  if (record === undefined || data === undefined) throw new Error('The run just read is not there.');
  const tags = toRecord(data.tags);
  const parentRunId = tags[parentTag];
  const children = yield* childrenOf(key);
  return {
    ...toRunInfo(record, tags),
    artifactUri: record.artifactUri,
    createdAtMs: record.createdAtMs,
    updatedAtMs: record.updatedAtMs,
    createdBy: record.createdBy,
    params: toRecord(data.params),
    tags,
    metrics: (yield* summariesOf([id])).get(id) ?? [],
    datasets: data.datasets.map(({ schemaText, ...dataset }) => ({
      ...dataset,
      schema: schemaText,
      context: contextOf(dataset.tags),
    })),
    models: yield* modelsOf(data, key.workspaceId),
    parent: parentRunId === undefined ? null : yield* parentOf(key.workspaceId, parentRunId),
    ...children,
  };
});

export const readComparedRuns = defineRead(
  'runs.compare',
  'long',
  function* (input: { readonly workspaceId: number; readonly runIds: readonly string[] }): Work<{
    readonly runs: ComparedRun[];
    readonly missing: string[];
  }> {
    const wanted = [...new Set(input.runIds)];
    const found = yield* runsByIds(input.workspaceId, wanted);
    const known = new Set(found.map(({ runId }) => runId));
    const ids = found.map(({ id }) => id);
    const data = yield* runDataOf(ids);
    const summaries = yield* summariesOf(ids);
    const records = yield* recordsOf(ids);
    const runs = records.map((record) => {
      const tags = toRecord(data.get(record.id)?.tags ?? []);
      return {
        ...toRunInfo(record, tags),
        params: toRecord(data.get(record.id)?.params ?? []),
        tags,
        metrics: summaries.get(record.id) ?? [],
      };
    });
    return { runs, missing: wanted.filter((runId) => !known.has(runId)) };
  },
);

/** By key, as own members whatever the key is called. */
function toRecord(pairs: readonly Tag[]): Record<string, string> {
  return Object.fromEntries(pairs.map(({ key, value }) => [key, value]));
}

interface SummaryRow {
  readonly run: number;
  readonly key: string;
  readonly lastValue: number | null;
  readonly lastIsNan: number;
  readonly lastStep: number | bigint;
  readonly lastAtMs: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly points: number;
  readonly nanPoints: number;
  readonly infinitePoints: number;
}

function* summariesOf(ids: readonly number[]): Work<Map<number, MetricSummary[]>> {
  const rows = yield* inChunks<SummaryRow>(
    (marks) => `SELECT run, name AS "key", last_value AS "lastValue", last_is_nan AS "lastIsNan",
        last_step AS "lastStep", last_at_ms AS "lastAtMs", min_value AS "min", max_value AS "max",
        point_count AS "points", nan_count AS "nanPoints", infinity_count AS "infinitePoints"
      FROM series JOIN key_name ON key_name.id = series.key_id WHERE run IN (${marks})`,
    ids,
  );
  const found = new Map<number, MetricSummary[]>();
  for (const { run, lastValue, lastIsNan, lastStep, ...rest } of rows) {
    const summary = {
      ...rest,
      last: lastIsNan === 1 ? Number.NaN : (lastValue ?? Number.NaN),
      lastStep: String(lastStep),
    };
    const ofRun = found.get(run) ?? [];
    if (ofRun.length === 0) found.set(run, ofRun);
    ofRun.push(summary);
  }
  for (const list of found.values()) list.sort((a, b) => (a.key < b.key ? -1 : 1));
  return found;
}

function contextOf(tags: string): string | null {
  const parsed: unknown = JSON.parse(tags);
  const list: unknown[] = Array.isArray(parsed) ? parsed : [];
  for (const tag of list) {
    if (typeof tag !== 'object' || tag === null || !('key' in tag) || !('value' in tag)) continue;
    if (tag.key === 'mlflow.data.context' && typeof tag.value === 'string') return tag.value;
  }
  return null;
}

function* modelsOf(data: RunData, workspaceId: number): Work<RunDetails['models']> {
  const rows = yield* inChunks<{
    modelId: string;
    name: string;
    modelType: string;
    status: string;
    artifactUri: string;
  }>(
    (
      marks,
    ) => `SELECT model_id AS "modelId", name, model_type AS "modelType", status, artifact_uri AS "artifactUri"
      FROM logged_model WHERE model_id IN (${marks}) AND workspace_id = ? AND lifecycle = 'active'`,
    [...new Set(data.models.map(({ modelId }) => modelId))],
    [workspaceId],
  );
  const byId = new Map(rows.map((row) => [row.modelId, row]));
  return data.models.flatMap(({ modelId, direction, step }) => {
    const model = byId.get(modelId);
    return model === undefined ? [] : [{ ...model, direction, step: String(step) }];
  });
}

function* parentOf(workspaceId: number, runId: string): Work<RunDetails['parent']> {
  const found = yield* first<{ runId: string; name: string }>(
    `SELECT run_id AS "runId", name FROM run WHERE run_id = ? AND workspace_id = ?`,
    [runId, workspaceId],
  );
  return found ?? null;
}

function* childrenOf(key: RunKey): Work<Pick<RunDetails, 'children' | 'childrenTotal'>> {
  const keyId = (yield* findKeys([parentTag])).get(parentTag);
  if (keyId === undefined) return { children: [], childrenTotal: 0 };
  const from = `FROM tag JOIN run ON run.id = tag.run
    WHERE tag.key_id = ? AND tag.value = ? AND run.workspace_id = ? AND run.lifecycle = 'active'`;
  const params = [keyId, key.runId, key.workspaceId];
  const children = yield* all<RunDetails['children'][number]>(
    `SELECT run.run_id AS "runId", run.name, run.status, run.started_at_ms AS "startedAtMs" ${from}
      ORDER BY run.started_at_ms DESC, run.run_id LIMIT ${maxChildren}`,
    params,
  );
  if (children.length < maxChildren) return { children: [...children], childrenTotal: children.length };
  const counted = yield* first<{ total: number }>(`SELECT COUNT(*) AS "total" ${from}`, params);
  return { children: [...children], childrenTotal: counted?.total ?? children.length };
}
