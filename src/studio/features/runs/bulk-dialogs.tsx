import { listExperiments } from '#contract/experiments.ts';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import { ConfirmTyped } from '#studio/ui/confirm-typed.tsx';
import { BulkForm } from './bulk-form.tsx';
import { type Bulk, countOf } from './use-bulk.ts';

export type BulkKind = 'tag' | 'note' | 'rename' | 'move' | 'purge';

interface BulkDialogProps {
  readonly workspace: string;
  readonly kind: BulkKind;
  readonly count: number;
  readonly bulk: Bulk;
  readonly resolve: () => Promise<readonly string[]>;
  readonly onClose: () => void;
}

/** Asks what an action on many runs needs to know. */
export function BulkDialog(props: BulkDialogProps) {
  switch (props.kind) {
    case 'tag':
      return <TagDialog {...props} />;
    case 'note':
      return <NoteDialog {...props} />;
    case 'rename':
      return <RenameDialog {...props} />;
    case 'move':
      return <MoveDialog {...props} />;
    case 'purge':
      return <PurgeDialog {...props} />;
  }
}

function TagDialog({ count, bulk, resolve, onClose }: BulkDialogProps) {
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const tag = key.trim();
  const change = value === '' ? { removeTags: [tag] } : { setTags: { [tag]: value } };
  return (
    <BulkForm
      title={`Tag ${countOf(count)}`}
      verb={value === '' ? 'Remove the tag' : 'Set the tag'}
      ready={tag !== ''}
      onClose={onClose}
      onSubmit={async () =>
        bulk.change(await resolve(), change, value === '' ? `Removed ${tag} from` : 'Tagged')
      }
    >
      <TextInput
        label="Tag"
        value={key}
        data-autofocus
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <TextInput
        label="Value"
        description="Empty takes the tag away."
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
    </BulkForm>
  );
}

function NoteDialog({ count, bulk, resolve, onClose }: BulkDialogProps) {
  const [note, setNote] = useState('');
  return (
    <BulkForm
      title={`Note on ${countOf(count)}`}
      verb={note === '' ? 'Remove the notes' : 'Write the note'}
      ready
      onClose={onClose}
      onSubmit={async () =>
        bulk.change(await resolve(), { note }, note === '' ? 'Removed the note of' : 'Wrote the note of')
      }
    >
      <Textarea
        label="Note, as Markdown"
        description="Takes the place of the notes that are there. Empty removes them."
        autosize
        minRows={4}
        maxRows={12}
        value={note}
        data-autofocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </BulkForm>
  );
}

function RenameDialog({ count, bulk, resolve, onClose }: BulkDialogProps) {
  const [name, setName] = useState('{name}');
  return (
    <BulkForm
      title={`Rename ${countOf(count)}`}
      verb="Rename"
      ready={name.trim() !== ''}
      onClose={onClose}
      onSubmit={async () => bulk.change(await resolve(), { name: name.trim() }, 'Renamed')}
    >
      <TextInput
        label="New name"
        description="{name} is the name so far, {n} counts from 1, {params.lr} is the run’s value."
        value={name}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </BulkForm>
  );
}

function MoveDialog({ workspace, count, bulk, resolve, onClose }: BulkDialogProps) {
  const [id, setId] = useState<string | null>(null);
  const { data } = useOperation(listExperiments, { params: { workspace }, query: { limit: 1000 } });
  const experiments = data?.experiments ?? [];
  const name = experiments.find(({ experimentId }) => experimentId === id)?.name ?? '';
  return (
    <BulkForm
      title={`Move ${countOf(count)}`}
      verb="Move"
      ready={id !== null}
      onClose={onClose}
      onSubmit={async () => id !== null && bulk.move(await resolve(), id, name)}
    >
      <Select
        label="To the experiment"
        searchable
        data={experiments.map((each) => ({ value: each.experimentId, label: each.name }))}
        value={id}
        data-autofocus
        comboboxProps={{ withinPortal: false }}
        onChange={setId}
      />
    </BulkForm>
  );
}

function PurgeDialog({ count, bulk, resolve, onClose }: BulkDialogProps) {
  return (
    <ConfirmTyped
      title={`Remove ${countOf(count)} for good`}
      typed={String(count)}
      verb="Remove for good"
      onConfirm={() => {
        onClose();
        void resolve().then(bulk.purge);
      }}
      onClose={onClose}
    >
      Their points, parameters, tags, notes, logs and files are removed. Nothing brings them back.
    </ConfirmTyped>
  );
}
