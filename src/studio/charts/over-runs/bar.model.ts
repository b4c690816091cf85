import type { ChartRun } from '../chart-run.ts';
import type { RunTable } from './run-table.model.ts';

export interface Bar {
  readonly run: ChartRun;
  readonly value: number;
  /** Ends of the bar as shares of the room, zero being one of them. */
  readonly from: number;
  readonly to: number;
  /** Against the baseline; absent on the baseline itself, and without one. */
  readonly delta?: number | undefined;
}

export interface Bars {
  /** Greatest first. */
  readonly rows: readonly Bar[];
  /** Where the baseline's value stands, as a share. */
  readonly baseline: number | undefined;
  /** Runs without a finite value. */
  readonly without: number;
}

/** Bars that begin at zero: their lengths can be compared. */
export function toBars(table: RunTable, term: string): Bars {
  const values = table.columns.get(term)?.numbers ?? new Float64Array(table.runs.length).fill(NaN);
  const rows = [...values.keys()].filter((row) => Number.isFinite(values[row]));
  let [low, high] = [0, 0];
  for (const row of rows) {
    low = Math.min(low, values[row] ?? 0);
    high = Math.max(high, values[row] ?? 0);
  }
  // In halves, so that the whole span of doubles does not overflow.
  const span = high / 2 - low / 2 || 1;
  const shareOf = (value: number): number => (value / 2 - low / 2) / span;
  const at = table.runs.findIndex((run) => run.baseline);
  const base = values[at] ?? NaN;
  const hasBase = at >= 0 && Number.isFinite(base);
  const sorted = rows.toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  return {
    rows: sorted.flatMap((row) => {
      const [run, value = 0] = [table.runs[row], values[row]];
      if (run === undefined) return [];
      const [from = 0, to = 0] = [shareOf(0), shareOf(value)].sort((a, b) => a - b);
      return [{ run, value, from, to, ...(hasBase && row !== at ? { delta: value - base } : {}) }];
    }),
    baseline: hasBase ? shareOf(base) : undefined,
    without: table.runs.length - rows.length,
  };
}
