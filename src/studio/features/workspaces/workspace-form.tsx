import type { Workspace } from '#contract/workspaces.ts';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWorkspaceUpdate } from './use-workspace-update.ts';
import classes from './workspace-settings.module.css';

/** Name and description. The slug is shown, and stays. */
export function WorkspaceForm({ workspace }: { readonly workspace: Workspace }) {
  const [name, setName] = useState(workspace.name);
  const [description, setDescription] = useState(workspace.description);
  const { save, pending } = useWorkspaceUpdate(workspace);
  const changed = name !== workspace.name || description !== workspace.description;
  const ready = changed && name.trim() !== '';
  return (
    <section className={classes['section']}>
      <h2>Workspace</h2>
      <form
        className={classes['content']}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void save({ name: name.trim(), description });
        }}
      >
        <TextInput
          className={classes['field'] ?? ''}
          label="Name"
          required
          maxLength={120}
          value={name}
          error={name.trim() === '' ? 'A workspace needs a name.' : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          className={`${classes['field']} ${classes['mono']}`}
          label="Name in addresses"
          description="Scripts and links rely on it, so it stays."
          value={workspace.slug}
          readOnly
        />
        <Textarea
          className={classes['field'] ?? ''}
          label="What it is for"
          autosize
          minRows={2}
          maxLength={5000}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <Button type="submit" disabled={!ready} loading={pending}>
          Save
        </Button>
      </form>
    </section>
  );
}
