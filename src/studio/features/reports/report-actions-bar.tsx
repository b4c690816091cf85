import type { Report } from '#contract/reports.ts';
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconAbc,
  IconDots,
  IconHistory,
  IconLink,
  IconLock,
  IconPencil,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { useHref, useNavigate } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useKeys } from '#studio/keyboard/use-keys.ts';
import { toast } from '#studio/ui/toast.store.ts';
import { useCopy } from '#studio/ui/use-copy.ts';
import { usePanelAddress } from '#studio/ui/use-panel-address.ts';
import type { ReportActions } from './use-report-actions.ts';

interface ReportActionsBarProps {
  readonly workspace: string;
  readonly report: Report;
  readonly actions: ReportActions;
  readonly editing: boolean;
  readonly onEdit: () => void;
  readonly onRename: () => void;
}

const size = 16;

export function ReportActionsBar(props: ReportActionsBarProps) {
  const { workspace, report, actions, editing, onEdit, onRename } = props;
  const navigate = useNavigate();
  const [, setComparing] = usePanelAddress('versions');
  const { copy } = useCopy();
  const link = useHref(url.report(workspace, report.reportId));
  const shared = report.visibility === 'shared';
  useKeys('Report', editing ? [] : [{ keys: 'e', label: 'Edit the report', run: onEdit }]);
  return (
    <>
      <Menu position="bottom-end" width={240} shadow="md" returnFocus>
        <Tooltip label="More">
          <Menu.Target>
            <ActionIcon aria-label="More about this report" variant="default">
              <IconDots size={size} />
            </ActionIcon>
          </Menu.Target>
        </Tooltip>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconLink size={size} />}
            onClick={() => {
              copy(new URL(link, window.location.href).href);
              toast({
                message: shared
                  ? 'Copied the link.'
                  : 'Copied the link. Only you can open it until the report is shared.',
              });
            }}
          >
            Copy link
          </Menu.Item>
          <Menu.Item leftSection={<IconHistory size={size} />} onClick={() => setComparing(true)}>
            Versions
          </Menu.Item>
          <Menu.Item leftSection={<IconAbc size={size} />} onClick={onRename}>
            Rename
          </Menu.Item>
          <Menu.Item
            leftSection={shared ? <IconLock size={size} /> : <IconUsers size={size} />}
            onClick={() => void actions.share(report, shared ? 'private' : 'shared')}
          >
            {shared ? 'Make private' : 'Share with everybody here'}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={size} />}
            onClick={() =>
              void actions.discard(report).then((gone) => {
                if (gone) void navigate(url.reports(workspace));
              })
            }
          >
            Move to the trash
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {!editing && (
        <Button leftSection={<IconPencil size={size} />} onClick={onEdit}>
          Edit
        </Button>
      )}
    </>
  );
}
