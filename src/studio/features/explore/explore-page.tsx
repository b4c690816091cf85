import { Button } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useSearchChange } from '#studio/address/use-search-change.ts';
import { url } from '#studio/app/url.ts';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';
import { CrosshairProvider } from '#studio/charts/crosshair-provider.tsx';
import { OverRuns } from '#studio/charts/over-runs/over-runs.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { Page } from '#studio/ui/page.tsx';
import { type ExploreView, parseExploreView, writeExploreView } from './explore-view.model.ts';

/** Charts over many runs at once: which parameters go with which results. */
export function ExplorePage() {
  const workspace = useWorkspaceSlug();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const changeSearch = useSearchChange();
  const view = useMemo(() => parseExploreView(search), [search]);
  const change = useCallback(
    (part: Partial<ExploreView>) =>
      changeSearch((before) => writeExploreView(before, { ...parseExploreView(before), ...part }), {
        preventScrollReset: true,
      }),
    [changeSearch],
  );
  const { experiments, filter, runs, baseline, charts } = view;
  const question = useMemo(
    () => ({ workspace, runIds: runs, experimentIds: experiments, filter, baselineId: baseline }),
    [workspace, runs, experiments, filter, baseline],
  );
  return (
    <Page
      title="Charts over runs"
      crumbs={[{ label: 'Runs', to: url.runs(workspace, { experiments, filter }) }]}
      aside={<Subject view={view} />}
      actions={
        <>
          {runs !== undefined && runs.length > 1 && (
            <Button component={Link} variant="default" to={url.compare(workspace, runs)}>
              Compare their curves
            </Button>
          )}
          {runs !== undefined && (
            <Button variant="default" onClick={() => change({ runs: undefined })}>
              All matching runs
            </Button>
          )}
        </>
      }
    >
      <CrosshairProvider>
        <OverRuns
          question={question}
          charts={charts}
          onCharts={(next) => change({ charts: next })}
          onOpen={(runId) => void navigate(url.run(workspace, runId))}
          onKeep={(kept) => change({ runs: kept })}
        />
      </CrosshairProvider>
    </Page>
  );
}

/** Which runs these are, in words. */
function Subject({ view: { runs, filter, experiments } }: { readonly view: ExploreView }) {
  if (runs !== undefined) return <span>{formatInteger(runs.length)} chosen runs</span>;
  const of =
    experiments.length === 0 ? 'all experiments' : `${formatInteger(experiments.length)} experiments`;
  return <span>{filter.trim() === '' ? `Runs of ${of}` : `Runs of ${of} where ${filter}`}</span>;
}
