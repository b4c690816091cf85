import type { RunRow } from '#contract/runs.ts';
import { runColourTag } from '#domain/colour/run-marks.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { findKeys } from '#server/sql/key-names.ts';
import { defineRead, type Work } from '#server/ports/database.ts';
import type { ValueTerm } from '#domain/filter/filter-ast.ts';
import { readCells } from './run-cells.queries.ts';
import { countChildren, parentTag } from './run-children.queries.ts';
import { runColumns } from './run-record.queries.ts';
import { searchRunIds } from './run-search.queries.ts';
import type { RunSearch, RunWindow } from './run-search.types.ts';
import { type RunRecord } from './runs.types.ts';
import { marks } from '#server/sql/sql-part.ts';

/** Keys of the columns that a list of runs shows. */
export interface RunColumns {
  readonly metrics: readonly string[];
  readonly params: readonly string[];
  readonly tags: readonly string[];
}

/** Tags that say something of a run in every list, asked for as columns or not. */
const infoTags: readonly string[] = [parentTag, runColourTag];

/** What to show of the rows. */
export interface RowContent {
  readonly workspaceId: number;
  readonly columns: RunColumns;
  readonly terms: readonly ValueTerm[];
}

export const readRunWindow = defineRead(
  'runs.window',
  'long',
  function* (input: {
    readonly search: RunSearch;
    readonly window: RunWindow;
    readonly content: RowContent;
  }): Work<RunRow[]> {
    const { ids } = yield* searchRunIds(input.search, input.window);
    return yield* rowsOf(ids, input.content);
  },
);

export const readRunRows = defineRead(
  'runs.rows',
  'long',
  function* (input: { readonly ids: readonly number[]; readonly content: RowContent }): Work<RunRow[]> {
    return yield* rowsOf(input.ids, input.content);
  },
);

export interface NamedRecord extends RunRecord {
  readonly experimentName: string;
}

/**
 * The records of runs with the names of their experiments, in the order of the ids. (CROSS JOIN keeps SQLite from
 * beginning with the experiments, of which there may be one.)
 */
export function* recordsOf(ids: readonly number[]): Work<NamedRecord[]> {
  const rows = yield* inChunks<NamedRecord>(
    (list) => `SELECT ${runColumns}, experiment.name AS "experimentName"
      FROM run CROSS JOIN experiment WHERE experiment.id = run.experiment_id AND run.id IN (${list})`,
    ids,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What every list of runs shows, of a run's record and its tags. */
export function toRunInfo(record: NamedRecord, tags: Readonly<Record<string, string>>) {
  return {
    runId: record.runId,
    name: record.name,
    experimentId: String(record.experimentId),
    experimentName: record.experimentName,
    status: record.status,
    startedAtMs: record.startedAtMs,
    endedAtMs: record.endedAtMs,
    userId: record.userId,
    lifecycle: record.lifecycle,
    deletedAtMs: record.deletedAtMs,
    parentRunId: tags[parentTag] ?? null,
    mark: record.id,
    colour: tags[runColourTag] ?? null,
  };
}

function* rowsOf(ids: readonly number[], { workspaceId, columns, terms }: RowContent): Work<RunRow[]> {
  const records = yield* recordsOf(ids);
  const metrics = yield* metricsOf(ids, columns.metrics);
  const params = yield* textsOf('param', ids, columns.params);
  const tags = yield* textsOf('tag', ids, [...new Set([...columns.tags, ...infoTags])]);
  const { cellsOf, stepsOf } = yield* readCells(terms, { workspaceId, runIds: ids });
  const children = yield* countChildren(
    workspaceId,
    records.map(({ runId }) => runId),
  );
  const unasked = new Set(infoTags.filter((tag) => !columns.tags.includes(tag)));
  return records.map((record) => {
    const known = tags.get(record.id) ?? {};
    const steps = stepsOf(record.id);
    const childCount = children.get(record.runId);
    return {
      ...toRunInfo(record, known),
      ...(terms.length === 0 ? {} : { cells: cellsOf(record.id) }),
      ...(steps === undefined ? {} : { steps }),
      ...(childCount === undefined ? {} : { childCount }),
      metrics: metrics.get(record.id) ?? {},
      params: params.get(record.id) ?? {},
      tags: Object.fromEntries(Object.entries(known).filter(([key]) => !unasked.has(key))),
    };
  });
}

function* metricsOf(
  ids: readonly number[],
  names: readonly string[],
): Work<Map<number, Record<string, number>>> {
  const keys = yield* keyNames(names);
  const rows = yield* keyedRows<{ run: number; keyId: number; value: number | null; isNan: number }>(
    `SELECT run, key_id AS "keyId", last_value AS "value", last_is_nan AS "isNan" FROM series`,
    ids,
    [...keys.keys()],
  );
  return group(rows, keys, (row) => (row.isNan === 1 ? Number.NaN : (row.value ?? Number.NaN)));
}

function* textsOf(
  table: 'param' | 'tag',
  ids: readonly number[],
  names: readonly string[],
): Work<Map<number, Record<string, string>>> {
  const keys = yield* keyNames(names);
  const rows = yield* keyedRows<{ run: number; keyId: number; value: string }>(
    `SELECT run, key_id AS "keyId", value FROM ${table}`,
    ids,
    [...keys.keys()],
  );
  return group(rows, keys, (row) => row.value);
}

function* keyNames(names: readonly string[]): Work<Map<number, string>> {
  const ids = yield* findKeys(names);
  return new Map([...ids].map(([name, id]) => [id, name]));
}

function* keyedRows<R>(
  select: string,
  ids: readonly number[],
  keyIds: readonly number[],
): Work<readonly R[]> {
  if (keyIds.length === 0) return [];
  return yield* inChunks<R>(
    (list) => `${select} WHERE run IN (${list}) AND key_id IN (${marks(keyIds.length)})`,
    ids,
    keyIds,
  );
}

function group<R extends { readonly run: number; readonly keyId: number }, V>(
  rows: readonly R[],
  keys: ReadonlyMap<number, string>,
  valueOf: (row: R) => V,
): Map<number, Record<string, V>> {
  const found = new Map<number, Record<string, V>>();
  for (const row of rows) {
    const ofRun = found.get(row.run) ?? {};
    // Keys come from clients: one named `__proto__` must stay an ordinary key.
    Object.defineProperty(ofRun, keys.get(row.keyId) ?? '', {
      value: valueOf(row),
      enumerable: true,
      configurable: true,
      writable: true,
    });
    found.set(row.run, ofRun);
  }
  return found;
}
