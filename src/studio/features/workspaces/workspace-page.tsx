import { getWorkspace } from '#contract/workspaces.ts';
import { toSlug } from '#domain/workspace/slug.ts';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { useWorkspaces } from '#studio/query/use-workspaces.ts';
import { ArchivedNote } from './archived-note.tsx';
import { Page } from '#studio/ui/page.tsx';
import { ExperimentList } from './experiment-list.tsx';
import { FirstRun } from './first-run.tsx';
import { LogHere } from './log-here.tsx';
import { RecentRuns } from './recent-runs.tsx';
import { WorkspaceNumbers } from './workspace-numbers.tsx';
import classes from './workspace-page.module.css';

/** What a workspace is for and what goes on in it; while it is empty, how to log to it. */
export function WorkspacePage() {
  const workspace = useWorkspaceSlug();
  const { data: details } = useOperation(getWorkspace, { params: { workspace } });
  const { data: all } = useWorkspaces();
  const summary = all?.workspaces.find((each) => each.slug === workspace);
  const empty = summary?.runs === 0;
  return (
    <Page
      title={details?.name ?? workspace}
      crumbs={[{ label: 'Workspaces', to: url.home() }]}
      aside={
        toSlug(details?.name ?? workspace) === workspace ? undefined : (
          <span className={classes['slug']}>{workspace}</span>
        )
      }
      lead={details?.description === '' ? undefined : details?.description}
      actions={
        empty ? undefined : (
          <Button component={Link} to={url.runs(workspace)} variant="default">
            Open runs
          </Button>
        )
      }
    >
      {details !== undefined && details.archivedAtMs !== null && <ArchivedNote workspace={details} />}
      {empty ? (
        <FirstRun workspace={workspace} />
      ) : (
        <>
          <WorkspaceNumbers summary={summary} />
          <div className={classes['columns']}>
            <div className={classes['side']}>
              <RecentRuns workspace={workspace} />
              <LogHere workspace={workspace} />
            </div>
            <ExperimentList workspace={workspace} />
          </div>
        </>
      )}
    </Page>
  );
}
