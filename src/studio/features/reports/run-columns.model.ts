import type { RunRow } from '#contract/runs.ts';
import { printOrderTerm } from '#domain/filter/filter-print.ts';
import { formatNumber } from '#studio/ui/number.model.ts';

const entities = { metrics: 'metric', params: 'parameter', tags: 'tag' } as const;
type Keyed = keyof typeof entities;

interface KeyedTerm {
  readonly kind: Keyed;
  readonly key: string;
}

/** `metrics.val/loss`, `params.lr`, `tags.team`; `undefined` for what every run has (`status`, `started`). */
export function parseColumn(term: string): KeyedTerm | undefined {
  const dot = term.indexOf('.');
  const kind = (['metrics', 'params', 'tags'] as const).find((each) => each === term.slice(0, dot));
  return kind === undefined || dot === term.length - 1 ? undefined : { kind, key: term.slice(dot + 1) };
}

/** The columns to ask the server for. */
export function wantedColumns(terms: readonly string[]): Record<Keyed, string[]> {
  const wanted: Record<Keyed, string[]> = { metrics: [], params: [], tags: [] };
  for (const term of terms) {
    const column = parseColumn(term);
    if (column !== undefined) wanted[column.kind].push(column.key);
  }
  return wanted;
}

const attributes: Readonly<Record<string, string>> = {
  name: 'run_name',
  status: 'status',
  started: 'start_time',
  ended: 'end_time',
  user: 'user_id',
};

/** Orders as blocks and views write them (`-metrics.acc` is from the greatest down), as the server reads them. */
export function toOrderBy(order: readonly string[]): string[] {
  return order.flatMap((item) => {
    const ascending = !item.startsWith('-');
    const term = ascending ? item : item.slice(1);
    const column = parseColumn(term);
    const attribute = attributes[term];
    if (column !== undefined) {
      return printOrderTerm({ field: { entity: entities[column.kind], key: column.key }, ascending });
    }
    return attribute === undefined
      ? []
      : printOrderTerm({ field: { entity: 'attribute', key: attribute }, ascending });
  });
}

export interface RunValue {
  readonly text: string;
  /** Lined up to the right. */
  readonly numeric: boolean;
}

/** What a run has in a column; `undefined` where it has nothing there. */
export function valueOf(run: RunRow, term: string): RunValue | undefined {
  const column = parseColumn(term);
  if (column === undefined) return undefined;
  if (column.kind !== 'metrics') {
    const text = run[column.kind][column.key];
    return text === undefined ? undefined : { text, numeric: false };
  }
  const value = run.metrics[column.key];
  return value === undefined ? undefined : { text: formatNumber(value, 5), numeric: true };
}
