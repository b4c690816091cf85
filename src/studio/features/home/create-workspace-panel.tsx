import { createWorkspace, listWorkspaces } from '#contract/workspaces.ts';
import { toSlug } from '#domain/workspace/slug.ts';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { SidePanel } from '#studio/ui/side-panel.tsx';
import classes from './create-workspace-panel.module.css';
import { slugProblem } from './slug-problem.model.ts';

interface CreateWorkspacePanelProps {
  /** Slugs in use, so that a clash shows while one types. */
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** Name, address and purpose of a new workspace; the address follows the name until it is touched. */
export function CreateWorkspacePanel({ taken, onClose }: CreateWorkspacePanelProps) {
  const navigate = useNavigate();
  const create = useOperationMutation(createWorkspace, [listWorkspaces]);
  const [name, setName] = useState('');
  const [ownSlug, setOwnSlug] = useState<string>();
  const [description, setDescription] = useState('');
  const slug = ownSlug ?? toSlug(name);
  const problem = slugProblem(slug, taken);
  const shown = name === '' && ownSlug === undefined ? undefined : problem;
  const ready = name.trim() !== '' && problem === undefined;

  const submit = (event: React.SubmitEvent): void => {
    event.preventDefault();
    if (!ready || create.isPending) return;
    create.mutate(
      { body: { slug, name: name.trim(), description } },
      { onSuccess: (made) => void navigate(url.workspace(made.slug)) },
    );
  };

  return (
    <SidePanel title="Create workspace" onClose={onClose}>
      <form className={classes['form']} onSubmit={submit}>
        <TextInput
          label="Name"
          data-autofocus
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="Name in addresses"
          description="In links and in the tracking URI. It stays for good."
          classNames={{ input: classes['slug'] ?? '' }}
          value={slug}
          error={shown}
          required
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => setOwnSlug(event.currentTarget.value)}
        />
        <p className={classes['address']}>
          {window.location.origin}/ws/<strong>{slug === '' ? '…' : slug}</strong>
        </p>
        <Textarea
          label="What it is for"
          autosize
          minRows={2}
          maxLength={5000}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        {create.error !== null && (
          <p role="alert" className={classes['failed']}>
            {describeError(create.error)}
          </p>
        )}
        <div className={classes['buttons']}>
          <Button type="submit" loading={create.isPending} disabled={!ready}>
            Create workspace
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
