import type { Field } from '#domain/filter/filter-ast.ts';
import { all, type Work } from '#server/ports/database.ts';
import { part, type SqlPart } from '#server/sql/sql-part.ts';
import { attributeColumns } from './run-filter.ts';
import type { MatchContext } from './match-context.ts';
import { scopeOf } from './run-plan.ts';
import { parseIds } from './scoped-runs.queries.ts';

/** The values of one field by place: a number for each different text. */
export interface GroupCodes {
  /** 0 where the run has no value. */
  readonly codes: Int32Array;
  /** The text of each code but 0. */
  readonly texts: readonly string[];
}

/** One row for each different value, with all its runs. */
export function* readCodes(field: Field, context: MatchContext): Work<GroupCodes> {
  const { runs, keys, search } = context;
  const codes = new Int32Array(runs.ids.length);
  const texts: string[] = [];
  const source = sourceOf(field, keys.get(field.key), scopeOf(search, 'none'));
  if (source === undefined) return { codes, texts };
  const rows = yield* all<{ value: string | null; ids: string }>(source.sql, source.params);
  for (const { value, ids } of rows) {
    if (value === null) continue;
    texts.push(value);
    for (const id of parseIds(ids)) {
      const at = runs.places[id] ?? -1;
      if (at >= 0) codes[at] = texts.length;
    }
  }
  return { codes, texts };
}

function sourceOf({ entity, key }: Field, keyId: number | undefined, scope: SqlPart): SqlPart | undefined {
  if (entity === 'attribute') {
    const value = `CAST(${attributeColumns[key] ?? 'NULL'} AS TEXT)`;
    return part(
      `SELECT value AS "value", string_agg(CAST(id AS TEXT), ',') AS "ids"
       FROM (SELECT run.id AS id, ${value} AS value FROM run WHERE ${scope.sql}) AS found GROUP BY value`,
      ...scope.params,
    );
  }
  if (keyId === undefined || (entity !== 'parameter' && entity !== 'tag')) return undefined;
  const table = entity === 'tag' ? 'tag' : 'param';
  return part(
    `SELECT value AS "value", string_agg(CAST(run AS TEXT), ',') AS "ids" FROM ${table}
     WHERE key_id = ? GROUP BY value`,
    keyId,
  );
}
