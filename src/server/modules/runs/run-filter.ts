import type { Comparison, FilterNode } from '#domain/filter/filter-ast.ts';
import { compareColumn, compareDouble } from '#server/sql/compare-sql.ts';
import { always, and, never, part, type SqlPart } from '#server/sql/sql-part.ts';

/** Ids of keys by name; a key that no run has ever used is not in it. */
export type KeyIds = ReadonlyMap<string, number>;

/** The column of `run` that each attribute is. */
export const attributeColumns: Readonly<Record<string, string>> = {
  run_id: 'run.run_id',
  run_name: 'run.name',
  status: 'run.status',
  user_id: 'run.user_id',
  artifact_uri: 'run.artifact_uri',
  start_time: 'run.started_at_ms',
  end_time: 'run.ended_at_ms',
};

/** A filter as a condition on the table `run`. */
export function toCondition(node: FilterNode, keys: KeyIds): SqlPart {
  if (node.kind === 'all') return and(node.terms.map((term) => toCondition(term, keys)));
  const { entity, key } = node.field;
  if (entity === 'attribute') return compareColumn(attributeColumns[key] ?? 'NULL', node);
  if (entity === 'dataset') return onDataset(node);
  const keyId = keys.get(key);
  if (keyId === undefined) return node.operator === 'IS NULL' ? always : never;
  const rows = keyedRows(node, keyId, 'e');
  if (rows === undefined) return never;
  const probe = part(
    `EXISTS (SELECT 1 FROM ${rows.table} AS e WHERE e.run = run.id AND ${rows.where.sql})`,
    ...rows.where.params,
  );
  return node.operator === 'IS NULL' ? part(`NOT ${probe.sql}`, ...probe.params) : probe;
}

/** The rows of a table of keyed values that a comparison is about. */
export interface KeyedRows {
  readonly table: 'series' | 'param' | 'tag';
  readonly where: SqlPart;
}

const tables = { metric: 'series', parameter: 'param', tag: 'tag' } as const;

/** @param name the name that the table goes by in the condition */
export function keyedRows(node: Comparison, keyId: number, name: string): KeyedRows | undefined {
  const { entity } = node.field;
  if (entity !== 'metric' && entity !== 'parameter' && entity !== 'tag') return undefined;
  const ofKey = part(`${name}.key_id = ?`, keyId);
  if (node.kind === 'null') return { table: tables[entity], where: ofKey };
  const value =
    node.kind === 'number'
      ? compareDouble(`${name}.last_value`, `${name}.last_is_nan`, node)
      : compareColumn(`${name}.value`, node);
  return { table: tables[entity], where: and([ofKey, value]) };
}

const datasetColumns: Readonly<Record<string, string>> = {
  name: 'dataset.name',
  digest: 'dataset.digest',
  context: 'run_dataset.context',
};

/** True where any of the run's data sets matches. */
function onDataset(node: Comparison): SqlPart {
  const value = compareColumn(datasetColumns[node.field.key] ?? 'NULL', node);
  return part(
    `EXISTS (SELECT 1 FROM run_dataset JOIN dataset ON dataset.id = run_dataset.dataset_id
      WHERE run_dataset.run = run.id AND ${value.sql})`,
    ...value.params,
  );
}
