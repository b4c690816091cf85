import { inChunks } from '#server/sql/in-chunks.ts';
import type { RunDataset, RunModel } from '#server/modules/runs/runs.types.ts';
import type { Work } from '#server/ports/database.ts';
import { writeDouble, writeInputs, writeOutputs } from './run-json.ts';

/**
 * What `writeRun` writes after a run's info, for some runs at once: straight from slim rows, without a join to the
 * names of keys and without objects in between. A search of 1,000 runs reads tens of thousands of rows.
 * @param keys what was learned of keys before, for other runs of the same answer
 */
export function* writeRunsData(ids: readonly number[], keys: KeyTexts): Work<ReadonlyMap<number, string>> {
  const metrics = yield* metricTexts(ids, keys);
  const params = yield* pairTexts('param', ids, keys);
  const tags = yield* pairTexts('tag', ids, keys);
  const lineage = yield* lineageTexts(ids);
  return new Map(
    ids.map((id) => {
      const lists = [
        list('metrics', metrics.get(id)),
        list('params', params.get(id)),
        list('tags', tags.get(id)),
      ].filter((each) => each !== '');
      return [id, `"data":{${lists.join(',')}},${lineage.get(id) ?? '"inputs":{},"outputs":{}'}`];
    }),
  );
}

function list(name: string, text: string | undefined): string {
  return text === undefined ? '' : `"${name}":[${text}]`;
}

/** `{"key":"…","value":` by the id of the key. */
export type KeyTexts = Map<number, string>;

function* learnKeys(keys: KeyTexts, rows: readonly { readonly keyId: number }[]): Work<void> {
  const unknown = new Set<number>();
  for (const { keyId } of rows) if (!keys.has(keyId)) unknown.add(keyId);
  const found = yield* inChunks<{ id: number; name: string }>(
    (marks) => `SELECT id, name FROM key_name WHERE id IN (${marks})`,
    [...unknown],
  );
  for (const { id, name } of found) keys.set(id, `{"key":${JSON.stringify(name)},"value":`);
}

function append(texts: Map<number, string>, run: number, text: string): void {
  const before = texts.get(run);
  texts.set(run, before === undefined ? text : `${before},${text}`);
}

interface MetricRow {
  readonly run: number;
  readonly keyId: number;
  readonly value: number | null;
  /** What follows the value; open at its end where the metric has an origin. */
  readonly rest: string;
}

function* metricTexts(ids: readonly number[], keys: KeyTexts): Work<ReadonlyMap<number, string>> {
  const rows = yield* inChunks<MetricRow>(
    (marks) => `SELECT run, key_id AS "keyId", last_value AS "value",
        ',"timestamp":' || last_at_ms || ',"step":' || last_step ||
          CASE WHEN last_model_id IS NULL AND last_dataset_name IS NULL THEN '}' ELSE '' END AS "rest"
      FROM series WHERE run IN (${marks})`,
    ids,
  );
  yield* learnKeys(keys, rows);
  const origins = yield* originTexts(rows);
  const texts = new Map<number, string>();
  for (const { run, keyId, value, rest } of rows) {
    // The value is absent only where it is NaN.
    const start = `${keys.get(keyId) ?? ''}${value === null ? '"NaN"' : writeDouble(value)}${rest}`;
    append(texts, run, rest.endsWith('}') ? start : `${start}${origins.get(`${run} ${keyId}`) ?? ''}}`);
  }
  return texts;
}

/** Which model and data set a metric speaks about. Few do. */
function* originTexts(rows: readonly MetricRow[]): Work<ReadonlyMap<string, string>> {
  const runs = new Set(rows.flatMap(({ run, rest }) => (rest.endsWith('}') ? [] : [run])));
  const origins = yield* inChunks<{
    run: number;
    keyId: number;
    modelId: string | null;
    name: string | null;
    digest: string | null;
  }>(
    (marks) => `SELECT run, key_id AS "keyId", last_model_id AS "modelId", last_dataset_name AS "name",
        last_dataset_digest AS "digest" FROM series WHERE run IN (${marks})`,
    [...runs],
  );
  return new Map(
    origins.map(({ run, keyId, modelId, name, digest }) => [
      `${run} ${keyId}`,
      `${optional('model_id', modelId)}${optional('dataset_name', name)}${optional('dataset_digest', digest)}`,
    ]),
  );
}

function optional(name: string, value: string | null): string {
  return value === null || value === '' ? '' : `,"${name}":${quote(value)}`;
}

function* pairTexts(
  table: 'param' | 'tag',
  ids: readonly number[],
  keys: KeyTexts,
): Work<ReadonlyMap<number, string>> {
  const rows = yield* inChunks<{ run: number; keyId: number; value: string }>(
    (marks) => `SELECT run, key_id AS "keyId", value FROM ${table} WHERE run IN (${marks})`,
    ids,
  );
  yield* learnKeys(keys, rows);
  const texts = new Map<number, string>();
  for (const { run, keyId, value } of rows) append(texts, run, `${keys.get(keyId) ?? ''}${quote(value)}}`);
  return texts;
}

const plain = /^[\w .,:;/+()=-]*$/;

/** JSON text; most values need no escape, and looking is quicker than escaping. */
function quote(value: string): string {
  return plain.test(value) ? `"${value}"` : JSON.stringify(value);
}

function* lineageTexts(ids: readonly number[]): Work<ReadonlyMap<number, string>> {
  const datasets = yield* inChunks<RunDataset & { readonly run: number }>(
    (
      marks,
    ) => `SELECT run, name, digest, source_type AS "sourceType", source, schema_text AS "schemaText", profile,
        tags
      FROM run_dataset JOIN dataset ON dataset.id = run_dataset.dataset_id WHERE run IN (${marks})
      ORDER BY run, dataset_id`,
    ids,
  );
  const models = yield* inChunks<RunModel & { readonly run: number }>(
    (marks) => `SELECT run, model_id AS "modelId", direction, step FROM run_model WHERE run IN (${marks})
      ORDER BY run, direction, step, model_id`,
    ids,
  );
  const datasetsOf = Map.groupBy(datasets, ({ run }) => run);
  const modelsOf = Map.groupBy(models, ({ run }) => run);
  return new Map(
    [...new Set([...datasetsOf.keys(), ...modelsOf.keys()])].map((run) => {
      const lineage = { datasets: datasetsOf.get(run) ?? [], models: modelsOf.get(run) ?? [] };
      return [run, `"inputs":${writeInputs(lineage)},"outputs":${writeOutputs(lineage)}`];
    }),
  );
}
