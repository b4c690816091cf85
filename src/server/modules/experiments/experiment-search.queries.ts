import type { Comparison, OrderTerm, PlainFilter } from '#domain/filter/filter-ast.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { all, defineRead, type Work } from '#server/ports/database.ts';
import { compareInteger, compareText } from '#server/sql/compare-sql.ts';
import { and, never, part, type SqlPart } from '#server/sql/sql-part.ts';
import { experimentColumns } from './experiments.queries.ts';
import type { ExperimentRecord, ExperimentWithTags, Tag } from './experiments.types.ts';

export interface ExperimentSearch {
  readonly workspaceId: number;
  readonly view: 'active' | 'deleted' | 'all';
  readonly filter: PlainFilter;
  /** Attributes only; empty: newest first. */
  readonly order: readonly OrderTerm[];
  readonly offset: number;
  readonly limit: number;
}

const columns: Readonly<Record<string, string>> = {
  name: 'experiment.name',
  experiment_id: 'experiment.id',
  creation_time: 'experiment.created_at_ms',
  last_update_time: 'experiment.updated_at_ms',
};

export const searchExperimentRows = defineRead(
  'experiments.search',
  'long',
  function* (input: ExperimentSearch): Work<{
    readonly rows: readonly ExperimentWithTags[];
    /** Others follow. */
    readonly more: boolean;
  }> {
    const where = and([
      part('experiment.workspace_id = ?', input.workspaceId),
      ...(input.view === 'all' ? [] : [part('experiment.lifecycle = ?', input.view)]),
      ...input.filter.terms.map(toCondition),
    ]);
    const found = yield* all<ExperimentRecord>(
      `SELECT ${experimentColumns} FROM experiment
       WHERE ${where.sql} ORDER BY ${orderBy(input.order)} LIMIT ? OFFSET ?`,
      [...where.params, input.limit + 1, input.offset],
    );
    const records = found.slice(0, input.limit);
    const tags = yield* inChunks<Tag & { readonly experimentId: number }>(
      (marks) => `SELECT experiment_id AS "experimentId", tag_key AS "key", tag_value AS "value"
        FROM experiment_tag WHERE experiment_id IN (${marks}) ORDER BY tag_key`,
      records.map(({ id }) => id),
    );
    const byExperiment = Map.groupBy(tags, (tag) => tag.experimentId);
    return {
      rows: records.map((record) => ({
        ...record,
        tags: (byExperiment.get(record.id) ?? []).map(({ key, value }) => ({ key, value })),
      })),
      more: found.length > records.length,
    };
  },
);

function orderBy(order: readonly OrderTerm[]): string {
  const terms = order.map(
    ({ field, ascending }) => `${columns[field.key] ?? 'NULL'} ${ascending ? 'ASC' : 'DESC'}`,
  );
  const usual = order.length === 0 ? ['experiment.created_at_ms DESC'] : [];
  const isTied = !order.some(({ field }) => field.key === 'experiment_id');
  return [...terms, ...usual, ...(isTied ? ['experiment.id DESC'] : [])].join(', ');
}

function toCondition(node: Comparison): SqlPart {
  const { entity, key } = node.field;
  if (entity === 'attribute') return compare(columns[key] ?? 'NULL', node);
  const value = node.kind === 'null' ? part('1 = 1') : compare('experiment_tag.tag_value', node);
  const exists = `EXISTS (SELECT 1 FROM experiment_tag
    WHERE experiment_tag.experiment_id = experiment.id AND experiment_tag.tag_key = ? AND ${value.sql})`;
  return part(node.operator === 'IS NULL' ? `NOT ${exists}` : exists, key, ...value.params);
}

function compare(column: string, node: Comparison): SqlPart {
  if (node.kind === 'number') return compareInteger(column, node);
  return node.kind === 'text' ? compareText(column, node) : never;
}
