import {
  createView,
  deleteView,
  getView,
  listViews,
  listViewVersions,
  restoreView,
  restoreViewVersion,
  type SavedView,
  type SavedViewWithDocument,
  updateView,
  type ViewDocument,
} from '#contract/views.ts';
import type { Visibility } from '#contract/documents.ts';
import { Problem } from '#contract/problem.ts';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { toast } from '#studio/ui/toast.store.ts';

/** What can be done with saved views: told when done, and taken back with Undo. */
export function useViewActions(workspace: string) {
  const refreshes = [listViews, getView, listViewVersions];
  const creating = useOperationMutation(createView, refreshes);
  const updating = useOperationMutation(updateView, refreshes);
  const deleting = useOperationMutation(deleteView, refreshes);
  const restoring = useOperationMutation(restoreView, refreshes);
  const returning = useOperationMutation(restoreViewVersion, refreshes);
  const paramsOf = ({ viewId }: Pick<SavedView, 'viewId'>) => ({ workspace, viewId });

  async function backTo(view: SavedView, version: number): Promise<SavedViewWithDocument | undefined> {
    return attempt(returning.mutateAsync({ params: { ...paramsOf(view), version } }));
  }

  async function change(view: SavedView, body: { name?: string; visibility?: Visibility }, message: string) {
    const { name, visibility } = view;
    const done = await attempt(updating.mutateAsync({ params: paramsOf(view), body }));
    if (done === undefined) return;
    const undo = (): void =>
      void attempt(updating.mutateAsync({ params: paramsOf(view), body: { name, visibility } }));
    toast({ message, undo });
  }

  async function restoreById(viewId: string): Promise<void> {
    const done = await attempt(restoring.mutateAsync({ params: { workspace, viewId } }));
    if (done !== undefined) toast({ message: `Restored ${done.name}.` });
  }

  return {
    async create(draft: { name: string; visibility: Visibility; document: ViewDocument }) {
      const made = await creating.mutateAsync({ params: { workspace }, body: draft });
      toast({ message: `Saved ${made.name}.` });
      return made;
    },

    /** Saves what is shown as a new version. */
    async save(view: SavedView, document: ViewDocument): Promise<void> {
      const body = { document, basedOn: view.version };
      const done = await attempt(updating.mutateAsync({ params: paramsOf(view), body }));
      if (done === undefined) return;
      toast({
        message: `Saved version ${done.version} of ${done.name}.`,
        undo: () => void backTo(view, view.version),
      });
    },

    rename: async (view: SavedView, name: string) => change(view, { name }, `Renamed to ${name}.`),

    share: async (view: SavedView, visibility: Visibility) =>
      change(
        view,
        { visibility },
        visibility === 'shared'
          ? `Everybody here sees ${view.name} now.`
          : `${view.name} is yours alone now.`,
      ),

    async restoreVersion(view: SavedView, version: number): Promise<SavedViewWithDocument | undefined> {
      const done = await backTo(view, version);
      if (done !== undefined) {
        toast({
          message: `Version ${version} is back, as version ${done.version}.`,
          undo: () => void backTo(view, view.version),
        });
      }
      return done;
    },

    async discard(view: SavedView): Promise<void> {
      const done = await attempt(deleting.mutateAsync({ params: paramsOf(view) }));
      if (done === undefined) return;
      const undo = (): void => void attempt(restoring.mutateAsync({ params: paramsOf(view) }));
      toast({ message: `Moved ${view.name} to the trash.`, undo });
    },

    restore: async (view: SavedView) => restoreById(view.viewId),
    restoreById,
  };
}

export type ViewActions = ReturnType<typeof useViewActions>;

/** Tells a failure that was to be expected, and goes on without. */
async function attempt<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    toast({ kind: 'failed', message: describeError(error) });
    return undefined;
  }
}
