import { getWorkspace } from '#contract/workspaces.ts';
import { Button } from '@mantine/core';
import { Link, Outlet } from 'react-router';
import { useLiveWorkspace } from '../live/use-live-workspace.ts';
import { useOperation } from '../query/operation-query.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { url } from './url.ts';
import { useWorkspaceSlug } from './use-workspace-slug.ts';

/** What all pages of a workspace share: it is watched, and known to exist. Pages load beside the check, not after. */
export function WorkspaceLayout() {
  const workspace = useWorkspaceSlug();
  const { error } = useOperation(getWorkspace, { params: { workspace } });
  if (error?.code === 'not-found' || error?.code === 'invalid-input') return <NoWorkspace slug={workspace} />;
  return <Watched key={workspace} workspace={workspace} />;
}

function Watched({ workspace }: { readonly workspace: string }) {
  useLiveWorkspace(workspace);
  return <Outlet />;
}

function NoWorkspace({ slug }: { readonly slug: string }) {
  return (
    <Page title="No such workspace">
      <EmptyState
        title={`There is no workspace "${slug}"`}
        action={
          <Button component={Link} to={url.home()} variant="default">
            See all workspaces
          </Button>
        }
      >
        <p>It may have been written differently; names in addresses are lower-case.</p>
      </EmptyState>
    </Page>
  );
}
