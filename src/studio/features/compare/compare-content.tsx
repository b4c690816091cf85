import type { ComparedRun } from '#contract/runs.ts';
import { MetricGrid } from '#studio/charts/metric-grid.tsx';
import type { CompareCharts } from './compare.chart.ts';
import type { CompareView } from './compare-view.model.ts';
import { CompareTablePane } from './compare-table-pane.tsx';
import type { ChangeCompareView } from './use-compare-view.ts';

interface CompareContentProps {
  readonly workspace: string;
  /** Those shown. */
  readonly runs: readonly ComparedRun[];
  readonly charts: CompareCharts;
  readonly view: CompareView;
  readonly onChange: ChangeCompareView;
}

/** The tab that the address names. */
export function CompareContent({ workspace, runs, charts, view, onChange }: CompareContentProps) {
  if (view.tab === 'table') {
    return <CompareTablePane runs={runs} charts={charts} view={view} onChange={onChange} />;
  }
  return (
    <MetricGrid
      workspace={workspace}
      runs={charts.runs}
      metrics={charts.metrics}
      hidden={charts.hidden}
      empty="None of these runs has logged a metric. Their parameters are in the table."
    />
  );
}
