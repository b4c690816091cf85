import { createExperiment, listExperiments } from '#contract/experiments.ts';
import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import classes from './experiments.module.css';

/** One line: a name, and the button. */
export function CreateExperiment({ workspace }: { readonly workspace: string }) {
  const [name, setName] = useState('');
  const create = useOperationMutation(createExperiment, [listExperiments]);
  return (
    <form
      className={classes['create']}
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(
          { params: { workspace }, body: { name: name.trim() } },
          { onSuccess: () => setName('') },
        );
      }}
    >
      <TextInput
        className={classes['search'] ?? ''}
        aria-label="Name of a new experiment"
        placeholder="New experiment"
        value={name}
        error={create.error === null ? undefined : describeError(create.error)}
        onChange={(event) => {
          create.reset();
          setName(event.currentTarget.value);
        }}
      />
      <Button
        type="submit"
        variant="default"
        leftSection={<IconPlus size={16} />}
        disabled={name.trim() === ''}
        loading={create.isPending}
      >
        Create
      </Button>
    </form>
  );
}
