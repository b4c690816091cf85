import { compareRuns } from '#contract/runs.ts';
import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';
import { CrosshairProvider } from '#studio/charts/crosshair-provider.tsx';
import { useKeys } from '#studio/keyboard/use-keys.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { Page } from '#studio/ui/page.tsx';
import { shownRuns, toCompareCharts } from './compare.chart.ts';
import classes from './compare-page.module.css';
import { type CompareTab, splitIds } from './compare-view.model.ts';
import { CompareContent } from './compare-content.tsx';
import { LatestRunsButton } from './latest-runs-button.tsx';
import { MissingRuns } from './missing-runs.tsx';
import { RunList } from './run-list.tsx';
import { useCompareView } from './use-compare-view.ts';

const tabs: { value: CompareTab; label: string }[] = [
  { value: 'charts', label: 'Charts' },
  { value: 'table', label: 'Table' },
];

/** Several runs side by side: their curves, and what is different about them. */
export function ComparePage() {
  const workspace = useWorkspaceSlug();
  const [view, change] = useCompareView();
  const { asked, malformed, tooMany } = useMemo(() => splitIds(view.runIds), [view.runIds]);
  const answer = useOperation(
    compareRuns,
    { params: { workspace }, body: { runIds: [...asked] } },
    { enabled: asked.length > 0, keepPrevious: true },
  );
  useKeys('Compare', [
    { keys: 'c', label: 'Charts', run: () => change((now) => ({ ...now, tab: 'charts' })) },
    { keys: 't', label: 'Table', run: () => change((now) => ({ ...now, tab: 'table' })) },
    { keys: 'a', label: 'Show all runs', run: () => change((now) => ({ ...now, hidden: [] })) },
    {
      keys: 'd',
      label: 'Only what differs, or all',
      run: () => change((now) => ({ ...now, all: !now.all })),
    },
  ]);
  const runs = useMemo(
    () => answer.data?.runs.filter((run) => asked.includes(run.runId)),
    [answer.data, asked],
  );
  const charts = useMemo(() => toCompareCharts(runs ?? [], view), [runs, view]);
  const missing = [...malformed, ...(answer.data?.missing ?? []).filter((id) => asked.includes(id))];

  if (view.runIds.length === 0) return <NothingToCompare workspace={workspace} />;
  return (
    <Page
      title="Compare"
      crumbs={[{ label: 'Runs', to: url.runs(workspace) }]}
      actions={
        <SegmentedControl
          aria-label="View"
          data={tabs}
          value={view.tab}
          onChange={(tab: CompareTab) => change((now) => ({ ...now, tab }))}
        />
      }
    >
      <CrosshairProvider>
        <MissingRuns missing={missing} tooMany={tooMany} onChange={change} />
        {answer.isError && answer.data === undefined && (
          <ErrorState
            title="The runs could not be loaded"
            error={answer.error}
            onRetry={() => void answer.refetch()}
          />
        )}
        {answer.isPending && asked.length > 0 && <Loading runs={asked.length} />}
        {runs !== undefined && runs.length > 0 && (
          <div className={classes['columns']}>
            <RunList workspace={workspace} runs={runs} charts={charts} view={view} onChange={change} />
            <div className={classes['content']}>
              <CompareContent
                workspace={workspace}
                runs={shownRuns(runs, charts.hidden)}
                charts={charts}
                view={view}
                onChange={change}
              />
            </div>
          </div>
        )}
      </CrosshairProvider>
    </Page>
  );
}

function NothingToCompare({ workspace }: { readonly workspace: string }) {
  return (
    <Page title="Compare" crumbs={[{ label: 'Runs', to: url.runs(workspace) }]}>
      <EmptyState
        title="Choose runs to compare"
        action={
          <>
            <Button component={Link} to={url.runs(workspace)}>
              Choose runs
            </Button>
            <LatestRunsButton workspace={workspace} />
          </>
        }
      >
        Select two or more in the table of runs, then press Compare. The address holds the whole comparison:
        send it to a colleague and they see the same.
      </EmptyState>
    </Page>
  );
}

function Loading({ runs }: { readonly runs: number }) {
  return (
    <div className={classes['columns']} aria-busy="true" aria-label="Loading the runs">
      <div>
        {Array.from({ length: Math.min(runs, 12) }, (_none, index) => (
          <Skeleton key={index} height={24} mb={8} animate={false} />
        ))}
      </div>
      <div className={classes['loading-charts']}>
        {Array.from({ length: 4 }, (_none, index) => (
          <Skeleton key={index} height={260} animate={false} />
        ))}
      </div>
    </div>
  );
}
