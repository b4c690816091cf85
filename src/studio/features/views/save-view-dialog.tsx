import type { Visibility } from '#contract/documents.ts';
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Problem } from '#contract/problem.ts';
import { Dialog } from '#studio/ui/dialog.tsx';
import { describeError } from '#studio/ui/error-state.tsx';
import classes from './views.module.css';

interface SaveViewDialogProps {
  readonly onSave: (name: string, visibility: Visibility) => Promise<void>;
  readonly onClose: () => void;
}

const whoSees: { value: Visibility; label: string }[] = [
  { value: 'private', label: 'Only you' },
  { value: 'shared', label: 'Everybody here' },
];

/** Gives what is shown a name. */
export function SaveViewDialog({ onSave, onClose }: SaveViewDialogProps) {
  const [name, setName] = useState('');
  const [visibility, setVisibility] = useState<Visibility>('private');
  const [failed, setFailed] = useState<string>();
  const [pending, setPending] = useState(false);
  const save = async (): Promise<void> => {
    setPending(true);
    try {
      await onSave(name.trim(), visibility);
      onClose();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setFailed(describeError(error));
      setPending(false);
    }
  };
  return (
    <Dialog label="Save as a view" onClose={onClose}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void save();
        }}
      >
        <h2>Save as a view</h2>
        <p className={classes['hint']}>
          Filter, columns, order, grouping, charts and selection, as they are on the screen now.
        </p>
        <TextInput
          label="Name"
          required
          maxLength={200}
          autoComplete="off"
          value={name}
          error={failed}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div>
          <p className={classes['label']} id="view-visibility">
            Who sees it
          </p>
          <SegmentedControl
            aria-labelledby="view-visibility"
            data={whoSees}
            value={visibility}
            onChange={(value: Visibility) => setVisibility(value)}
          />
        </div>
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={name.trim() === ''} loading={pending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
