import { getRun, searchRuns } from '#contract/runs.ts';
import { editRuns, moveRuns, purgeRuns, type RunEdit, updateRuns } from '#contract/runs-bulk.ts';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { toast } from '#studio/ui/toast.store.ts';

/** What to change of all chosen runs alike; what is absent stays. */
export interface BulkChange {
  readonly setTags?: Record<string, string>;
  readonly removeTags?: string[];
  readonly note?: string;
  /** A template; see `runs.updateMany`. */
  readonly name?: string;
}

export interface Bulk {
  /** @param what said when it is done, such as "Tagged" */
  readonly change: (runIds: readonly string[], change: BulkChange, what: string) => Promise<void>;
  readonly move: (runIds: readonly string[], experimentId: string, name: string) => Promise<void>;
  readonly purge: (runIds: readonly string[]) => Promise<void>;
}

/** Changes of many runs at once, each with one way back save purging. `changed` hears of every success. */
export function useBulk(workspace: string, changed: () => void): Bulk {
  const refreshes = [searchRuns, getRun];
  const params = { workspace };
  const updating = useOperationMutation(updateRuns, refreshes);
  const editing = useOperationMutation(editRuns, refreshes);
  const moving = useOperationMutation(moveRuns, refreshes);
  const purging = useOperationMutation(purgeRuns, refreshes);

  /** Says what happened, or why it did not. */
  async function report(
    work: () => Promise<{ readonly message: string; readonly undo?: () => Promise<void> }>,
  ): Promise<void> {
    try {
      const { message, undo } = await work();
      changed();
      toast({ message, ...(undo === undefined ? {} : { undo: () => void takeBack(undo) }) });
    } catch (error) {
      toast({ kind: 'failed', message: describeError(error) });
    }
  }

  const takeBack = async (undo: () => Promise<void>): Promise<void> =>
    report(async () => {
      await undo();
      return { message: 'As it was.' };
    });
  const edit = async (edits: RunEdit[]): Promise<void> => {
    if (edits.length > 0) await editing.mutateAsync({ params, body: { edits } });
  };

  return {
    change: async (runIds, change, what) =>
      report(async () => {
        const done = await updating.mutateAsync({ params, body: { runIds: [...runIds], ...change } });
        return { message: `${what} ${countOf(done.changed)}.`, undo: async () => edit(done.undo) };
      }),
    move: async (runIds, experimentId, name) =>
      report(async () => {
        const done = await moving.mutateAsync({ params, body: { runIds: [...runIds], experimentId } });
        return {
          message: `Moved ${countOf(done.changed)} to ${name}.`,
          undo: async () => {
            for (const body of done.undo) await moving.mutateAsync({ params, body });
          },
        };
      }),
    purge: async (runIds) =>
      report(async () => {
        const { purged, filesLeft } = await purging.mutateAsync({ params, body: { runIds: [...runIds] } });
        const left = filesLeft === 0 ? '' : ` The files of ${countOf(filesLeft)} could not be removed.`;
        return { message: `Removed ${countOf(purged)} for good.${left}` };
      }),
  };
}

export function countOf(runs: number): string {
  return runs === 1 ? '1 run' : `${formatInteger(runs)} runs`;
}
