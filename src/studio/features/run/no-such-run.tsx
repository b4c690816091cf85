import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { Page } from '#studio/ui/page.tsx';

export function NoSuchRun({ workspace, runId }: { readonly workspace: string; readonly runId: string }) {
  return (
    <Page title="No such run" crumbs={[{ label: 'Runs', to: url.runs(workspace) }]}>
      <EmptyState
        title="This workspace has no run with this id"
        action={
          <Button component={Link} to={url.runs(workspace)} variant="default">
            See all runs
          </Button>
        }
      >
        <p>
          <code>{runId}</code>
        </p>
        <p>
          A run of another workspace is found only there: switch workspaces at the top left, or ask whoever
          sent the link for all of the address.
        </p>
      </EmptyState>
    </Page>
  );
}
