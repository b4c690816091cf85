import type { SavedViewWithDocument } from '#contract/views.ts';
import { Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconDeviceFloppy,
  IconDownload,
  IconHistory,
  IconHome,
  IconLink,
  IconLock,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { useHref, useNavigate } from 'react-router';
import { url } from '#studio/app/url.ts';
import { saveFile } from '#studio/ui/save-file.ts';
import { toast } from '#studio/ui/toast.store.ts';
import { useCopy } from '#studio/ui/use-copy.ts';
import type { CurrentView } from './use-current-view.ts';
import { useSetDefaultView } from './use-default-view.ts';
import type { ViewActions } from './use-view-actions.ts';
import { viewAddress } from './view-address.model.ts';
import { viewFileName, writeViewFile } from './view-file.model.ts';

interface CurrentViewItemsProps {
  readonly workspace: string;
  readonly current: CurrentView & { readonly saved: SavedViewWithDocument };
  readonly actions: ViewActions;
  readonly onVersions: () => void;
}

const size = 16;

/** What can be done with the view that is open. */
export function CurrentViewItems({ workspace, current, actions, onVersions }: CurrentViewItemsProps) {
  const navigate = useNavigate();
  const { saved, changed, document } = current;
  const { copy } = useCopy();
  const link = useHref(url.view(workspace, saved.viewId));
  const shared = saved.visibility === 'shared';
  return (
    <>
      <Menu.Label>
        {saved.name} · version {saved.version}
      </Menu.Label>
      {changed && (
        <>
          <Menu.Item
            leftSection={<IconDeviceFloppy size={size} />}
            onClick={() => void actions.save(saved, document)}
          >
            Save changes
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowBackUp size={size} />}
            onClick={() => void navigate(viewAddress(workspace, saved.viewId, saved.document))}
          >
            Show as it was saved
          </Menu.Item>
        </>
      )}
      <Menu.Item
        leftSection={<IconLink size={size} />}
        onClick={() => {
          copy(new URL(link, window.location.href).href);
          toast({
            message: shared
              ? 'Copied the link.'
              : 'Copied the link. Only you can open it until the view is shared.',
          });
        }}
      >
        Copy link
      </Menu.Item>
      <Menu.Item leftSection={<IconHistory size={size} />} onClick={onVersions}>
        Versions
      </Menu.Item>
      <Menu.Item
        leftSection={shared ? <IconLock size={size} /> : <IconUsers size={size} />}
        onClick={() => void actions.share(saved, shared ? 'private' : 'shared')}
      >
        {shared ? 'Make private' : 'Share with everybody here'}
      </Menu.Item>
      <DefaultItem workspace={workspace} current={current} />
      <Menu.Item
        leftSection={<IconDownload size={size} />}
        onClick={() => saveFile(viewFileName(saved.name), writeViewFile(saved), 'application/json')}
      >
        Export as a file
      </Menu.Item>
      <Menu.Item leftSection={<IconTrash size={size} />} onClick={() => void actions.discard(saved)}>
        Move to the trash
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}

/** One experiment is shown: whether its runs open like this. */
function DefaultItem({ workspace, current }: Pick<CurrentViewItemsProps, 'workspace' | 'current'>) {
  const setDefault = useSetDefaultView(workspace);
  const { saved, document } = current;
  const [experimentId, ...more] = document.experiments ?? [];
  if (saved.screen !== 'runs' || experimentId === undefined || more.length > 0) return null;
  const isDefault = saved.defaultOf.includes(experimentId);
  return (
    <Menu.Item
      leftSection={<IconHome size={size} />}
      disabled={saved.visibility === 'private'}
      title={saved.visibility === 'private' ? 'Share the view first' : undefined}
      onClick={() => setDefault(experimentId, isDefault ? null : saved)}
    >
      {isDefault ? 'No longer open this experiment with it' : 'Open this experiment with it'}
    </Menu.Item>
  );
}
