import type { Workspace } from '#contract/workspaces.ts';
import { Button } from '@mantine/core';
import { defaultWorkspaceSlug } from '#studio/ui/log-snippet.model.ts';
import { useWorkspaceUpdate } from './use-workspace-update.ts';
import classes from './workspace-settings.module.css';

/** Puts a workspace away, with a way back. */
export function ArchiveSection({ workspace }: { readonly workspace: Workspace }) {
  const { setArchived, pending } = useWorkspaceUpdate(workspace);
  const archived = workspace.archivedAtMs !== null;
  const isDefault = workspace.slug === defaultWorkspaceSlug;
  return (
    <section className={classes['section']}>
      <h2>{archived ? 'Bring back' : 'Archive'}</h2>
      <div className={classes['content']}>
        <p className={classes['hint']}>{explain(workspace)}</p>
        <Button
          variant="default"
          disabled={isDefault}
          loading={pending}
          onClick={() => void setArchived(!archived)}
        >
          {archived ? 'Bring back' : 'Archive'} this workspace
        </Button>
      </div>
    </section>
  );
}

function explain(workspace: Workspace): string {
  if (workspace.slug === defaultWorkspaceSlug) {
    return 'The default workspace cannot be archived: clients that name no workspace log to it.';
  }
  return workspace.archivedAtMs === null
    ? 'An archived workspace leaves Home and the switcher. Its runs are kept, its links still work, and it can be brought back at any time.'
    : 'This workspace is archived: it is in no list, but everything in it is kept.';
}
