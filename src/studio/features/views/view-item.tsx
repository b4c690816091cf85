import type { SavedView } from '#contract/views.ts';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLock, IconPencil, IconRestore, IconTrash, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { NameField } from '#studio/ui/name-field.tsx';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import type { ViewActions } from './use-view-actions.ts';
import classes from './views.module.css';

interface ViewItemProps {
  readonly workspace: string;
  readonly view: SavedView;
  readonly current: boolean;
  readonly actions: ViewActions;
}

export function ViewItem({ workspace, view, current, actions }: ViewItemProps) {
  const [renaming, setRenaming] = useState(false);
  const { name } = view;
  if (renaming) {
    return (
      <li className={classes['item']}>
        <NameField
          label="Name of the view"
          value={name}
          onCancel={() => setRenaming(false)}
          onSave={async (next) => {
            await actions.rename(view, next);
            setRenaming(false);
          }}
        />
      </li>
    );
  }
  const deleted = view.deletedAtMs !== null;
  return (
    <li className={classes['item']} data-current={current}>
      {deleted ? (
        <span className={classes['name']}>
          <Facts view={view} />
        </span>
      ) : (
        <Link
          className={classes['name'] ?? ''}
          to={url.view(workspace, view.viewId)}
          aria-current={current ? 'true' : undefined}
        >
          <Facts view={view} />
        </Link>
      )}
      {deleted ? (
        <Tooltip label="Restore">
          <ActionIcon size={28} aria-label={`Restore ${name}`} onClick={() => void actions.restore(view)}>
            <IconRestore size={15} />
          </ActionIcon>
        </Tooltip>
      ) : (
        <>
          <Tooltip label="Rename">
            <ActionIcon size={28} aria-label={`Rename ${name}`} onClick={() => setRenaming(true)}>
              <IconPencil size={15} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Move to the trash">
            <ActionIcon size={28} aria-label={`Delete ${name}`} onClick={() => void actions.discard(view)}>
              <IconTrash size={15} />
            </ActionIcon>
          </Tooltip>
        </>
      )}
    </li>
  );
}

function Facts({ view }: { readonly view: SavedView }) {
  const { name, visibility, version, updatedBy, updatedAtMs, defaultOf } = view;
  const Icon = visibility === 'shared' ? IconUsers : IconLock;
  return (
    <>
      <span className={classes['name-text']}>{name}</span>
      <span className={classes['facts']}>
        <Icon size={12} aria-hidden="true" /> {visibility} · version {version} · {updatedBy},{' '}
        <RelativeTime atMs={updatedAtMs} />
        {defaultOf.length > 0 && ' · a default'}
      </span>
    </>
  );
}
