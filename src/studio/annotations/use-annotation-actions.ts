import {
  type Annotation,
  createAnnotation,
  deleteAnnotation,
  replyToAnnotation,
  restoreAnnotation,
  searchAnnotations,
  updateAnnotation,
} from '#contract/annotations.ts';
import type { InputOf } from '#contract/operation.ts';
import { Problem } from '#contract/problem.ts';
import { useOperationMutation } from '../query/operation-mutation.ts';
import { describeError } from '../ui/error-state.tsx';
import { toast } from '../ui/toast.store.ts';

export type AnnotationDraft = InputOf<typeof createAnnotation>['body'];

/** What can be done with notes on charts: each answers whether it was done, and says so where it was not. */
export function useAnnotationActions(workspace: string) {
  const refreshes = [searchAnnotations];
  const creating = useOperationMutation(createAnnotation, refreshes);
  const updating = useOperationMutation(updateAnnotation, refreshes);
  const replying = useOperationMutation(replyToAnnotation, refreshes);
  const deleting = useOperationMutation(deleteAnnotation, refreshes);
  const restoring = useOperationMutation(restoreAnnotation, refreshes);
  const paramsOf = ({ annotationId }: Annotation) => ({ workspace, annotationId });

  async function resolve(note: Annotation, resolved: boolean, offersUndo: boolean): Promise<boolean> {
    const done = await attempt(updating.mutateAsync({ params: paramsOf(note), body: { resolved } }));
    if (done) {
      toast({
        message: resolved ? 'Settled the note.' : 'Opened the note again.',
        ...(offersUndo ? { undo: () => void resolve(note, !resolved, false) } : {}),
      });
    }
    return done;
  }

  return {
    create: async (draft: AnnotationDraft) =>
      attempt(creating.mutateAsync({ params: { workspace }, body: draft })),
    edit: async (note: Annotation, text: string) =>
      attempt(updating.mutateAsync({ params: paramsOf(note), body: { text } })),
    reply: async (note: Annotation, text: string) =>
      attempt(replying.mutateAsync({ params: paramsOf(note), body: { text } })),
    resolve: async (note: Annotation, resolved: boolean) => resolve(note, resolved, true),
    async discard(note: Annotation): Promise<boolean> {
      const done = await attempt(deleting.mutateAsync({ params: paramsOf(note) }));
      const undo = (): void => void attempt(restoring.mutateAsync({ params: paramsOf(note) }));
      if (done) toast({ message: 'Deleted the note.', undo });
      return done;
    },
  };
}

export type AnnotationActions = ReturnType<typeof useAnnotationActions>;

async function attempt(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    toast({ kind: 'failed', message: describeError(error) });
    return false;
  }
}
