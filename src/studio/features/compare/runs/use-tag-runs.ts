import { compareRuns, type ComparedRun, updateRun } from '#contract/runs.ts';
import { Problem } from '#contract/problem.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '#studio/query/client-context.ts';
import { operationKey } from '#studio/query/operation-query.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { toast } from '#studio/ui/toast.store.ts';

type TagRuns = (runs: readonly ComparedRun[], key: string, value: string) => void;

/** Sets one tag of several runs; can be undone, run by run to what it was. */
export function useTagRuns(workspace: string): TagRuns {
  const client = useClient();
  const queries = useQueryClient();

  async function write(runId: string, key: string, value: string | undefined): Promise<void> {
    await client.call(updateRun, {
      params: { workspace, runId },
      body: value === undefined ? { removeTags: [key] } : { setTags: { [key]: value } },
    });
  }

  async function setAll(
    changes: readonly (readonly [string, string | undefined])[],
    key: string,
  ): Promise<boolean> {
    try {
      for (const [runId, value] of changes) await write(runId, key, value);
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      toast({ kind: 'failed', message: describeError(error) });
      return false;
    } finally {
      await queries.invalidateQueries({ queryKey: operationKey(compareRuns) });
    }
  }

  async function tag(runs: readonly ComparedRun[], key: string, value: string): Promise<void> {
    const before = runs.map((run) => [run.runId, run.tags[key]] as const);
    const done = await setAll(
      runs.map((run) => [run.runId, value]),
      key,
    );
    if (!done) return;
    toast({
      message: `Tagged ${runs.length === 1 ? 'the run' : `${runs.length} runs`} with ${key}.`,
      undo: () => void setAll(before, key),
    });
  }
  return (runs, key, value) => void tag(runs, key, value);
}
