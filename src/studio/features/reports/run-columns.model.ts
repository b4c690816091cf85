import type { RunRow } from '#contract/runs.ts';
import { type Summary, summaries, type ValueTerm } from '#domain/filter/filter-ast.ts';
import { printOrderTerm, printTerm } from '#domain/filter/filter-print.ts';
import { formatNumber } from '#studio/ui/number.model.ts';

const entities = { metrics: 'metric', params: 'parameter', tags: 'tag' } as const;

const attributes: Readonly<Record<string, string>> = {
  name: 'run_name',
  status: 'status',
  started: 'start_time',
  ended: 'end_time',
  duration: 'duration',
  user: 'user_id',
  id: 'run_id',
};

/** A column of a table in a report. */
export interface RunColumn {
  readonly term: ValueTerm;
  readonly heading: string;
}

/**
 * Columns as blocks and views write them: `metrics.val loss`, `min(metrics.loss)`, `at(metrics.loss, 100)`,
 * `params.lr`. What every run shows anyway, and what is no value, is left out.
 */
export function toColumns(ids: readonly string[]): readonly RunColumn[] {
  return ids.flatMap((id) => {
    const term = parseKeyed(id);
    return term === undefined ? [] : [{ term, heading: headingOf(term) }];
  });
}

/** The columns as the server reads them. */
export function toTerms(columns: readonly RunColumn[]): string[] {
  return columns.map(({ term }) => printTerm(term));
}

/** Orders as blocks and views write them (`-metrics.acc` is from the greatest down), as the server reads them. */
export function toOrderBy(order: readonly string[]): string[] {
  return order.flatMap((item) => {
    const ascending = !item.startsWith('-');
    const id = ascending ? item : item.slice(1);
    const attribute = attributes[id];
    const term =
      attribute === undefined ? parseKeyed(id) : { field: { entity: 'attribute', key: attribute } as const };
    return term === undefined ? [] : printOrderTerm({ ...term, ascending });
  });
}

export function isNumeric({ term }: RunColumn): boolean {
  return term.field.entity === 'metric';
}

/** What a run has in one of the columns that were asked for. */
export function textOf(run: RunRow, index: number): string {
  const value = run.cells?.[index] ?? null;
  if (value === null) return '–';
  return typeof value === 'number' ? formatNumber(value, 5) : value;
}

function parseKeyed(id: string): ValueTerm | undefined {
  const [, word, inside = ''] = /^([a-z_]+)\((metrics\..+)\)$/s.exec(id) ?? [];
  if (word === undefined) return parseField(id);
  const summary = summaries.find((each) => each === word);
  if (summary === undefined) return undefined;
  return summary === 'at' ? parseAt(inside, summary) : withSummary(parseField(inside), summary);
}

function parseAt(inside: string, summary: Summary): ValueTerm | undefined {
  const [, field = '', step] = /^(.+), *(-?\d{1,15})$/s.exec(inside) ?? [];
  const term = withSummary(parseField(field), summary);
  return term === undefined ? undefined : { ...term, step: Number(step) };
}

function withSummary(term: ValueTerm | undefined, summary: Summary): ValueTerm | undefined {
  return term === undefined ? undefined : { ...term, summary };
}

function parseField(id: string): ValueTerm | undefined {
  const dot = id.indexOf('.');
  const kind = (['metrics', 'params', 'tags'] as const).find((each) => each === id.slice(0, dot));
  return kind === undefined || dot === id.length - 1
    ? undefined
    : { field: { entity: entities[kind], key: id.slice(dot + 1) } };
}

function headingOf({ field, summary, step }: ValueTerm): string {
  if (summary === undefined) return field.key;
  return `${field.key}, ${summary}${step === undefined ? '' : ` ${step}`}`;
}
