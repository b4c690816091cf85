import type { ComparedRun } from '#contract/runs.ts';
import { type ChartRun, toChartRuns } from '#studio/charts/chart-run.ts';
import { metricKeys } from './compare.model.ts';
import type { CompareView } from './compare-view.model.ts';

/** What the charts of a comparison need to know. */
export interface CompareCharts {
  readonly runs: readonly ChartRun[];
  readonly hidden: ReadonlySet<string>;
  readonly metrics: readonly string[];
}

/** Colours come from all runs that the address names, so that hiding one changes no other's. */
export function toCompareCharts(runs: readonly ComparedRun[], view: CompareView): CompareCharts {
  return {
    runs: toChartRuns(runs, view.baseline),
    hidden: new Set(view.hidden),
    metrics: metricKeys(runs),
  };
}

/** The runs that are shown, in their order. */
export function shownRuns<T extends { readonly runId: string }>(
  runs: readonly T[],
  hidden: ReadonlySet<string>,
): readonly T[] {
  return runs.filter((run) => !hidden.has(run.runId));
}
