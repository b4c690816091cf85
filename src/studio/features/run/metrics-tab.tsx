import type { RunDetails } from '#contract/runs.ts';
import { Button } from '@mantine/core';
import { IconTerminal2 } from '@tabler/icons-react';
import { useMemo } from 'react';
import { toChartRuns } from '#studio/charts/chart-run.ts';
import { CrosshairProvider } from '#studio/charts/crosshair-provider.tsx';
import { MetricGrid } from '#studio/charts/metric-grid.tsx';
import { LogDock } from './log-dock.tsx';
import { firstLog } from './log-dock.model.ts';
import classes from './logs.module.css';
import { useLogAddress } from './use-log-address.ts';

interface MetricsTabProps {
  readonly workspace: string;
  readonly run: RunDetails;
  readonly metrics: readonly string[];
}

/** The curves of one run, live while it goes on, and its log beside them. */
export function MetricsTab({ workspace, run, metrics }: MetricsTabProps) {
  const { runId, name, mark, colour } = run;
  const runs = useMemo(() => toChartRuns([{ runId, name, mark, colour }]), [runId, name, mark, colour]);
  const { log, setLog } = useLogAddress();
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
      {log === undefined ? (
        metrics.length > 0 && (
          <div className={classes['open-dock']}>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconTerminal2 size={14} />}
              onClick={() => setLog(firstLog)}
            >
              Show the log beside the curves
            </Button>
          </div>
        )
      ) : (
        <LogDock workspace={workspace} run={run} onClose={() => setLog(undefined)} />
      )}
    </CrosshairProvider>
  );
}
