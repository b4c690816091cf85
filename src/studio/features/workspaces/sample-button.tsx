import { getSample, startSample } from '#contract/sample.ts';
import { listWorkspaces } from '#contract/workspaces.ts';
import { Button } from '@mantine/core';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import classes from './workspace-page.module.css';

/** Fills an empty workspace with real trainings, so that there is something to look at. */
export function SampleButton({ workspace }: { readonly workspace: string }) {
  const { data } = useOperation(getSample, { params: { workspace } });
  const start = useOperationMutation(startSample, [getSample, listWorkspaces]);
  const busy = start.isPending || data?.state === 'running';
  const failure = start.error === null ? data?.message : describeError(start.error);
  return (
    <div className={classes['or']}>
      <div>
        <p>No script at hand?</p>
        <p className={classes['hint']}>
          Train two dozen small models on the iris flowers, logged live into this workspace.
        </p>
        {failure !== null && failure !== undefined && (
          <p role="alert" className={classes['hint']}>
            {failure}
          </p>
        )}
      </div>
      <Button variant="default" loading={busy} onClick={() => start.mutate({ params: { workspace } })}>
        Train the sample
      </Button>
    </div>
  );
}
