import type { RunDetails } from '#contract/runs.ts';
import { useMemo } from 'react';
import { toChartRuns } from '#studio/charts/chart-run.ts';
import { CrosshairProvider } from '#studio/charts/crosshair-provider.tsx';
import { MetricGrid } from '#studio/charts/metric-grid.tsx';

interface MetricsTabProps {
  readonly workspace: string;
  readonly run: RunDetails;
  readonly metrics: readonly string[];
}

/** The curves of one run, live while it goes on. */
export function MetricsTab({ workspace, run, metrics }: MetricsTabProps) {
  const { runId, name, mark, colour } = run;
  const runs = useMemo(() => toChartRuns([{ runId, name, mark, colour }]), [runId, name, mark, colour]);
  return (
    <CrosshairProvider>
      <MetricGrid
        workspace={workspace}
        runs={runs}
        metrics={metrics}
        empty={
          run.status === 'RUNNING'
            ? 'The run goes on; its curves show here with the first metric it logs.'
            : 'This run ended without logging a metric.'
        }
      />
    </CrosshairProvider>
  );
}
