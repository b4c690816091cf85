import { listViews, type SavedView, type SavedViewWithDocument, type ViewScreen } from '#contract/views.ts';
import { Button, Menu } from '@mantine/core';
import {
  IconBookmark,
  IconBookmarkFilled,
  IconList,
  IconLock,
  IconPlus,
  IconSelector,
  IconUsers,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';
import { useKeys } from '#studio/keyboard/use-keys.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { usePanelAddress } from '#studio/ui/use-panel-address.ts';
import { CurrentViewItems } from './current-view-items.tsx';
import { SaveViewDialog } from './save-view-dialog.tsx';
import { useCurrentView } from './use-current-view.ts';
import { useViewActions, type ViewActions } from './use-view-actions.ts';
import { viewAddress } from './view-address.model.ts';
import { ViewVersions } from './view-versions.tsx';
import { ViewsPanel } from './views-panel.tsx';
import classes from './views.module.css';

/** As many are offered without opening the list of all. */
const offered = 8;

/** The saved views of a screen, in its heading: to open, to save, to share. */
export function ViewsMenu({ screen }: { readonly screen: ViewScreen }) {
  const workspace = useWorkspaceSlug();
  const navigate = useNavigate();
  const current = useCurrentView(workspace, screen);
  const actions = useViewActions(workspace);
  const [opened, setOpened] = useState(false);
  const [saving, setSaving] = useState(false);
  const [, setListing] = usePanelAddress('views');
  const [, setComparing] = usePanelAddress('view-versions');
  const { saved, changed, document } = current;
  const open = (view: SavedView): void => void navigate(url.view(workspace, view.viewId));
  useKeys('Views', [
    { keys: 'v', label: 'Saved views', run: () => setOpened(true) },
    { keys: 'shift+v', label: 'Save as a view', run: () => setSaving(true) },
  ]);
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom-end" width={300} shadow="md" returnFocus>
        <Menu.Target>
          <Button
            variant="default"
            className={classes['button'] ?? ''}
            leftSection={saved === undefined ? <IconBookmark size={16} /> : <IconBookmarkFilled size={16} />}
            rightSection={<IconSelector size={14} />}
          >
            {saved?.name ?? 'Views'}
            {changed && <span className={classes['changed']}>&nbsp;· changed</span>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {saved !== undefined && (
            <CurrentViewItems
              workspace={workspace}
              current={{ ...current, saved }}
              actions={actions}
              onVersions={() => setComparing(true)}
            />
          )}
          <Menu.Item
            leftSection={<IconPlus size={16} />}
            rightSection="shift V"
            onClick={() => setSaving(true)}
          >
            Save as a view
          </Menu.Item>
          <Menu.Divider />
          <Offers workspace={workspace} screen={screen} opened={opened} saved={saved} onOpen={open} />
          <Menu.Item leftSection={<IconList size={16} />} onClick={() => setListing(true)}>
            All views, trash, import
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {saving && (
        <SaveViewDialog
          onClose={() => setSaving(false)}
          onSave={async (name, visibility) => {
            const made = await actions.create({ name, visibility, document });
            void navigate(viewAddress(workspace, made.viewId, document), { replace: true });
          }}
        />
      )}
      <Panels workspace={workspace} screen={screen} saved={saved} actions={actions} onOpen={open} />
    </>
  );
}

interface PanelsProps {
  readonly workspace: string;
  readonly screen: ViewScreen;
  readonly saved: SavedViewWithDocument | undefined;
  readonly actions: ViewActions;
  readonly onOpen: (view: SavedView) => void;
}

/** What opens beside the page, where the address says so. */
function Panels({ workspace, screen, saved, actions, onOpen }: PanelsProps) {
  const navigate = useNavigate();
  const [listing, setListing] = usePanelAddress('views');
  const [comparing, setComparing] = usePanelAddress('view-versions');
  if (listing) {
    return (
      <ViewsPanel
        workspace={workspace}
        screen={screen}
        current={saved?.viewId}
        actions={actions}
        onImported={onOpen}
        onClose={() => setListing(false)}
      />
    );
  }
  if (!comparing || saved === undefined) return null;
  return (
    <ViewVersions
      workspace={workspace}
      view={saved}
      onClose={() => setComparing(false)}
      onRestore={(version) =>
        void actions.restoreVersion(saved, version).then((done) => {
          if (done !== undefined) void navigate(viewAddress(workspace, done.viewId, done.document));
        })
      }
    />
  );
}

interface OffersProps {
  readonly workspace: string;
  readonly screen: ViewScreen;
  readonly opened: boolean;
  readonly saved: SavedView | undefined;
  readonly onOpen: (view: SavedView) => void;
}

/** The views that were changed last. */
function Offers({ workspace, screen, opened, saved, onOpen }: OffersProps) {
  const { data } = useOperation(listViews, { params: { workspace }, query: { screen } }, { enabled: opened });
  const views = (data?.views ?? []).slice(0, offered);
  if (views.length === 0) return <Menu.Label>{data === undefined ? 'Loading' : 'No views yet'}</Menu.Label>;
  return (
    <>
      <Menu.Label>Open</Menu.Label>
      {views.map((view) => (
        <Menu.Item
          key={view.viewId}
          leftSection={view.visibility === 'shared' ? <IconUsers size={16} /> : <IconLock size={16} />}
          aria-current={view.viewId === saved?.viewId ? 'true' : undefined}
          onClick={() => onOpen(view)}
        >
          {view.name}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
