import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import classes from './confirm-typed.module.css';
import { Dialog } from './dialog.tsx';

interface ConfirmTypedProps {
  /** "Delete 12 runs for good". */
  readonly title: string;
  /** What it will touch, by name and number. */
  readonly children: ReactNode;
  /** What must be typed to go on. */
  readonly typed: string;
  /** The verb on the button. */
  readonly verb: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Stands before what cannot be undone. What can be undone gets `toast({ undo })` instead. */
export function ConfirmTyped({ title, children, typed, verb, onConfirm, onClose }: ConfirmTypedProps) {
  const [text, setText] = useState('');
  const matches = text === typed;
  return (
    <Dialog label={title} onClose={onClose}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (matches) onConfirm();
        }}
      >
        <h2>{title}</h2>
        <div>{children}</div>
        <TextInput
          label={`Type ${typed} to go on`}
          value={text}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="red" disabled={!matches}>
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
