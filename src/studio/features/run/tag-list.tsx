import { getRun, type RunDetails, searchRuns, updateRun } from '#contract/runs.ts';
import { Problem } from '#contract/problem.ts';
import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconPencil, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { ShowMore } from '#studio/ui/show-more.tsx';
import { usePortion } from '#studio/ui/use-portion.ts';
import { toast } from '#studio/ui/toast.store.ts';
import { findEntries, ownTags } from './find-entries.model.ts';
import { NameField } from '#studio/ui/name-field.tsx';
import classes from './overview.module.css';

const firstTags = 100;

interface TagListProps {
  readonly workspace: string;
  readonly run: RunDetails;
}

/** The tags people set, to change in place. */
export function TagList({ workspace, run }: TagListProps) {
  const [editing, setEditing] = useState<string>();
  const update = useOperationMutation(updateRun, [getRun, searchRuns]);
  const params = { workspace, runId: run.runId };
  const tags = findEntries(ownTags(run.tags), '');
  const { shown, step, more } = usePortion(tags, firstTags);
  const editable = run.lifecycle === 'active';
  const set = async (key: string, value: string): Promise<void> => {
    await update.mutateAsync({ params, body: { setTags: { [key]: value } } });
  };
  const tellFailure = (error: unknown): void => toast({ kind: 'failed', message: describeError(error) });
  const putBack = (key: string, value: string): void => {
    set(key, value).catch(tellFailure);
  };
  const remove = (key: string, value: string): void => {
    update
      .mutateAsync({ params, body: { removeTags: [key] } })
      .then(
        () => toast({ message: `Removed the tag ${key}.`, undo: () => putBack(key, value) }),
        tellFailure,
      );
  };
  return (
    <section className={classes['section']}>
      <h2>
        Tags <span className={classes['count']}>{tags.length}</span>
      </h2>
      {shown.map(([key, value]) => (
        <div key={key} className={classes['tag']}>
          {editing === key ? (
            <NameField
              label={`Value of the tag ${key}`}
              value={value}
              onCancel={() => setEditing(undefined)}
              onSave={async (next) => {
                await set(key, next);
                setEditing(undefined);
              }}
            />
          ) : (
            <>
              <span className={classes['tag-text']}>
                <span className={classes['dim']}>{key}</span> {value}
              </span>
              {editable && (
                <>
                  <Tooltip label="Edit">
                    <ActionIcon size={24} aria-label={`Edit the tag ${key}`} onClick={() => setEditing(key)}>
                      <IconPencil size={14} />
                    </ActionIcon>
                  </Tooltip>
                  <Tooltip label="Remove">
                    <ActionIcon
                      size={24}
                      aria-label={`Remove the tag ${key}`}
                      onClick={() => remove(key, value)}
                    >
                      <IconX size={14} />
                    </ActionIcon>
                  </Tooltip>
                </>
              )}
            </>
          )}
        </div>
      ))}
      <ShowMore shown={shown.length} total={tags.length} what="tags" step={step} onMore={more} />
      {editable && <NewTag onAdd={set} />}
    </section>
  );
}

function NewTag({ onAdd }: { readonly onAdd: (key: string, value: string) => Promise<void> }) {
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const [failed, setFailed] = useState<string>();
  const add = async (): Promise<void> => {
    try {
      await onAdd(key.trim(), value.trim());
      setKey('');
      setValue('');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setFailed(describeError(error));
    }
  };
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextInput
        size="xs"
        aria-label="Name of a new tag"
        placeholder="New tag"
        value={key}
        error={failed}
        onChange={(event) => {
          setFailed(undefined);
          setKey(event.currentTarget.value);
        }}
      />
      <TextInput
        size="xs"
        aria-label="Value of the new tag"
        placeholder="Value"
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" size="xs" disabled={key.trim() === ''}>
        Add
      </Button>
    </form>
  );
}
