import type { ComparedRun } from '#contract/runs.ts';
import type { ChartRun } from '#studio/charts/chart-run.ts';
import type { CompareView } from './compare-view.model.ts';
import type { ChangeCompareView } from './use-compare-view.ts';

/** What every part of a comparison is given. */
export interface ComparePaneProps {
  readonly workspace: string;
  /** Those shown, the baseline first. */
  readonly runs: readonly ComparedRun[];
  /** The same, as charts know them. */
  readonly marked: readonly ChartRun[];
  readonly baseline: string | undefined;
  readonly view: CompareView;
  readonly onChange: ChangeCompareView;
}
