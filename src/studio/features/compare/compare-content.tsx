import type { ComparedRun } from '#contract/runs.ts';
import { lazy, Suspense } from 'react';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { ChartsPane } from './charts-pane.tsx';
import type { CompareCharts } from './compare.chart.ts';
import type { ComparePaneProps } from './compare-pane-props.ts';
import { CompareTablePane } from './table/compare-table-pane.tsx';

const OverPane = lazy(async () => ({ default: (await import('./over-pane.tsx')).OverPane }));
const SetupPane = lazy(async () => ({ default: (await import('./setup/setup-pane.tsx')).SetupPane }));
const GroupsPane = lazy(async () => ({ default: (await import('./groups/groups-pane.tsx')).GroupsPane }));
const CodePane = lazy(async () => ({ default: (await import('./code/code-pane.tsx')).CodePane }));
const ArtifactsPane = lazy(async () => ({
  default: (await import('./artifacts/artifacts-pane.tsx')).ArtifactsPane,
}));
const LogsPane = lazy(async () => ({ default: (await import('./logs/logs-pane.tsx')).LogsPane }));

interface CompareContentProps extends ComparePaneProps {
  readonly charts: CompareCharts;
  /** All runs compared, also those hidden: what is told of groups must not depend on what is looked at. */
  readonly all: readonly ComparedRun[];
  /** Runs were chosen in a chart. */
  readonly onSelect: (runIds: readonly string[]) => void;
}

/** The tab that the address names. */
export function CompareContent({ charts, all, onSelect, ...props }: CompareContentProps) {
  const { workspace, view } = props;
  if (view.tab === 'charts') {
    const { by } = view;
    return <ChartsPane workspace={workspace} charts={charts} all={all} baseline={props.baseline} by={by} />;
  }
  if (view.tab === 'table') return <CompareTablePane {...props} />;
  return (
    <Suspense fallback={<SkeletonRows rows={8} what="this part" />}>
      {view.tab === 'over' && <OverPane {...props} onSelect={onSelect} />}
      {view.tab === 'setup' && <SetupPane {...props} />}
      {view.tab === 'groups' && <GroupsPane {...props} all={all} />}
      {view.tab === 'code' && <CodePane {...props} />}
      {view.tab === 'artifacts' && <ArtifactsPane {...props} />}
      {view.tab === 'logs' && <LogsPane {...props} />}
    </Suspense>
  );
}
