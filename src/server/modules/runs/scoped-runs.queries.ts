import { createPatternBudget, type PatternBudget } from '#domain/filter/pattern-matcher.ts';
import { first, type Work } from '#server/ports/database.ts';
import { part, type SqlPart } from '#server/sql/sql-part.ts';
import { scopeOf } from './run-plan.ts';
import type { RunScope } from './run-search.types.ts';

/** The runs that a search is about, before any filter. A run's place is its number among them. */
export interface ScopedRuns {
  /** Newest first, then by run id. */
  readonly ids: Float64Array;
  /** Where a run stands in `ids`; -1 for runs out of scope. By id. */
  readonly places: Int32Array;
  /** Shared by all patterns that these runs are asked for. */
  readonly patternBudget: PatternBudget;
}

export function* runsInScope(scope: RunScope): Work<ScopedRuns> {
  const where = scopeOf(scope, 'order');
  const ids = yield* readIds(
    part(
      `SELECT run.id AS id FROM run WHERE ${where.sql} ORDER BY run.started_at_ms DESC, run.run_id`,
      ...where.params,
    ),
  );
  let greatest = 0;
  for (const id of ids) greatest = Math.max(greatest, id);
  const places = new Int32Array(greatest + 1).fill(-1);
  for (const [at, id] of ids.entries()) places[id] = at;
  return { ids, places, patternBudget: createPatternBudget() };
}

/** A 1 at the places of these runs. */
export function marked(runs: ScopedRuns, among: Iterable<number>): Uint8Array {
  const found = new Uint8Array(runs.ids.length);
  mark(found, runs, among);
  return found;
}

/** Puts a 1 at the places of these runs, besides those that are there. */
export function mark(found: Uint8Array, { places }: ScopedRuns, among: Iterable<number>): void {
  for (const id of among) {
    const at = places[id] ?? -1;
    if (at >= 0) found[at] = 1;
  }
}

/** One row instead of many: the ids come as one text. */
export function* readIds({ sql, params }: SqlPart): Work<Float64Array> {
  const row = yield* first<{ ids: string | null }>(
    `SELECT string_agg(CAST(id AS TEXT), ',') AS "ids" FROM (${sql}) AS found`,
    params,
  );
  return parseIds(row?.ids ?? '');
}

/** What the runs of a query have, run for run. */
export interface RunValues<T> {
  readonly runs: readonly number[];
  readonly values: readonly (T | null)[];
}

/** All rows of a query of `run` and `value`, as two JSON texts: a third of the time that rows take. */
export function* readValues<T extends string | number>({ sql, params }: SqlPart): Work<RunValues<T>> {
  const row = yield* first<{ runs: string | null; values: string | null }>(
    `SELECT CAST(json_group_array(run) AS TEXT) AS "runs", CAST(json_group_array(value) AS TEXT) AS "values"
     FROM (${sql}) AS found`,
    params,
  );
  return { runs: parseArray<number>(row?.runs), values: parseArray<T>(row?.values) };
}

function parseArray<T>(text: string | null | undefined): T[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- rows gain their type here, as in `all`
  return JSON.parse(text ?? '[]') as T[];
}

/** Ids as one text with commas between. */
export function parseIds(text: string): Float64Array {
  if (text === '') return new Float64Array();
  const found = new Float64Array((text.length + 1) >> 1);
  let count = 0;
  let value = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === comma) {
      found[count] = value;
      count += 1;
      value = 0;
    } else {
      value = value * 10 + code - zero;
    }
  }
  found[count] = value;
  return found.slice(0, count + 1);
}

const comma = 44;
const zero = 48;
