import type { RunColumn, readRunColumns } from '#contract/run-columns.ts';
import type { AnswerOf } from '#contract/operation.ts';
import { type ChartRun, toChartRuns } from '../chart-run.ts';

/** One value term of all runs of a chart, by row. */
export interface TableColumn {
  readonly term: string;
  readonly kind: 'number' | 'text';
  /** NaN where the run has none, where that is what was logged, and everywhere in a column of text. */
  readonly numbers: Float64Array;
  /** As it was logged; `undefined` where the run has none. */
  readonly texts: readonly (string | undefined)[];
}

/** Runs with the values that charts over runs draw: a row a run. */
export interface RunTable {
  readonly runs: readonly ChartRun[];
  readonly columns: ReadonlyMap<string, TableColumn>;
  /** Runs that match, in the table or not. */
  readonly matching: number;
}

export function toRunTable(
  { runs, columns, matching }: AnswerOf<typeof readRunColumns>,
  baselineId?: string,
): RunTable {
  return {
    runs: toChartRuns(runs, baselineId),
    columns: new Map(columns.map((column) => [column.term, toColumn(column)])),
    matching,
  };
}

function toColumn({ term, kind, values }: RunColumn): TableColumn {
  return {
    term,
    kind,
    numbers: Float64Array.from(values, (value) => (typeof value === 'number' ? value : NaN)),
    texts: values.map((value) => (value === null ? undefined : String(value))),
  };
}

/** The rows of some runs only, in the same order. */
export function keepRows(table: RunTable, keep: (run: ChartRun, row: number) => boolean): RunTable {
  const rows = table.runs.flatMap((run, row) => (keep(run, row) ? [row] : []));
  if (rows.length === table.runs.length) return table;
  const columns = [...table.columns.values()].map((column) => ({
    ...column,
    numbers: Float64Array.from(rows, (row) => column.numbers[row] ?? NaN),
    texts: rows.map((row) => column.texts[row]),
  }));
  return {
    runs: rows.flatMap((row) => table.runs[row] ?? []),
    columns: new Map(columns.map((column) => [column.term, column])),
    matching: table.matching,
  };
}
