import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';

interface NothingFoundProps {
  readonly workspace: string;
  readonly filter: string;
}

/** A filter that matches no run. */
export function NothingFound({ workspace, filter }: NothingFoundProps) {
  return (
    <EmptyState
      title="No run matches"
      action={
        <Button component={Link} to={url.runs(workspace, { filter })}>
          Change the filter in Runs
        </Button>
      }
    >
      This comparison shows the runs that match <code>{filter}</code>, and there is none now. A run that comes
      to match will appear here.
    </EmptyState>
  );
}
