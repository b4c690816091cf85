import type { WorkspaceSummary } from '#contract/workspaces.ts';
import { toSlug } from '#domain/workspace/slug.ts';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { useWorkspaces } from '#studio/query/use-workspaces.ts';
import { FirstSteps } from './first-steps.tsx';
import classes from './home-page.module.css';
import { WorkspaceFacts } from './workspace-facts.tsx';

/** A line a workspace, the busiest first. */
export function WorkspaceTable() {
  const { data, error, refetch } = useWorkspaces();
  if (data === undefined) {
    if (error === null) return <SkeletonRows rows={4} what="workspaces" />;
    return (
      <ErrorState title="The workspaces could not be loaded" error={error} onRetry={() => void refetch()} />
    );
  }
  if (data.workspaces.length === 0) {
    return (
      <EmptyState
        title="You belong to no workspace yet"
        action={
          <Button component={Link} to={url.home({ create: true })}>
            Create workspace
          </Button>
        }
      >
        <p>A workspace holds the experiments, runs and people of one team or one piece of work.</p>
      </EmptyState>
    );
  }
  const [first] = data.workspaces;
  const unused = data.workspaces.every((each) => each.runs === 0);
  return (
    <>
      <WorkspaceLines workspaces={[...data.workspaces].sort(byActivity)} />
      {unused && first !== undefined && <FirstSteps workspace={first.slug} />}
    </>
  );
}

function byActivity(a: WorkspaceSummary, b: WorkspaceSummary): number {
  return b.running - a.running || (b.lastActivityAtMs ?? 0) - (a.lastActivityAtMs ?? 0);
}

function WorkspaceLines({ workspaces }: { readonly workspaces: readonly WorkspaceSummary[] }) {
  return (
    <>
      <div className={classes['head']} aria-hidden="true">
        <span>Workspace</span>
        <span>Running</span>
        <span>Failed, last day</span>
        <span>Runs</span>
        <span>Experiments</span>
        <span>Last activity</span>
      </div>
      <ul className={classes['list']} aria-label="Workspaces">
        {workspaces.map((each) => (
          <li key={each.slug} className={classes['row']}>
            <div className={classes['name']}>
              <Link to={url.workspace(each.slug)} className={classes['link'] ?? ''}>
                {each.name}
              </Link>
              {toSlug(each.name) !== each.slug && <span className={classes['slug']}>{each.slug}</span>}
              {each.description !== '' && <p className={classes['description']}>{each.description}</p>}
            </div>
            <WorkspaceFacts workspace={each} />
          </li>
        ))}
      </ul>
    </>
  );
}
