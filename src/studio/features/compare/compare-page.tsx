import { useMemo } from 'react';
import { url } from '#studio/app/url.ts';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';
import { CrosshairProvider } from '#studio/charts/crosshair-provider.tsx';
import { useMetricDirections } from '#studio/metric/use-metric-directions.ts';
import { useSetDirection } from '#studio/metric/use-set-direction.ts';
import { useWorkspaces } from '#studio/query/use-workspaces.ts';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { Page } from '#studio/ui/page.tsx';
import { CompareBody } from './compare-body.tsx';
import { CompareLoading } from './compare-loading.tsx';
import { CompareTabs } from './compare-tabs.tsx';
import { MissingRuns } from './runs/missing-runs.tsx';
import { CompareStart } from './start/compare-start.tsx';
import { NothingFound } from './start/nothing-found.tsx';
import { DirectionsProvider } from './table/directions-context.ts';
import { useCompareKeys } from './use-compare-keys.ts';
import { useCompareView } from './use-compare-view.ts';
import { useComparedRuns } from './use-compared-runs.ts';

/** Several runs side by side: their curves, what is different about them, and which is better. */
export function ComparePage() {
  const workspace = useWorkspaceSlug();
  const [view, change] = useCompareView();
  const compared = useComparedRuns(workspace, view);
  const directions = useMetricDirections(workspace);
  const onSet = useSetDirection(workspace);
  const shared = useMemo(() => ({ directions, onSet }), [directions, onSet]);
  const { data } = useWorkspaces();
  const name = data?.workspaces.find((each) => each.slug === workspace)?.name ?? workspace;
  const crumbs = [
    { label: name, to: url.workspace(workspace) },
    { label: 'Runs', to: url.runs(workspace) },
  ];
  useCompareKeys(change);
  const { runs, missing, tooMany, error } = compared;
  const known = useMemo(() => runs?.map((run) => run.runId) ?? [], [runs]);

  if (view.runIds.length === 0 && view.filter === undefined) {
    return (
      <Page title="Compare" crumbs={crumbs}>
        <CompareStart workspace={workspace} />
      </Page>
    );
  }
  return (
    <Page title="Compare" crumbs={crumbs}>
      <CompareTabs tab={view.tab} onTab={(tab) => change((now) => ({ ...now, tab }))} />
      <DirectionsProvider value={shared}>
        <CrosshairProvider>
          <MissingRuns missing={missing} tooMany={tooMany} known={known} onChange={change} />
          {error !== undefined && (
            <ErrorState title="The runs could not be loaded" error={error} onRetry={compared.retry} />
          )}
          {error === undefined && runs === undefined && <CompareLoading runs={view.runIds.length} />}
          {runs !== undefined && runs.length > 0 && (
            <CompareBody
              workspace={workspace}
              compared={{ ...compared, runs }}
              view={view}
              onChange={change}
            />
          )}
          {runs?.length === 0 && missing.length === 0 && error === undefined && (
            <NothingFound workspace={workspace} filter={view.filter ?? ''} />
          )}
        </CrosshairProvider>
      </DirectionsProvider>
    </Page>
  );
}
