import type { Client } from '#client/call.ts';
import { type RunRow, searchRuns } from '#contract/runs.ts';
import { type Column, columnId, termText } from './column.model.ts';
import type { LifecycleView } from './runs-view.model.ts';

/** A run as the table shows it. */
export interface TableRow extends RunRow {
  /** What columns beyond the run's latest values hold, by column id; what a run lacks is absent. */
  readonly values: Readonly<Record<string, number>>;
}

export interface RowsAsked {
  readonly workspace: string;
  readonly experimentIds?: readonly string[];
  readonly filter: string;
  readonly view: LifecycleView;
  readonly orderBy?: readonly string[];
  readonly columns: readonly Column[];
  /** Only the children of this run; null: only runs that are nobody's child. */
  readonly parentRunId?: string | null;
  readonly offset?: number;
  readonly limit: number;
}

/** A window of runs with just the columns asked for. */
export async function fetchRows(client: Client, asked: RowsAsked, signal: AbortSignal): Promise<TableRow[]> {
  const { workspace, columns, offset = 0, filter, view, limit } = asked;
  const keys = (kind: 'metrics' | 'params' | 'tags'): string[] =>
    columns.flatMap((column) => (column.kind === kind && !isSummary(column) ? [column.key] : []));
  const summaries = columns.filter(isSummary);
  const { rows } = await client.call(
    searchRuns,
    {
      params: { workspace },
      body: {
        experimentIds: [...(asked.experimentIds ?? [])],
        filter,
        view,
        orderBy: [...(asked.orderBy ?? [])],
        columns: { metrics: keys('metrics'), params: keys('params'), tags: keys('tags') },
        terms: summaries.flatMap((column) => termText(column) ?? []),
        ...(asked.parentRunId === undefined ? {} : { parentRunId: asked.parentRunId }),
        offset,
        limit,
      },
    },
    signal,
  );
  return rows.map((row) => ({ ...row, values: valuesOf(row, summaries) }));
}

/** The run's answers by column; what it lacks is absent. */
function valuesOf({ cells = [] }: RunRow, summaries: readonly Column[]): Record<string, number> {
  const found = summaries.flatMap((column, index) => {
    const value = cells[index];
    return typeof value === 'number' ? [[columnId(column), value] as const] : [];
  });
  return Object.fromEntries(found);
}

function isSummary(column: Column): boolean {
  return column.kind === 'metrics' && column.summary !== undefined;
}

/** The number that a run has in a column of a metric. */
export function metricValue(run: TableRow, column: Column): number | undefined {
  if (column.kind !== 'metrics') return undefined;
  return column.summary === undefined ? run.metrics[column.key] : run.values[columnId(column)];
}
