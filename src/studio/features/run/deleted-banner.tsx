import { Button } from '@mantine/core';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import type { RunActionsProps } from './run-actions.tsx';
import classes from './run-page.module.css';

/** A run in the trash can be read, and brought back. */
export function DeletedBanner({ run, trash }: RunActionsProps) {
  return (
    <output className={classes['banner']}>
      <span>
        This run is in the trash
        {run.deletedAtMs !== null && (
          <>
            {' '}
            since <RelativeTime atMs={run.deletedAtMs} />
          </>
        )}
        . Nothing of it is lost.
      </span>
      <Button variant="default" onClick={() => trash.restore([run.runId])}>
        Restore
      </Button>
    </output>
  );
}
