import type { ComparedRun } from '#contract/runs.ts';
import { type ChartRun, toChartRuns } from '#studio/charts/chart-run.ts';
import { orderMetrics } from '#studio/charts/grid/metric-order.model.ts';

/** What the charts of a comparison need to know. */
export interface CompareCharts {
  readonly runs: readonly ChartRun[];
  readonly hidden: ReadonlySet<string>;
  readonly metrics: readonly string[];
}

/** All runs compared take part, also those hidden: that hides lines, and moves none. */
export function toCompareCharts(
  runs: readonly ComparedRun[],
  baseline: string | undefined,
  hidden: readonly string[],
): CompareCharts {
  return {
    runs: toChartRuns(runs, baseline),
    hidden: new Set(hidden),
    metrics: orderMetrics(runs),
  };
}

/** The runs that are shown, in their order. */
export function shownRuns<T extends { readonly runId: string }>(
  runs: readonly T[],
  hidden: ReadonlySet<string>,
): readonly T[] {
  return runs.filter((run) => !hidden.has(run.runId));
}
