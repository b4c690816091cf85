import { getWorkspace, listWorkspaces, updateWorkspace, type Workspace } from '#contract/workspaces.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { operationKey } from '#studio/query/operation-query.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { toast } from '#studio/ui/toast.store.ts';

interface Details {
  readonly name: string;
  readonly description: string;
}

/** Changes to a workspace: shown at once, taken back when refused, and each with a way to undo it. */
export function useWorkspaceUpdate(workspace: Workspace) {
  const queries = useQueryClient();
  const update = useOperationMutation(updateWorkspace, [getWorkspace, listWorkspaces]);
  const params = { workspace: workspace.slug };
  const key = operationKey(getWorkspace, { params });

  async function change(body: { name?: string; description?: string; archived?: boolean }): Promise<boolean> {
    const { archived, ...details } = body;
    const archivedAtMs = archived === undefined ? {} : { archivedAtMs: archived ? Date.now() : null };
    const before = queries.getQueryData<Workspace>(key);
    if (before !== undefined)
      queries.setQueryData<Workspace>(key, { ...before, ...details, ...archivedAtMs });
    try {
      await update.mutateAsync({ params, body });
      return true;
    } catch (error) {
      queries.setQueryData(key, before);
      toast({ message: describeError(error), kind: 'failed' });
      return false;
    }
  }

  const save = async (next: Details): Promise<void> => {
    const before = { name: workspace.name, description: workspace.description };
    if (await change({ ...next })) toast({ message: 'Saved', undo: () => void change(before) });
  };

  const setArchived = async (archived: boolean): Promise<void> => {
    const message = `${archived ? 'Archived' : 'Brought back'} ${workspace.name}`;
    if (await change({ archived })) toast({ message, undo: () => void change({ archived: !archived }) });
  };

  return { pending: update.isPending, save, setArchived };
}
