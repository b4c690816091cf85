import type { ValueTerm } from '#domain/filter/filter-ast.ts';
import { toParamNumber } from '#domain/param-number.ts';
import { valuesAtStep } from '#server/modules/metrics/value-at-step.queries.ts';
import { all, type Work } from '#server/ports/database.ts';
import { part, type SqlPart } from '#server/sql/sql-part.ts';
import { attributeColumns, summaryColumn } from './run-filter.ts';
import type { MatchContext } from './match-context.ts';
import { scopeOf } from './run-plan.ts';
import type { ScopedRuns } from './scoped-runs.queries.ts';

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
    const sql = `SELECT run.id AS "run", ${column} AS "value", 0 AS "isNan" FROM run WHERE ${where.sql}`;
    return yield* readColumn(part(sql, ...where.params), runs);
  }
  if (keyId === undefined || entity === 'dataset') return emptyColumn(runs);
  if (entity === 'parameter') {
    const sql = `SELECT run AS "run", value_number AS "value", 0 AS "isNan" FROM param
      WHERE key_id = ? AND value_number IS NOT NULL`;
    return yield* readColumn(part(sql, keyId), runs);
  }
  if (entity === 'tag') return yield* readTagNumbers(keyId, runs);
  if (term.summary === 'at') return yield* readAtStep(keyId, term.step ?? 0, runs);
  const { value, isNan } = summaryColumn(term.summary, 'e') ?? { value: 'NULL', isNan: '0' };
  return yield* readColumn(
    part(
      `SELECT e.run AS "run", ${value} AS "value", ${isNan ?? '0'} AS "isNan" FROM series AS e WHERE e.key_id = ?`,
      keyId,
    ),
    runs,
  );
}

export function emptyColumn({ ids }: ScopedRuns): NumberColumn {
  return { has: new Uint8Array(ids.length), values: new Float64Array(ids.length) };
}

interface ValueRow {
  readonly run: number;
  readonly value: number | null;
  readonly isNan: number;
}

function* readColumn({ sql, params }: SqlPart, runs: ScopedRuns): Work<NumberColumn> {
  const column = emptyColumn(runs);
  for (const { run, value, isNan } of yield* all<ValueRow>(sql, params)) {
    if (value !== null) put(column, runs, run, value);
    else if (isNan === 1) put(column, runs, run, Number.NaN);
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
  const rows = yield* all<{ run: number; value: string }>(
    `SELECT run AS "run", value AS "value" FROM tag WHERE key_id = ? ORDER BY value`,
    [keyId],
  );
  let before: string | undefined;
  let number: number | undefined;
  for (const { run, value } of rows) {
    if (value !== before) number = toParamNumber(value);
    before = value;
    if (number !== undefined) put(column, runs, run, number);
  }
  return column;
}

interface SeriesRow {
  readonly run: number;
  readonly lastStep: number | bigint;
  readonly lastValue: number | null;
}

/** The latest value at a step; where that is a series' last step, its summary tells, and no point is read. */
function* readAtStep(keyId: number, step: number, runs: ScopedRuns): Work<NumberColumn> {
  const column = emptyColumn(runs);
  const rows = yield* all<SeriesRow>(
    `SELECT run AS "run", last_step AS "lastStep", last_value AS "lastValue" FROM series
     WHERE key_id = ? AND min_step <= ? AND last_step >= ?`,
    [keyId, step, step],
  );
  const longer: number[] = [];
  for (const { run, lastStep, lastValue } of rows) {
    if (lastStep === step) put(column, runs, run, lastValue ?? Number.NaN);
    else if ((runs.places[run] ?? -1) >= 0) longer.push(run);
  }
  for (const [run, value] of yield* valuesAtStep(keyId, step, longer)) put(column, runs, run, value);
  return column;
}
