import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from '#studio/ui/dialog.tsx';
import classes from './bulk-form.module.css';

interface BulkFormProps {
  readonly title: string;
  readonly verb: string;
  /** Whether all is there that the action needs. */
  readonly ready: boolean;
  readonly children: ReactNode;
  readonly onSubmit: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** The form of an action on many runs. It closes at once; a notice tells what became of it. */
export function BulkForm({ title, verb, ready, children, onSubmit, onClose }: BulkFormProps) {
  return (
    <Dialog label={title} onClose={onClose}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          onClose();
          void onSubmit();
        }}
      >
        <h2>{title}</h2>
        {children}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!ready}>
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
