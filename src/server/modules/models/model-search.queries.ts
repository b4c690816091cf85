import type { Comparison, Field, PlainFilter, QuotedText } from '#domain/filter/filter-ast.ts';
import { all, defineRead, type Work } from '#server/ports/database.ts';
import { compareColumn, compareDouble } from '#server/sql/compare-sql.ts';
import { and, join, marks, part, type SqlPart } from '#server/sql/sql-part.ts';
import { modelColumns, modelWithData } from './model-record.queries.ts';
import type { ModelRecord, ModelWithData } from './models.types.ts';

export interface DatasetChoice {
  readonly name: string;
  /** Absent: any version of it. */
  readonly digest: string | undefined;
}

export interface ModelOrder {
  /** An attribute or a metric. */
  readonly field: Field;
  readonly ascending: boolean;
  /** Of a metric: only values measured on this data set. */
  readonly datasetName: string | undefined;
  readonly datasetDigest: string | undefined;
}

export interface ModelSearch {
  readonly workspaceId: number;
  readonly experimentIds: readonly number[];
  readonly filter: PlainFilter;
  /** Metrics count only where measured on one of these; empty: wherever. */
  readonly datasets: readonly DatasetChoice[];
  /** Empty: newest first. */
  readonly order: readonly ModelOrder[];
  readonly offset: number;
  readonly limit: number;
}

const columns: Readonly<Record<string, string>> = {
  name: 'logged_model.name',
  model_id: 'logged_model.model_id',
  model_type: 'logged_model.model_type',
  status: 'logged_model.status',
  source_run_id: 'logged_model.source_run_id',
  creation_timestamp: 'logged_model.created_at_ms',
  last_updated_timestamp: 'logged_model.updated_at_ms',
};

export const searchModelRows = defineRead('models.search', 'long', function* (input: ModelSearch): Work<{
  readonly rows: readonly ModelWithData[];
  /** Others follow. */
  readonly more: boolean;
}> {
  const { workspaceId, experimentIds, offset, limit } = input;
  if (experimentIds.length === 0) return { rows: [], more: false };
  const where = and([
    part('logged_model.workspace_id = ?', workspaceId),
    part(`logged_model.experiment_id IN (${marks(experimentIds.length)})`, ...experimentIds),
    part(`logged_model.lifecycle = 'active'`),
    ...input.filter.terms.map((term) => toCondition(term, input.datasets)),
    ...measuredOn(input),
  ]);
  const order = join(input.order.flatMap(orderParts), ', ');
  const found = yield* all<ModelRecord>(
    `SELECT ${modelColumns} FROM logged_model WHERE ${where.sql}
       ORDER BY ${order.sql}${order.sql === '' ? '' : ', '}logged_model.created_at_ms DESC, logged_model.model_id
       LIMIT ? OFFSET ?`,
    [...where.params, ...order.params, limit + 1, offset],
  );
  const rows: ModelWithData[] = [];
  for (const record of found.slice(0, limit)) rows.push(yield* modelWithData(record));
  return { rows, more: found.length > rows.length };
});

/** Data sets without a word about metrics ask for models that were measured on them at all. */
function measuredOn({ filter, datasets }: ModelSearch): readonly SqlPart[] {
  const asksMetric = filter.terms.some((term) => term.field.entity === 'metric');
  if (asksMetric || datasets.length === 0) return [];
  const on = onDatasets(datasets);
  return [
    part(
      `EXISTS (SELECT 1 FROM logged_model_metric WHERE logged_model_metric.model = logged_model.id AND ${on.sql})`,
      ...on.params,
    ),
  ];
}

function onDatasets(datasets: readonly DatasetChoice[]): SqlPart {
  if (datasets.length === 0) return part('1 = 1');
  const each = datasets.map(({ name, digest }) =>
    and([
      part('logged_model_metric.dataset_name = ?', name),
      ...(digest === undefined || digest === ''
        ? []
        : [part('logged_model_metric.dataset_digest = ?', digest)]),
    ]),
  );
  const any = join(each, ' OR ');
  return part(`(${any.sql})`, ...any.params);
}

/** Missing values last, in both directions. */
function orderParts({ field, ascending, datasetName, datasetDigest }: ModelOrder): readonly SqlPart[] {
  const direction = ascending ? 'ASC' : 'DESC';
  if (field.entity === 'attribute') {
    const column = columns[field.key] ?? 'NULL';
    return [part(`CASE WHEN ${column} IS NULL THEN 1 ELSE 0 END`), part(`${column} ${direction}`)];
  }
  const named =
    datasetName === undefined || datasetName === '' ? [] : [{ name: datasetName, digest: datasetDigest }];
  const on = onDatasets(named);
  // The latest value is what a model is judged by.
  const value = part(
    `(SELECT logged_model_metric.value FROM logged_model_metric
      WHERE logged_model_metric.model = logged_model.id AND logged_model_metric.metric_key = ? AND ${on.sql}
      ORDER BY logged_model_metric.at_ms DESC, logged_model_metric.step DESC LIMIT 1)`,
    field.key,
    ...on.params,
  );
  return [
    part(`CASE WHEN ${value.sql} IS NULL THEN 1 ELSE 0 END`, ...value.params),
    part(`${value.sql} ${direction}`, ...value.params),
  ];
}

function toCondition(node: Comparison, datasets: readonly DatasetChoice[]): SqlPart {
  const { entity, key } = node.field;
  if (entity === 'attribute')
    return compareColumn(columns[key] ?? 'NULL', key === 'status' ? withWholeStatus(node) : node);
  if (entity === 'metric' && node.kind === 'number') {
    const on = onDatasets(datasets);
    const value = compareDouble('logged_model_metric.value', 'logged_model_metric.is_nan', node);
    return part(
      `EXISTS (SELECT 1 FROM logged_model_metric WHERE logged_model_metric.model = logged_model.id
         AND logged_model_metric.metric_key = ? AND ${value.sql} AND ${on.sql})`,
      key,
      ...value.params,
      ...on.params,
    );
  }
  const kind = entity === 'tag' ? 'tag' : 'param';
  const table = `logged_model_${kind}`;
  const value = compareColumn(`${table}.${kind}_value`, node);
  return part(
    `EXISTS (SELECT 1 FROM ${table} WHERE ${table}.model = logged_model.id AND ${table}.${kind}_key = ? AND ${value.sql})`,
    key,
    ...value.params,
  );
}

const wholeStatus: Readonly<Record<string, string>> = {
  PENDING: 'LOGGED_MODEL_PENDING',
  READY: 'LOGGED_MODEL_READY',
  FAILED: 'LOGGED_MODEL_UPLOAD_FAILED',
};

/** Clients know the status by its short name, such as `READY`. */
function withWholeStatus(node: Comparison): Comparison {
  const whole = <T extends QuotedText>(text: T): T => ({
    ...text,
    value: wholeStatus[text.value] ?? text.value,
  });
  if (node.kind === 'text') return whole(node);
  return node.kind === 'list' ? { ...node, items: node.items.map(whole) } : node;
}
