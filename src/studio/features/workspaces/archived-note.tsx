import type { Workspace } from '#contract/workspaces.ts';
import { Button } from '@mantine/core';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { useWorkspaceUpdate } from './use-workspace-update.ts';
import classes from './workspace-page.module.css';

/** Says that a workspace was put away, and brings it back. */
export function ArchivedNote({ workspace }: { readonly workspace: Workspace }) {
  const { setArchived } = useWorkspaceUpdate(workspace);
  if (workspace.archivedAtMs === null) return null;
  return (
    <div className={classes['note']}>
      <span>
        Archived <RelativeTime atMs={workspace.archivedAtMs} />. Everything in it is kept.
      </span>
      <Button variant="default" onClick={() => void setArchived(false)}>
        Bring back
      </Button>
    </div>
  );
}
