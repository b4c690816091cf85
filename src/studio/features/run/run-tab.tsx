import type { RunDetails } from '#contract/runs.ts';
import { lazy, Suspense } from 'react';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { ArtifactsTab } from './artifacts-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { ParamsTable } from './params-table.tsx';
import { RunActivity } from './run-activity.tsx';
import { type RunTabName, systemMetrics, taskMetrics } from './run-tab.model.ts';

/** Charts come with their library: only those who look at them load it. */
const MetricsTab = lazy(async () => ({ default: (await import('./metrics-tab.tsx')).MetricsTab }));

const LogsTab = lazy(async () => ({ default: (await import('./logs-tab.tsx')).LogsTab }));

interface RunTabProps {
  readonly workspace: string;
  readonly run: RunDetails;
  readonly tab: RunTabName;
}

export function RunTab({ workspace, run, tab }: RunTabProps) {
  switch (tab) {
    case 'overview':
      return <OverviewTab workspace={workspace} run={run} />;
    case 'metrics':
    case 'system':
      return (
        <Suspense fallback={<SkeletonRows rows={10} what="charts" />}>
          <MetricsTab
            key={tab}
            workspace={workspace}
            run={run}
            metrics={tab === 'system' ? systemMetrics(run) : taskMetrics(run)}
          />
        </Suspense>
      );
    case 'params':
      return <ParamsTable params={run.params} />;
    case 'artifacts':
      return <ArtifactsTab workspace={workspace} run={run} />;
    case 'logs':
      return (
        <Suspense fallback={<SkeletonRows rows={10} what="log" />}>
          <LogsTab workspace={workspace} run={run} />
        </Suspense>
      );
    case 'activity':
      return <RunActivity workspace={workspace} runId={run.runId} />;
  }
}
