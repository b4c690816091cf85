import type { ValueTerm } from '#domain/filter/filter-ast.ts';
import { toParamNumber } from '#domain/param-number.ts';
import { valuesAtStep } from '#server/modules/metrics/value-at-step.queries.ts';
import type { Work } from '#server/ports/database.ts';
import { part, type SqlPart } from '#server/sql/sql-part.ts';
import type { MatchContext } from './match-context.ts';
import { attributeColumns, summaryColumn } from './run-filter.ts';
import { scopeOf } from './run-plan.ts';
import { readValues, type ScopedRuns } from './scoped-runs.queries.ts';

/** One number of each run by place. */
export interface NumberColumn {
  /** 1 where there is one, NaN included. */
  readonly has: Uint8Array;
  readonly values: Float64Array;
}

/** Reads the numbers that a term has; texts that are none count as missing. */
export function* readNumbers(term: ValueTerm, context: MatchContext): Work<NumberColumn> {
  const { entity, key } = term.field;
  const { runs, search } = context;
  const keyId = context.keys.get(key);
  if (entity === 'attribute') {
    const where = scopeOf(search, 'none');
    const column = attributeColumns[key] ?? 'NULL';
    const sql = `SELECT run.id AS run, ${column} AS value FROM run WHERE ${where.sql}`;
    return yield* readColumn(part(sql, ...where.params), runs);
  }
  if (keyId === undefined || entity === 'dataset') return emptyColumn(runs);
  if (entity === 'parameter') {
    const sql = `SELECT run, value_number AS value FROM param WHERE key_id = ? AND value_number IS NOT NULL`;
    return yield* readColumn(part(sql, keyId), runs);
  }
  if (entity === 'tag') return yield* readTagNumbers(keyId, runs);
  if (term.summary === 'at') return yield* readAtStep(keyId, term.step ?? 0, runs);
  const column = summaryColumn(term.summary, 'e')?.value ?? 'NULL';
  const sql = `SELECT e.run AS run, ${column} AS value FROM series AS e WHERE e.key_id = ?`;
  return yield* readColumn(part(sql, keyId), runs, term.summary === undefined || term.summary === 'first');
}

export function emptyColumn({ ids }: ScopedRuns): NumberColumn {
  return { has: new Uint8Array(ids.length), values: new Float64Array(ids.length) };
}

/** @param nullIsNan NULL stands for NaN, rather than for no value */
function* readColumn(sql: SqlPart, runs: ScopedRuns, nullIsNan = false): Work<NumberColumn> {
  const column = emptyColumn(runs);
  const { runs: ids, values } = yield* readValues<number | string>(sql);
  for (let index = 0; index < ids.length; index += 1) {
    const value = values[index] ?? null;
    if (value !== null) put(column, runs, ids[index] ?? 0, Number(value));
    else if (nullIsNan) put(column, runs, ids[index] ?? 0, Number.NaN);
  }
  return column;
}

function put({ has, values }: NumberColumn, { places }: ScopedRuns, run: number, value: number): void {
  const at = places[run] ?? -1;
  if (at < 0) return;
  has[at] = 1;
  values[at] = value;
}

function* readTagNumbers(keyId: number, runs: ScopedRuns): Work<NumberColumn> {
  const column = emptyColumn(runs);
  const { runs: ids, values } = yield* readValues<string>(
    part(`SELECT run, value FROM tag WHERE key_id = ?`, keyId),
  );
  const known = new Map<string, number | undefined>();
  for (const [index, value] of values.entries()) {
    const text = value ?? '';
    if (!known.has(text)) known.set(text, toParamNumber(text));
    const number = known.get(text);
    if (number !== undefined) put(column, runs, ids[index] ?? 0, number);
  }
  return column;
}

/** The latest value at a step; where that is a series' last step, its summary tells, and no point is read. */
function* readAtStep(keyId: number, step: number, runs: ScopedRuns): Work<NumberColumn> {
  const atEnd = yield* readColumn(
    part(`SELECT run, last_value AS value FROM series WHERE key_id = ? AND last_step = ?`, keyId, step),
    runs,
    true,
  );
  const longer = yield* readValues<number>(
    part(
      `SELECT run, 0 AS value FROM series WHERE key_id = ? AND min_step <= ? AND last_step > ?`,
      keyId,
      step,
      step,
    ),
  );
  const inScope = longer.runs.filter((run) => (runs.places[run] ?? -1) >= 0);
  for (const [run, value] of yield* valuesAtStep(keyId, step, inScope)) put(atEnd, runs, run, value);
  return atEnd;
}
