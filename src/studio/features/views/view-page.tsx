import { getView } from '#contract/views.ts';
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { Page } from '#studio/ui/page.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { useViewActions } from './use-view-actions.ts';
import { viewAddress } from './view-address.model.ts';

/** Where the short link of a view leads: to the screen that it shows. */
export function ViewPage() {
  const workspace = useWorkspaceSlug();
  const navigate = useNavigate();
  const viewId = useParams()['viewId'] ?? '';
  const valid = /^\d{1,15}$/.test(viewId);
  const { data, error, isFetching, refetch } = useOperation(
    getView,
    { params: { workspace, viewId: valid ? viewId : '0' } },
    { enabled: valid },
  );
  // What is known from before may be gone by now.
  const found = isFetching || error !== null ? undefined : data;
  useEffect(() => {
    // The way back must not lead here, from where one is sent on at once.
    if (found?.viewId === viewId)
      void navigate(viewAddress(workspace, viewId, found.document), { replace: true });
  }, [found, navigate, viewId, workspace]);
  if (!valid || error?.code === 'not-found') return <NoView workspace={workspace} />;
  if (error?.code === 'gone') {
    const name = typeof error.detail['name'] === 'string' ? error.detail['name'] : 'The view';
    return <GoneView workspace={workspace} viewId={viewId} name={name} onRestored={() => void refetch()} />;
  }
  return (
    <Page title="View">
      {error === null ? (
        <SkeletonRows rows={12} what="the view" />
      ) : (
        <ErrorState title="The view could not be opened" error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  );
}

function NoView({ workspace }: { readonly workspace: string }) {
  return (
    <Page title="No such view" crumbs={[{ label: 'Runs', to: url.runs(workspace) }]}>
      <EmptyState
        title="There is no view at this address"
        action={
          <Button component={Link} to={url.runs(workspace, { panel: 'views' })} variant="default">
            See the views of this workspace
          </Button>
        }
      >
        The link may be cut off, or the view is private to the person who sent it: ask them to share it.
      </EmptyState>
    </Page>
  );
}

interface GoneViewProps {
  readonly workspace: string;
  readonly viewId: string;
  readonly name: string;
  readonly onRestored: () => void;
}

function GoneView({ workspace, viewId, name, onRestored }: GoneViewProps) {
  const { restoreById } = useViewActions(workspace);
  return (
    <Page title="View in the trash" crumbs={[{ label: 'Runs', to: url.runs(workspace) }]}>
      <EmptyState
        title={`${name} is in the trash`}
        action={
          <>
            <Button onClick={() => void restoreById(viewId).then(onRestored)}>Restore and open</Button>
            <Button component={Link} to={url.runs(workspace)} variant="default">
              See all runs
            </Button>
          </>
        }
      >
        Somebody deleted it. Nothing of what it showed is lost: restored, it opens as it was.
      </EmptyState>
    </Page>
  );
}
