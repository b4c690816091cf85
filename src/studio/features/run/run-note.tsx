import { listActivity } from '#contract/activity.ts';
import { noteTag } from '#contract/note-tag.ts';
import { getRun, type RunDetails, updateRun } from '#contract/runs.ts';
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { toast } from '#studio/ui/toast.store.ts';
import { NoteEditor } from './note-editor.tsx';
import { NoteHistory } from './note-history.tsx';
import classes from './overview.module.css';

const Markdown = lazy(async () => ({ default: (await import('#studio/markdown/markdown.tsx')).Markdown }));

interface RunNoteProps {
  readonly workspace: string;
  readonly run: RunDetails;
}

/** What someone wrote about the run, in Markdown. */
export function RunNote({ workspace, run }: RunNoteProps) {
  const note = run.tags[noteTag] ?? '';
  const [draft, setDraft] = useState<string>();
  const [versions, setVersions] = useState(false);
  const update = useOperationMutation(updateRun, [getRun, listActivity]);
  const editable = run.lifecycle === 'active';
  const save = (): void =>
    update.mutate(
      { params: { workspace, runId: run.runId }, body: { note: draft ?? '' } },
      { onSuccess: () => setDraft(undefined) },
    );
  const restore = (text: string): void => {
    const put = async (value: string): Promise<void> => {
      await update.mutateAsync({ params: { workspace, runId: run.runId }, body: { note: value } });
    };
    put(text).then(
      () => toast({ message: 'Restored the note.', undo: () => void put(note).catch(tellFailure) }),
      tellFailure,
    );
  };
  if (draft !== undefined) {
    return (
      <NoteEditor
        draft={draft}
        error={update.error === null ? undefined : describeError(update.error)}
        saving={update.isPending}
        onChange={setDraft}
        onSave={save}
      />
    );
  }
  if (note === '') {
    return editable ? (
      <div>
        <Button variant="subtle" size="compact-sm" px={0} onClick={() => setDraft('')}>
          Write a note
        </Button>
      </div>
    ) : null;
  }
  return (
    <section className={classes['section']}>
      <div className={classes['head']}>
        <h2>Note</h2>
        <span>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={versions}
            onClick={() => setVersions(!versions)}
          >
            Versions
          </Button>
          {editable && (
            <Button variant="subtle" size="compact-sm" onClick={() => setDraft(note)}>
              Edit
            </Button>
          )}
        </span>
      </div>
      <Suspense fallback={<p>{note}</p>}>
        <Markdown text={note} />
      </Suspense>
      {versions && <NoteHistory workspace={workspace} run={run} note={note} onRestore={restore} />}
    </section>
  );
}

function tellFailure(error: unknown): void {
  toast({ kind: 'failed', message: describeError(error) });
}
