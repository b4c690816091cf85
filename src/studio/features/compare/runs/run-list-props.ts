import type { ComparedRun } from '#contract/runs.ts';
import type { CompareCharts } from '../compare.chart.ts';
import type { ChangeCompareView } from '../use-compare-view.ts';
import type { RunSelection } from './use-run-selection.ts';

export interface RunListProps {
  readonly workspace: string;
  /** All runs compared, in their order. */
  readonly runs: readonly ComparedRun[];
  readonly charts: CompareCharts;
  readonly baseline: string | undefined;
  /** Of a filter: how many match, and of how many. */
  readonly counts: { readonly matching: number; readonly total: number } | undefined;
  readonly selection: RunSelection;
  readonly onChange: ChangeCompareView;
}
