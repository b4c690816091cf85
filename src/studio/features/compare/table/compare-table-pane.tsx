import type { ComparedRun } from '#contract/runs.ts';
import { useMemo } from 'react';
import type { ChartRun } from '#studio/charts/chart-run.ts';
import type { CompareView } from '../compare-view.model.ts';
import type { ChangeCompareView } from '../use-compare-view.ts';
import { toCompareTable } from './compare-table.model.ts';
import { useCompareDirections } from './directions-context.ts';
import { metricKeys } from './metric-rows.model.ts';
import { SideBySide } from './side-by-side.tsx';
import { useStepValues } from './use-step-values.ts';

interface CompareTablePaneProps {
  readonly workspace: string;
  /** Those shown, the baseline first. */
  readonly runs: readonly ComparedRun[];
  /** The same, as charts know them. */
  readonly marked: readonly ChartRun[];
  readonly baseline: string | undefined;
  readonly view: CompareView;
  readonly onChange: ChangeCompareView;
}

/** What the runs shown reached and were given, side by side; at first only where they differ. */
export function CompareTablePane(props: CompareTablePaneProps) {
  const { workspace, runs, marked, baseline, view, onChange } = props;
  const { directionOf } = useCompareDirections().directions;
  const metrics = useMemo(() => metricKeys(runs), [runs]);
  const atStep = useStepValues({ workspace, runs, metrics, value: view.value });
  const { all, absent, value, order } = view;
  const table = useMemo(
    () => toCompareTable(runs, { baseline, all, absent, value, order, directionOf, atStep }),
    [runs, baseline, all, absent, value, order, directionOf, atStep],
  );
  return <SideBySide table={table} runs={marked} view={view} onChange={onChange} metrics={metrics} />;
}
