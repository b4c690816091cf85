import type { Summary, ValueTerm } from '#domain/filter/filter-ast.ts';
import { printOrderTerm, printTerm } from '#domain/filter/filter-print.ts';

/** What every run has. The name is always there, at the start, and stays in sight. */
export const ownColumns = [
  'name',
  'status',
  'started',
  'ended',
  'duration',
  'experiment',
  'user',
  'id',
] as const;
export type OwnColumn = (typeof ownColumns)[number];

export const keyedKinds = ['metrics', 'params', 'tags'] as const;

/** What can be shown of a metric in place of its latest value. */
export const metricSummaries = ['best', 'min', 'max', 'mean', 'first', 'count', 'at'] as const;
export type MetricSummary = Extract<Summary, (typeof metricSummaries)[number]>;

export interface MetricColumn {
  readonly kind: 'metrics';
  readonly key: string;
  /** Absent: the latest value. */
  readonly summary?: MetricSummary;
  /** With the summary `at` alone. */
  readonly step?: number;
}

export type Column =
  | { readonly kind: 'own'; readonly name: OwnColumn }
  | MetricColumn
  | { readonly kind: 'params' | 'tags'; readonly key: string }
  /** The course of a metric, drawn. */
  | { readonly kind: 'spark'; readonly key: string };

/**
 * How a column is written in the address and named in state: `status`, `metrics.val_loss`, `min(metrics.loss)`,
 * `at(metrics.loss, 100)`. Value terms as the filter has them, save that keys are not quoted.
 */
export function columnId(column: Column): string {
  switch (column.kind) {
    case 'own':
      return column.name;
    case 'spark':
      return `spark(metrics.${column.key})`;
    case 'metrics': {
      const { key, summary, step } = column;
      if (summary === undefined) return `metrics.${key}`;
      return `${summary}(metrics.${key}${summary === 'at' ? `, ${step ?? 0}` : ''})`;
    }
    default:
      return `${column.kind}.${column.key}`;
  }
}

export function parseColumnId(id: string): Column | undefined {
  const own = ownColumns.find((name) => name === id);
  if (own !== undefined) return { kind: 'own', name: own };
  const [, word, inside] = /^([a-z]+)\(metrics\.(.+)\)$/s.exec(id) ?? [];
  if (word !== undefined && inside !== undefined) return parseSummary(word, inside);
  const dot = id.indexOf('.');
  const kind = keyedKinds.find((each) => each === id.slice(0, dot));
  const key = id.slice(dot + 1);
  return dot < 0 || kind === undefined || key === '' ? undefined : { kind, key };
}

function parseSummary(word: string, inside: string): Column | undefined {
  if (word === 'spark') return { kind: 'spark', key: inside };
  const summary = metricSummaries.find((each) => each === word);
  if (summary === undefined) return undefined;
  if (summary !== 'at') return { kind: 'metrics', key: inside, summary };
  const [, key, step] = /^(.+), (-?\d{1,15})$/s.exec(inside) ?? [];
  return key === undefined ? undefined : { kind: 'metrics', key, summary, step: Number(step) };
}

/** The metric that a column is about, if it is about one. */
export function metricOf(column: Column): string | undefined {
  return column.kind === 'metrics' || column.kind === 'spark' ? column.key : undefined;
}

/** Whether values are read as numbers: to the right, in tabular figures. */
export function isNumeric(column: Column): boolean {
  if (column.kind === 'own') return ['started', 'ended', 'duration'].includes(column.name);
  return column.kind === 'metrics';
}

const entityOf = { metrics: 'metric', params: 'parameter', tags: 'tag' } as const;

const attributeOf: Readonly<Record<OwnColumn, string | undefined>> = {
  name: 'run_name',
  status: 'status',
  started: 'start_time',
  ended: 'end_time',
  duration: 'duration',
  experiment: undefined,
  user: 'user_id',
  id: 'run_id',
};

/** A column as the server knows it; `undefined` for what is only drawn. */
export function valueTerm(column: Column): ValueTerm | undefined {
  if (column.kind === 'spark') return undefined;
  if (column.kind === 'own') {
    const key = attributeOf[column.name];
    return key === undefined ? undefined : { field: { entity: 'attribute', key } };
  }
  const field = { entity: entityOf[column.kind], key: column.key } as const;
  if (column.kind !== 'metrics' || column.summary === undefined) return { field };
  const step = column.step === undefined ? {} : { step: column.step };
  return { field, summary: column.summary, ...step };
}

/** Written as the server reads it; `undefined` for what it does not know. */
export function termText(column: Column): string | undefined {
  const term = valueTerm(column);
  return term === undefined ? undefined : printTerm(term);
}

/** The order term of a column, or `undefined` where the server cannot sort by it. */
export function orderTerm(column: Column, descending: boolean): string | undefined {
  const term = valueTerm(column);
  return term === undefined ? undefined : printOrderTerm({ ...term, ascending: !descending });
}

export function isSortable(column: Column): boolean {
  return valueTerm(column) !== undefined;
}
