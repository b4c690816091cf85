import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import classes from './overview.module.css';

interface NoteEditorProps {
  readonly draft: string;
  readonly error: string | undefined;
  readonly saving: boolean;
  /** `undefined`: left as it was. */
  readonly onChange: (draft: string | undefined) => void;
  readonly onSave: () => void;
}

/** A note while it is written. */
export function NoteEditor({ draft, error, saving, onChange, onSave }: NoteEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  // What is typed next is the note, not keys of the page.
  useEffect(() => field.current?.focus(), []);
  return (
    <section className={classes['section']}>
      <Textarea
        ref={field}
        label="Note"
        description="Markdown. Ctrl+Enter saves, Escape leaves it as it was."
        autosize
        minRows={4}
        maxRows={24}
        value={draft}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            onChange(undefined);
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            onSave();
          }
        }}
      />
      <div className={classes['buttons']}>
        <Button loading={saving} onClick={onSave}>
          Save
        </Button>
        <Button variant="default" onClick={() => onChange(undefined)}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
