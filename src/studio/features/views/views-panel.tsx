import { listViews, type SavedView, type ViewScreen } from '#contract/views.ts';
import { Button, FileButton, SegmentedControl, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { SidePanel } from '#studio/ui/side-panel.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { toast } from '#studio/ui/toast.store.ts';
import type { ViewActions } from './use-view-actions.ts';
import { readViewFile } from './view-file.model.ts';
import { ViewItem } from './view-item.tsx';
import classes from './views.module.css';

interface ViewsPanelProps {
  readonly workspace: string;
  readonly screen: ViewScreen;
  readonly current: string | undefined;
  readonly actions: ViewActions;
  /** A view came from a file. */
  readonly onImported: (view: SavedView) => void;
  readonly onClose: () => void;
}

const states = [
  { value: 'kept', label: 'Views' },
  { value: 'trash', label: 'Trash' },
] as const;
type State = (typeof states)[number]['value'];

/** All saved views of a screen: to open, rename, delete and restore; and to bring in from files. */
export function ViewsPanel({ workspace, screen, current, actions, onImported, onClose }: ViewsPanelProps) {
  const [search, setSearch] = useState('');
  const [state, setState] = useState<State>('kept');
  const { data, error, refetch } = useOperation(
    listViews,
    { params: { workspace }, query: { screen, ...(state === 'trash' ? { trash: 'true' } : {}) } },
    { keepPrevious: true },
  );
  const found = data?.views.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
  const importFile = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const read = readViewFile(await file.text());
    if (typeof read === 'string') toast({ kind: 'failed', message: read });
    else onImported(await actions.create({ ...read, visibility: 'private' }));
  };
  return (
    <SidePanel title="Views" onClose={onClose}>
      <div className={classes['tools']}>
        <TextInput
          className={classes['search'] ?? ''}
          aria-label="Search views"
          placeholder="Search views"
          value={search}
          data-autofocus
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label="Which views"
          data={[...states]}
          value={state}
          onChange={(value: State) => setState(value)}
        />
        <FileButton accept="application/json,.json" onChange={(file) => void importFile(file)}>
          {(props) => (
            <Button variant="default" leftSection={<IconUpload size={16} />} {...props}>
              Import
            </Button>
          )}
        </FileButton>
      </div>
      {data === undefined && error === null && <SkeletonRows rows={6} what="views" />}
      {data === undefined && error !== null && (
        <ErrorState title="The views could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      <ul className={classes['list']}>
        {found?.map((view) => (
          <ViewItem
            key={view.viewId}
            workspace={workspace}
            view={view}
            current={view.viewId === current}
            actions={actions}
          />
        ))}
      </ul>
      {found?.length === 0 && <NoViews trash={state === 'trash'} searched={search.trim() !== ''} />}
    </SidePanel>
  );
}

function NoViews({ trash, searched }: { readonly trash: boolean; readonly searched: boolean }) {
  if (searched) return <EmptyState title="No view has this name" />;
  if (trash)
    return <EmptyState title="The trash is empty">Deleted views wait here to be restored.</EmptyState>;
  return (
    <EmptyState title="No views yet">
      Set the filter, columns and charts as you like them, then choose Views, Save as a view.
    </EmptyState>
  );
}
