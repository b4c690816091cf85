import type { ComparedRun } from '#contract/runs.ts';
import { useMemo } from 'react';
import { type ChartGroup, toChartGroups } from '#studio/charts/chart-group.ts';
import { MetricGrid } from '#studio/charts/metric-grid.tsx';
import type { CompareCharts } from './compare.chart.ts';
import { toGroups } from './groups/groups.model.ts';

interface ChartsPaneProps {
  readonly workspace: string;
  readonly charts: CompareCharts;
  readonly all: readonly ComparedRun[];
  readonly baseline: string | undefined;
  /** Keys that groups are made by; absent: all parameters except seeds. */
  readonly by: readonly string[] | undefined;
}

/** The curves of the runs compared, one by one or put together to groups. */
export function ChartsPane({ workspace, charts, all, baseline, by }: ChartsPaneProps) {
  const groups = useMemo(() => chartGroups(all, baseline, by), [all, baseline, by]);
  return (
    <MetricGrid
      workspace={workspace}
      runs={charts.runs}
      metrics={charts.metrics}
      hidden={charts.hidden}
      {...(groups === undefined ? {} : { groups })}
      empty="None of these runs has logged a metric. Their parameters are in the table."
    />
  );
}

/** As many groups as the server answers for at once. */
const mostGroups = 100;

/** `undefined` where putting runs together says nothing: every run is its own group. */
function chartGroups(
  all: readonly ComparedRun[],
  baseline: string | undefined,
  by: readonly string[] | undefined,
): readonly ChartGroup[] | undefined {
  const groups = toGroups(all, { by, baseline, direction: 'none', valueOf: () => undefined });
  return groups.length === all.length || groups.length > mostGroups ? undefined : toChartGroups(groups);
}
