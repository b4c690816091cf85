import { noteTag } from '#contract/note-tag.ts';
import { getRun, type RunDetails, updateRun } from '#contract/runs.ts';
import { Button, Textarea } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { describeError } from '#studio/ui/error-state.tsx';
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
  const update = useOperationMutation(updateRun, [getRun]);
  const editable = run.lifecycle === 'active';
  const save = (): void =>
    update.mutate(
      { params: { workspace, runId: run.runId }, body: { note: draft ?? '' } },
      { onSuccess: () => setDraft(undefined) },
    );
  if (draft !== undefined) {
    return (
      <section className={classes['section']}>
        <Textarea
          label="Note"
          description="Markdown. Ctrl+Enter saves, Escape leaves it as it was."
          autosize
          minRows={4}
          maxRows={24}
          value={draft}
          error={update.error === null ? undefined : describeError(update.error)}
          data-autofocus
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation();
              setDraft(undefined);
            } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              save();
            }
          }}
        />
        <div className={classes['buttons']}>
          <Button loading={update.isPending} onClick={save}>
            Save
          </Button>
          <Button variant="default" onClick={() => setDraft(undefined)}>
            Cancel
          </Button>
        </div>
      </section>
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
        {editable && (
          <Button variant="subtle" size="compact-sm" onClick={() => setDraft(note)}>
            Edit
          </Button>
        )}
      </div>
      <Suspense fallback={<p>{note}</p>}>
        <Markdown text={note} />
      </Suspense>
    </section>
  );
}
