import { printOrderTerm } from '#domain/filter/filter-print.ts';

/** What every run has. The name is always there, at the start, and stays in sight. */
export const ownColumns = ['name', 'status', 'started', 'duration', 'experiment', 'user'] as const;
export type OwnColumn = (typeof ownColumns)[number];

export const keyedKinds = ['metrics', 'params', 'tags'] as const;
export type KeyedKind = (typeof keyedKinds)[number];

export type Column =
  { readonly kind: 'own'; readonly name: OwnColumn } | { readonly kind: KeyedKind; readonly key: string };

/** How a column is written in the address and named in state: `status`, `metrics.val_loss`. */
export function columnId(column: Column): string {
  return column.kind === 'own' ? column.name : `${column.kind}.${column.key}`;
}

export function parseColumnId(id: string): Column | undefined {
  const own = ownColumns.find((name) => name === id);
  if (own !== undefined) return { kind: 'own', name: own };
  const dot = id.indexOf('.');
  const kind = keyedKinds.find((each) => each === id.slice(0, dot));
  const key = id.slice(dot + 1);
  return kind === undefined || key === '' ? undefined : { kind, key };
}

const ownLabels: Readonly<Record<OwnColumn, string>> = {
  name: 'Run',
  status: 'Status',
  started: 'Started',
  duration: 'Duration',
  experiment: 'Experiment',
  user: 'User',
};

export function columnLabel(column: Column): string {
  return column.kind === 'own' ? ownLabels[column.name] : column.key;
}

const ownWidths: Readonly<Record<OwnColumn, number>> = {
  name: 280,
  status: 104,
  started: 112,
  duration: 112,
  experiment: 176,
  user: 104,
};

export const leastWidth = 56;
export const mostWidth = 900;

/** Pixels a column has until someone drags its edge: enough for its heading and a number of five digits. */
export function usualWidth(column: Column): number {
  if (column.kind === 'own') return ownWidths[column.name];
  return Math.min(240, Math.max(column.kind === 'metrics' ? 96 : 88, 36 + column.key.length * 7.5));
}

/** Whether values are read as numbers: to the right, in tabular figures. */
export function isNumeric(column: Column): boolean {
  return (
    column.kind === 'metrics' || (column.kind === 'own' && ['started', 'duration'].includes(column.name))
  );
}

/** The order term of a column, or `undefined` where the server cannot sort by it. */
export function orderTerm(column: Column, descending: boolean): string | undefined {
  const field = orderField(column);
  return field === undefined ? undefined : printOrderTerm({ field, ascending: !descending });
}

export function isSortable(column: Column): boolean {
  return orderField(column) !== undefined;
}

const entityOf = { metrics: 'metric', params: 'parameter', tags: 'tag' } as const;

const attributeOf: Partial<Record<OwnColumn, string>> = {
  name: 'run_name',
  status: 'status',
  started: 'start_time',
  user: 'user_id',
};

function orderField(column: Column) {
  if (column.kind !== 'own') return { entity: entityOf[column.kind], key: column.key };
  const key = attributeOf[column.name];
  return key === undefined ? undefined : { entity: 'attribute' as const, key };
}

/** Metrics of which the smallest is looked for first, by what they are usually called. */
export function isSmallestFirst(column: Column): boolean {
  return (
    column.kind === 'metrics' &&
    /loss|error|(^|[^a-z])(err|mae|mse|rmse|perplexity)([^a-z]|$)/i.test(column.key)
  );
}
