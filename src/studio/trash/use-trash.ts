import { deleteRuns, getRun, restoreRuns, searchRuns } from '#contract/runs.ts';
import { Problem } from '#contract/problem.ts';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { toast } from '#studio/ui/toast.store.ts';

export interface Trash {
  readonly discard: (runIds: readonly string[]) => void;
  readonly restore: (runIds: readonly string[]) => void;
}

/** Into the trash and out of it again; both can be undone at once. `changed` hears of every success. */
export function useTrash(workspace: string, changed: () => void): Trash {
  const discarding = useOperationMutation(deleteRuns, [searchRuns, getRun]);
  const restoring = useOperationMutation(restoreRuns, [searchRuns, getRun]);

  async function move(
    kind: 'discard' | 'restore',
    runIds: readonly string[],
    offersUndo: boolean,
  ): Promise<void> {
    const operation = kind === 'discard' ? discarding : restoring;
    try {
      const moved = await operation.mutateAsync({ params: { workspace }, body: { runIds: [...runIds] } });
      changed();
      const count = moved.changed === 1 ? 'the run' : `${moved.changed} runs`;
      const back = kind === 'discard' ? 'restore' : 'discard';
      toast({
        message: kind === 'discard' ? `Moved ${count} to the trash.` : `Restored ${count}.`,
        ...(offersUndo && moved.runIds.length > 0
          ? { undo: () => void move(back, moved.runIds, false) }
          : {}),
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      toast({ kind: 'failed', message: describeError(error) });
    }
  }
  return {
    discard: (runIds) => void move('discard', runIds, true),
    restore: (runIds) => void move('restore', runIds, true),
  };
}
