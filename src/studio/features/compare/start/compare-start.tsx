import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { BestRuns } from './best-runs.tsx';
import { LatestRunsButton } from './latest-runs-button.tsx';

/** Nothing is compared yet: what most people come for, in one press, and how to choose by hand. */
export function CompareStart({ workspace }: { readonly workspace: string }) {
  return (
    <>
      <BestRuns workspace={workspace} />
      <EmptyState
        title="Choose runs to compare"
        action={
          <>
            <Button component={Link} to={url.runs(workspace)}>
              Choose runs
            </Button>
            <LatestRunsButton workspace={workspace} />
          </>
        }
      >
        Select two or more in the table of runs, then press Compare. The address holds the whole comparison:
        send it to a colleague and they see the same.
      </EmptyState>
    </>
  );
}
