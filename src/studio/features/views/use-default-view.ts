import { getDefaultView, listViews, type SavedView, setDefaultView } from '#contract/views.ts';
import { Problem } from '#contract/problem.ts';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { toast } from '#studio/ui/toast.store.ts';

/** Chooses the view that an experiment's runs open with (`null`: none); can be undone. */
export function useSetDefaultView(workspace: string) {
  const setting = useOperationMutation(setDefaultView, [getDefaultView, listViews]);

  async function set(experimentId: string, view: SavedView | null): Promise<void> {
    const params = { workspace, experimentId };
    try {
      const { before } = await setting.mutateAsync({ params, body: { viewId: view?.viewId ?? null } });
      toast({
        message: view === null ? 'Opens without a view now.' : `The experiment opens with ${view.name} now.`,
        undo: () => setting.mutate({ params, body: { viewId: before } }),
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      toast({ kind: 'failed', message: describeError(error) });
    }
  }
  return (experimentId: string, view: SavedView | null) => void set(experimentId, view);
}
