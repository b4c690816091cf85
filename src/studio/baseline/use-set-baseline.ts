import { clearBaseline, setBaseline } from '#contract/baselines.ts';
import { type Experiment, getExperiment, listExperiments } from '#contract/experiments.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useOperationMutation } from '../query/operation-mutation.ts';
import { operationKey } from '../query/operation-query.ts';
import { describeError } from '../ui/error-state.tsx';
import { toast } from '../ui/toast.store.ts';

/** What a baseline is known by. */
interface BaselineRun {
  readonly runId: string;
  readonly name: string;
}

export type SetBaseline = (experimentId: string, run: BaselineRun | null) => void;

/** Sets the baseline of an experiment, or takes it away (`null`): for everybody, and can be undone. */
export function useSetBaseline(workspace: string): SetBaseline {
  const queries = useQueryClient();
  const refreshes = [getExperiment, listExperiments];
  const setting = useOperationMutation(setBaseline, refreshes);
  const clearing = useOperationMutation(clearBaseline, refreshes);

  async function change(experimentId: string, run: BaselineRun | null, offersUndo: boolean): Promise<void> {
    const params = { workspace, experimentId };
    const known = queries.getQueryData<Experiment>(operationKey(getExperiment, { params }));
    const before = known?.baseline ?? null;
    try {
      await (run === null
        ? clearing.mutateAsync({ params })
        : setting.mutateAsync({ params, body: { runId: run.runId } }));
      toast({
        message: run === null ? 'No baseline any more.' : `${run.name} is the baseline now.`,
        ...(offersUndo && known !== undefined
          ? { undo: () => void change(experimentId, before, false) }
          : {}),
      });
    } catch (error) {
      toast({ kind: 'failed', message: describeError(error) });
    }
  }
  return (experimentId, run) => void change(experimentId, run, true);
}
