import type { TextField } from '#contract/runs.ts';
import { toParamNumber } from '#domain/param-number.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { all, defineRead, first, type Work } from '#server/ports/database.ts';
import { part, type SqlPart } from '#server/sql/sql-part.ts';
import { scopeOf } from './run-plan.ts';

export interface FieldsQuery {
  readonly workspaceId: number;
  /** `undefined`: all of the workspace. */
  readonly experimentIds: readonly number[] | undefined;
}

export interface FieldUse {
  readonly key: string;
  /** Active runs that have it. */
  readonly runs: number;
}

/** All keys in use, the most used first. */
export interface RunFields {
  readonly metrics: readonly FieldUse[];
  readonly params: readonly TextField[];
  readonly tags: readonly TextField[];
}

export const readRunFields = defineRead(
  'runs.fields',
  'long',
  function* (query: FieldsQuery): Work<RunFields> {
    const inside = scopeOf({ ...query, view: 'active' }, 'workspace');
    const runs = yield* first<{ all: number }>(`SELECT COUNT(*) AS "all" FROM run`);
    const scoped = yield* first<{ inside: number }>(
      `SELECT COUNT(*) AS "inside" FROM run WHERE ${inside.sql}`,
      inside.params,
    );
    const isMost = (scoped?.inside ?? 0) * 2 > (runs?.all ?? 0);
    const plan = isMost ? { outside: part(`NOT (${inside.sql})`, ...inside.params) } : { inside };
    return {
      metrics: yield* fieldsOf('series', plan),
      params: yield* withExamples('param', yield* fieldsOf('param', plan), query),
      tags: yield* withExamples('tag', yield* fieldsOf('tag', plan), query),
    };
  },
);

/** Which runs to look at: those meant, or, where these are most, the others, to be taken from the whole. */
type FieldsPlan = { readonly inside: SqlPart } | { readonly outside: SqlPart };
type FieldTable = 'series' | 'param' | 'tag';

function* fieldsOf(table: FieldTable, plan: FieldsPlan): Work<FieldUse[]> {
  const counts =
    'inside' in plan ? yield* countKeys(table, plan.inside) : yield* countMost(table, plan.outside);
  const names = yield* inChunks<{ id: number; name: string }>(
    (marks) => `SELECT id, name FROM key_name WHERE id IN (${marks})`,
    [...counts.keys()],
  );
  return names
    .map(({ id, name }) => ({ key: name, runs: counts.get(id) ?? 0 }))
    .sort((a, b) => b.runs - a.runs || (a.key < b.key ? -1 : 1));
}

/** One scan of an index, less the few that are not meant. */
function* countMost(table: FieldTable, outside: SqlPart): Work<Map<number, number>> {
  const rows = yield* all<KeyCount>(
    `SELECT key_id AS "keyId", COUNT(*) AS "runs" FROM ${table} GROUP BY key_id`,
  );
  const others = yield* countKeys(table, outside);
  const left = rows.map(({ keyId, runs }) => [keyId, runs - (others.get(keyId) ?? 0)] as const);
  return new Map(left.filter(([, runs]) => runs > 0));
}

interface KeyCount {
  readonly keyId: number;
  readonly runs: number;
}

function* countKeys(table: FieldTable, where: SqlPart): Work<Map<number, number>> {
  const rows = yield* all<KeyCount>(
    `SELECT kept.key_id AS "keyId", COUNT(*) AS "runs" FROM run CROSS JOIN ${table} AS kept
     WHERE kept.run = run.id AND ${where.sql} GROUP BY kept.key_id`,
    where.params,
  );
  return new Map(rows.map(({ keyId, runs }) => [keyId, runs]));
}

/** So many of the newest runs are looked at. */
const sampled = 200;
const mostExamples = 3;
/** Longer values are cut: they are there to be recognised. */
const longestExample = 60;

/** What the values of keys are like, by those of the newest runs. */
function* withExamples(
  table: 'param' | 'tag',
  fields: readonly FieldUse[],
  query: FieldsQuery,
): Work<TextField[]> {
  const inside = scopeOf({ ...query, view: 'active' }, 'order');
  const runs = yield* all<{ id: number }>(
    `SELECT run.id AS "id" FROM run WHERE ${inside.sql} ORDER BY run.started_at_ms DESC, run.run_id LIMIT ${sampled}`,
    inside.params,
  );
  const rows = yield* inChunks<{ name: string; value: string; runs: number }>(
    (
      marks,
    ) => `SELECT key_name.name AS "name", substr(kept.value, 1, ${longestExample}) AS "value", COUNT(*) AS "runs"
      FROM ${table} AS kept JOIN key_name ON key_name.id = kept.key_id
      WHERE kept.run IN (${marks}) GROUP BY 1, 2 ORDER BY 3 DESC, 2`,
    runs.map(({ id }) => id),
  );
  const byName = Map.groupBy(rows, (row) => row.name);
  return fields.map((field) => {
    const values = (byName.get(field.key) ?? []).map(({ value }) => value);
    const isNumber = values.length > 0 && values.every((value) => toParamNumber(value) !== undefined);
    return { ...field, kind: isNumber ? 'number' : 'text', examples: values.slice(0, mostExamples) };
  });
}
