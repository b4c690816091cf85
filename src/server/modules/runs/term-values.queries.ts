import type { ValueTerm } from '#domain/filter/filter-ast.ts';
import type { Direction } from '#domain/metric/direction.ts';
import { directionsOf } from '#server/modules/metric-settings/metric-settings.queries.ts';
import { valuesAtStep } from '#server/modules/metrics/value-at-step.queries.ts';
import type { Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { findKeys } from '#server/sql/key-names.ts';
import { attributeColumns } from './run-filter.ts';

/** A run's value of a term: a NaN that was logged is a value. */
export type TermValue = number | string;

export interface TermReading {
  readonly workspaceId: number;
  /** Internal ids. */
  readonly runIds: readonly number[];
}

/** The values of one term by run; a run without one is not in it. Metrics count as folded: settle them before. */
export function* valuesOfTerm(term: ValueTerm, reading: TermReading): Work<Map<number, TermValue>> {
  const { entity, key } = term.field;
  if (entity === 'attribute') return yield* attributeValues(key, reading);
  if (entity === 'dataset') return new Map();
  const keyId = (yield* findKeys([key])).get(key);
  if (keyId === undefined) return new Map();
  if (entity === 'metric') return yield* metricValues(term, keyId, reading);
  return yield* plainValues(
    (marks) =>
      `SELECT run, value AS "value" FROM ${entity === 'tag' ? 'tag' : 'param'} WHERE run IN (${marks}) AND key_id = ?`,
    reading.runIds,
    [keyId],
  );
}

function* attributeValues(key: string, { runIds }: TermReading): Work<Map<number, TermValue>> {
  const column = attributeColumns[key];
  if (column === undefined) return new Map();
  return yield* plainValues(
    (marks) => `SELECT run.id AS "run", ${column} AS "value" FROM run WHERE run.id IN (${marks})`,
    runIds,
    [],
  );
}

function* plainValues(
  sql: (marks: string) => string,
  runIds: readonly number[],
  more: readonly number[],
): Work<Map<number, TermValue>> {
  const rows = yield* inChunks<{ run: number; value: TermValue | null }>(sql, runIds, more);
  return new Map(rows.flatMap(({ run, value }) => (value === null ? [] : [[run, value]])));
}

/** The column of `series` that a summary is, and the flag beside it that says NaN. */
interface SummaryColumn {
  readonly value: string;
  readonly isNan: string;
}

const last: SummaryColumn = { value: 'last_value', isNan: 'last_is_nan' };
const summaryColumns: Readonly<Record<string, SummaryColumn>> = {
  min: { value: 'min_value', isNan: '0' },
  max: { value: 'max_value', isNan: '0' },
  mean: { value: 'mean_value', isNan: '0' },
  first: { value: 'first_value', isNan: 'first_is_nan' },
  count: { value: 'point_count', isNan: '0' },
  has_nan: { value: 'CASE WHEN nan_count > 0 THEN 1 ELSE 0 END', isNan: '0' },
};

/** Where neither way is better, the best value is the last. */
const bestColumns: Readonly<Record<Direction, SummaryColumn>> = {
  up: { value: 'max_value', isNan: '0' },
  down: { value: 'min_value', isNan: '0' },
  none: last,
};

function* metricValues(
  { field, summary, step }: ValueTerm,
  keyId: number,
  { runIds, workspaceId }: TermReading,
): Work<Map<number, TermValue>> {
  if (summary === 'at') return yield* valuesAtStep(keyId, step ?? 0, runIds);
  const { value, isNan } = yield* columnOf(field.key, summary, workspaceId);
  const rows = yield* inChunks<{ run: number; value: number | null; isNan: number }>(
    (marks) =>
      `SELECT run, ${value} AS "value", ${isNan} AS "isNan" FROM series WHERE run IN (${marks}) AND key_id = ?`,
    runIds,
    [keyId],
  );
  return new Map(
    rows.flatMap((row): [number, TermValue][] => {
      if (row.isNan === 1) return [[row.run, Number.NaN]];
      return row.value === null ? [] : [[row.run, row.value]];
    }),
  );
}

function* columnOf(key: string, summary: string | undefined, workspaceId: number): Work<SummaryColumn> {
  if (summary !== 'best') return summaryColumns[summary ?? 'last'] ?? last;
  const direction = (yield* directionsOf(workspaceId, [key])).get(key) ?? 'none';
  return bestColumns[direction];
}
