import { Button, SegmentedControl } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';
import { useWorkspaces } from '#studio/query/use-workspaces.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { Page } from '#studio/ui/page.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import classes from './activity-page.module.css';
import { ActivityTable } from './activity-table.tsx';
import { useActivity } from './use-activity.ts';

const kinds = [
  { value: '', label: 'All' },
  { value: 'run', label: 'Runs' },
  { value: 'experiment', label: 'Experiments' },
  { value: 'workspace', label: 'Workspace' },
];

/** Who changed what, newest first, all of it. */
export function ActivityPage() {
  const workspace = useWorkspaceSlug();
  const [search, setSearch] = useSearchParams();
  const kind = search.get('kind') ?? '';
  const name = useWorkspaces().data?.workspaces.find((each) => each.slug === workspace)?.name ?? workspace;
  const activity = useActivity(workspace, kind === '' ? undefined : kind);
  return (
    <Page
      title="Activity"
      crumbs={[{ label: name, to: url.workspace(workspace) }]}
      lead={activity.counted}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Kind of thing"
          data={kinds}
          value={kind}
          onChange={(value) => setSearch(value === '' ? {} : { kind: value })}
        />
      }
    >
      <Trail workspace={workspace} activity={activity} />
    </Page>
  );
}

interface TrailProps {
  readonly workspace: string;
  readonly activity: ReturnType<typeof useActivity>;
}

function Trail({ workspace, activity: { query, events, older } }: TrailProps) {
  if (query.data === undefined) {
    if (query.error === null) return <SkeletonRows rows={12} what="activity" />;
    return (
      <ErrorState
        title="The activity could not be loaded"
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  }
  if (events.length === 0) {
    return (
      <EmptyState title="Nothing of this kind has happened here yet">
        <p>Every change to this workspace is written down here: who made it, when, and by which door.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <ActivityTable workspace={workspace} events={events} />
      {query.hasNextPage && (
        <div className={classes['more']}>
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            Show {formatInteger(older)} older
          </Button>
        </div>
      )}
    </>
  );
}
