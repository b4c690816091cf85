import type { Annotation } from '#contract/annotations.ts';
import { ActionIcon, Button, Textarea, Tooltip } from '@mantine/core';
import { IconCheck, IconPencil, IconRotate, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { RelativeTime } from '../ui/relative-time.tsx';
import classes from './annotations.module.css';
import { describePlace } from './place-text.model.ts';
import type { AnnotationActions } from './use-annotation-actions.ts';

const Markdown = lazy(async () => ({ default: (await import('../markdown/markdown.tsx')).Markdown }));

interface AnnotationThreadProps {
  readonly note: Annotation;
  readonly actions: AnnotationActions;
  /** Shows the place on the charts; absent where it is in sight anyway. */
  readonly onShow?: (note: Annotation) => void;
}

/** A note on a chart with what was answered; for the list beside the page, and for a chart's popover. */
export function AnnotationThread({ note, actions, onShow }: AnnotationThreadProps) {
  const [editing, setEditing] = useState(false);
  const resolved = note.resolvedAtMs !== null;
  const place = `${note.metric ?? 'All charts'}, ${describePlace(note)}`;
  return (
    <article className={classes['thread']} data-resolved={resolved} aria-label={`Note at ${place}`}>
      <header className={classes['head']}>
        {onShow === undefined ? (
          <span className={classes['place']}>{place}</span>
        ) : (
          <button
            type="button"
            className={classes['place']}
            onClick={() => onShow(note)}
            title="Show this place"
          >
            {place}
          </button>
        )}
        <ThreadActions note={note} actions={actions} onEdit={() => setEditing(true)} />
      </header>
      {editing ? (
        <WriteField
          label="Note"
          verb="Save"
          text={note.text}
          onSend={async (text) => (await actions.edit(note, text)) && (setEditing(false), true)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <Words
          author={note.author}
          atMs={note.createdAtMs}
          text={note.text}
          edited={note.editedAtMs !== null}
        />
      )}
      {note.replies.length > 0 && (
        <ol className={classes['replies']}>
          {note.replies.map((reply) => (
            <li key={reply.replyId}>
              <Words author={reply.author} atMs={reply.createdAtMs} text={reply.text} edited={false} />
            </li>
          ))}
        </ol>
      )}
      {resolved ? (
        <p className={classes['facts']}>
          Settled by {note.resolvedBy}, <RelativeTime atMs={note.resolvedAtMs ?? 0} />
        </p>
      ) : (
        <WriteField label="Reply" verb="Reply" text="" onSend={async (text) => actions.reply(note, text)} />
      )}
    </article>
  );
}

interface ThreadActionsProps {
  readonly note: Annotation;
  readonly actions: AnnotationActions;
  readonly onEdit: () => void;
}

function ThreadActions({ note, actions, onEdit }: ThreadActionsProps) {
  const resolved = note.resolvedAtMs !== null;
  return (
    <span className={classes['actions']}>
      <Tooltip label={resolved ? 'Open again' : 'Settled'}>
        <ActionIcon
          size={28}
          aria-label={resolved ? 'Open the note again' : 'Settle the note'}
          onClick={() => void actions.resolve(note, !resolved)}
        >
          {resolved ? <IconRotate size={15} /> : <IconCheck size={15} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Edit">
        <ActionIcon size={28} aria-label="Edit the note" onClick={onEdit}>
          <IconPencil size={15} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Delete">
        <ActionIcon size={28} aria-label="Delete the note" onClick={() => void actions.discard(note)}>
          <IconTrash size={15} />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}

interface WordsProps {
  readonly author: string;
  readonly atMs: number;
  readonly text: string;
  readonly edited: boolean;
}

function Words({ author, atMs, text, edited }: WordsProps) {
  return (
    <div className={classes['words']}>
      <p className={classes['facts']}>
        {author}, <RelativeTime atMs={atMs} />
        {edited && ', edited'}
      </p>
      <Suspense fallback={<p>{text}</p>}>
        <Markdown text={text} />
      </Suspense>
    </div>
  );
}

interface WriteFieldProps {
  readonly label: string;
  readonly verb: string;
  readonly text: string;
  /** Answers whether it was taken. */
  readonly onSend: (text: string) => Promise<boolean>;
  readonly onCancel?: () => void;
}

/** A field that grows; its button is there as soon as something is written. */
export function WriteField({ label, verb, text, onSend, onCancel }: WriteFieldProps) {
  const [draft, setDraft] = useState(text);
  const [sending, setSending] = useState(false);
  const send = async (): Promise<void> => {
    const words = draft.trim();
    if (words === '') return;
    setSending(true);
    if (await onSend(words)) setDraft('');
    setSending(false);
  };
  return (
    <div className={classes['write']}>
      <Textarea
        aria-label={label}
        placeholder={`${label} (Markdown, Ctrl+Enter sends)`}
        autosize
        minRows={1}
        maxRows={10}
        maxLength={8000}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
          if (event.key === 'Escape' && onCancel !== undefined) {
            event.stopPropagation();
            onCancel();
          }
        }}
      />
      {draft.trim() !== '' && (
        <div className={classes['buttons']}>
          {onCancel !== undefined && (
            <Button size="compact-sm" variant="default" onClick={onCancel}>
              Cancel
            </Button>
          )}
          <Button size="compact-sm" loading={sending} onClick={() => void send()}>
            {verb}
          </Button>
        </div>
      )}
    </div>
  );
}
