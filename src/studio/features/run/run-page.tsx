import { getRun, type RunDetails } from '#contract/runs.ts';
import { Skeleton } from '@mantine/core';
import { useParams } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { Page } from '#studio/ui/page.tsx';
import { DeletedBanner } from './deleted-banner.tsx';
import { FailureNote } from './failure-note.tsx';
import { NoSuchRun } from './no-such-run.tsx';
import { RunActions } from './run-actions.tsx';
import { RunFacts } from './run-facts.tsx';
import { RunTab } from './run-tab.tsx';
import { RunTabs } from './run-tabs.tsx';
import classes from './run-page.module.css';
import { RunTitle } from './run-title.tsx';
import { useRunTab } from './use-run-tab.ts';
import { useTrash } from '#studio/trash/use-trash.ts';

/** One run: what it was, how it went, what it left. */
export function RunPage() {
  const workspace = useWorkspaceSlug();
  const runId = useParams()['runId'] ?? '';
  const { data: run, error, refetch } = useOperation(getRun, { params: { workspace, runId } });
  if (error?.code === 'not-found' || error?.code === 'invalid-input') {
    return <NoSuchRun workspace={workspace} runId={runId} />;
  }
  if (run === undefined) {
    return (
      <Page title="Run" crumbs={[{ label: 'Runs', to: url.runs(workspace) }]}>
        {error === null ? (
          <Loading />
        ) : (
          <ErrorState title="The run could not be loaded" error={error} onRetry={() => void refetch()} />
        )}
      </Page>
    );
  }
  return <Shown key={runId} workspace={workspace} run={run} />;
}

function Shown({ workspace, run }: { readonly workspace: string; readonly run: RunDetails }) {
  const [tab, setTab] = useRunTab(run);
  const trash = useTrash(workspace, () => undefined);
  const actions = { workspace, run, trash };
  return (
    <Page
      title={run.name}
      crumbs={[
        { label: 'Runs', to: url.runs(workspace) },
        { label: run.experimentName, to: url.runs(workspace, { experiments: [run.experimentId] }) },
        ...(run.parent === null
          ? []
          : [{ label: run.parent.name, to: url.run(workspace, run.parent.runId) }]),
      ]}
      aside={<RunTitle workspace={workspace} run={run} />}
      lead={<RunFacts workspace={workspace} run={run} />}
      actions={<RunActions {...actions} />}
    >
      {run.lifecycle === 'deleted' && <DeletedBanner {...actions} />}
      {run.status === 'FAILED' && tab === 'overview' && <FailureNote workspace={workspace} run={run} />}
      <RunTabs run={run} tab={tab} onTab={setTab} />
      <div id="run-tab" role="tabpanel" aria-labelledby={`run-tab-${tab}`} className={classes['panel']}>
        <RunTab workspace={workspace} run={run} tab={tab} />
      </div>
    </Page>
  );
}

function Loading() {
  return (
    <div aria-busy="true" aria-label="Loading the run">
      <Skeleton height={20} width="40%" mb={24} animate={false} />
      <Skeleton height={36} mb={24} animate={false} />
      <Skeleton height={280} animate={false} />
    </div>
  );
}
