import type { SettledCondition } from '#domain/filter/settle-filter.ts';
import type { Summary } from '#domain/filter/filter-ast.ts';
import {
  compareColumn,
  compareDouble,
  compareDoubles,
  compareInteger,
  compareIntegers,
  compareMatch,
} from '#server/sql/compare-sql.ts';
import { always, and, never, part, type SqlPart } from '#server/sql/sql-part.ts';

/** Ids of keys by name; a key that no run has ever used is not in it. */
export type KeyIds = ReadonlyMap<string, number>;

/** The column of `run` that each attribute is, or what is calculated from its columns. */
export const attributeColumns: Readonly<Record<string, string>> = {
  run_id: 'run.run_id',
  run_name: 'run.name',
  status: 'run.status',
  user_id: 'run.user_id',
  artifact_uri: 'run.artifact_uri',
  start_time: 'run.started_at_ms',
  end_time: 'run.ended_at_ms',
  // A run that has not ended has none.
  duration: '(run.ended_at_ms - run.started_at_ms)',
  experiment: '(SELECT experiment.name FROM experiment WHERE experiment.id = run.experiment_id)',
};

/** A condition as SQL on the table `run`; `undefined` where no database knows how. */
export function toCondition(node: SettledCondition, keys: KeyIds): SqlPart | undefined {
  const field = fieldOf(node);
  if (field === undefined) return undefined;
  if (field.entity === 'attribute') return compareValue(attributeColumns[field.key] ?? 'NULL', node);
  if (field.entity === 'dataset') return onDataset(node, field.key);
  const keyId = keys.get(field.key);
  const isMissing = node.kind === 'null' && node.operator === 'IS NULL';
  if (keyId === undefined) return isMissing ? always : never;
  const rows = keyedRows(node, keyId, 'e');
  if (rows === undefined) return undefined;
  const probe = part(
    `EXISTS (SELECT 1 FROM ${rows.table} AS e WHERE e.run = run.id AND ${rows.where.sql})`,
    ...rows.where.params,
  );
  return isMissing ? part(`NOT ${probe.sql}`, ...probe.params) : probe;
}

/** What a condition is about, where it is about one field alone. */
export function fieldOf(node: SettledCondition) {
  if (node.kind === 'words' || node.kind === 'measure') return undefined;
  if (node.kind !== 'numbers') return node.field;
  return node.left.kind === 'value' ? node.left.term.field : undefined;
}

/** The rows of a table of keyed values that a condition is about. */
export interface KeyedRows {
  readonly table: 'series' | 'param' | 'tag';
  readonly where: SqlPart;
}

const tables = { metric: 'series', parameter: 'param', tag: 'tag' } as const;

/**
 * For IS NULL these are the rows that must not be. `undefined` where no database knows how.
 * @param name the name that the table goes by in the condition
 */
export function keyedRows(node: SettledCondition, keyId: number, name: string): KeyedRows | undefined {
  const entity = fieldOf(node)?.entity;
  if (entity !== 'metric' && entity !== 'parameter' && entity !== 'tag') return undefined;
  const ofKey = part(`${name}.key_id = ?`, keyId);
  const isNumeric = node.kind === 'number' || node.kind === 'numbers';
  const value =
    entity === 'metric'
      ? compareMetric(node, name)
      : isNumeric
        ? entity === 'parameter'
          ? compareNumber(node, { value: `${name}.value_number`, isNan: '0' })
          : undefined
        : node.kind === 'null'
          ? always
          : compareValue(`${name}.value`, node);
  return value === undefined ? undefined : { table: tables[entity], where: and([ofKey, value]) };
}

/** A summary as a column of `series`, and the flag beside it that says NaN. */
interface NumberColumn {
  readonly value: string;
  /** `undefined` for integers. */
  readonly isNan: string | undefined;
}

const flag = (condition: string): string => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;

/** `undefined` for what the summaries of series do not hold. @param name the name that `series` goes by */
export function summaryColumn(summary: Summary | undefined, name: string): NumberColumn | undefined {
  switch (summary) {
    case undefined:
      return { value: `${name}.last_value`, isNan: `${name}.last_is_nan` };
    case 'first':
      return { value: `${name}.first_value`, isNan: flag(`${name}.first_value IS NULL`) };
    case 'min':
    case 'max':
    case 'mean':
      return { value: `${name}.${summary}_value`, isNan: '0' };
    case 'count':
      return { value: `${name}.point_count`, isNan: undefined };
    case 'has_nan':
      return { value: flag(`${name}.nan_count > 0`), isNan: undefined };
    // `best` has become another by now; the points alone know `at`.
    case 'best':
    case 'at':
      return undefined;
    default:
      return summary satisfies never;
  }
}

function compareMetric(node: SettledCondition, name: string): SqlPart | undefined {
  const summary =
    node.kind === 'numbers' && node.left.kind === 'value' ? node.left.term.summary : summaryOf(node);
  const column = summaryColumn(summary, name);
  if (column === undefined) return undefined;
  if (node.kind !== 'null') return compareNumber(node, column);
  const canLack = summary === 'min' || summary === 'max' || summary === 'mean';
  return canLack ? part(`${column.value} IS NOT NULL`) : always;
}

function summaryOf(node: SettledCondition): Summary | undefined {
  return node.kind === 'number' || node.kind === 'null' ? node.summary : undefined;
}

function compareNumber(node: SettledCondition, { value, isNan }: NumberColumn): SqlPart | undefined {
  if (node.kind === 'number') {
    return isNan === undefined ? compareInteger(value, node) : compareDouble(value, isNan, node);
  }
  if (node.kind !== 'numbers') return undefined;
  return isNan === undefined ? compareIntegers(value, node) : compareDoubles(value, isNan, node);
}

function compareValue(column: string, node: SettledCondition): SqlPart | undefined {
  switch (node.kind) {
    case 'match':
      return compareMatch(column, node);
    case 'numbers':
      return compareIntegers(column, node);
    case 'measure':
    case 'words':
      return undefined;
    default:
      return compareColumn(column, node);
  }
}

const datasetColumns: Readonly<Record<string, string>> = {
  name: 'dataset.name',
  digest: 'dataset.digest',
  context: 'run_dataset.context',
};

/** True where any of the run's data sets matches; IS NULL where none has such a value. */
function onDataset(node: SettledCondition, key: string): SqlPart | undefined {
  const column = datasetColumns[key] ?? 'NULL';
  const isMissing = node.kind === 'null' && node.operator === 'IS NULL';
  const value = isMissing ? part(`${column} IS NOT NULL`) : compareValue(column, node);
  if (value === undefined) return undefined;
  return part(
    `${isMissing ? 'NOT ' : ''}EXISTS (SELECT 1 FROM run_dataset
      JOIN dataset ON dataset.id = run_dataset.dataset_id WHERE run_dataset.run = run.id AND ${value.sql})`,
    ...value.params,
  );
}
