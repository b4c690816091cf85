import { getWorkspace } from '#contract/workspaces.ts';
import { UnstyledButton } from '@mantine/core';
import { IconLayoutGrid, IconPlus, IconSelector } from '@tabler/icons-react';
import { useOperation } from '../query/operation-query.ts';
import { useWorkspaces } from '../query/use-workspaces.ts';
import { PopList } from '../ui/pop-list.tsx';
import { url } from './url.ts';
import { WorkspaceMark } from './workspace-mark.tsx';
import classes from './workspace-switcher.module.css';

interface WorkspaceSwitcherProps {
  readonly workspace: string;
  readonly narrow: boolean;
}

/** Which workspace the rail speaks of, and the way to the others. */
export function WorkspaceSwitcher({ workspace, narrow }: WorkspaceSwitcherProps) {
  const { data } = useWorkspaces();
  const all = data?.workspaces ?? [];
  const listed = all.find((each) => each.slug === workspace);
  // An archived workspace is in no list, but has its name.
  const { data: alone } = useOperation(
    getWorkspace,
    { params: { workspace } },
    { enabled: data !== undefined && listed === undefined },
  );
  const name = listed?.name ?? alone?.name ?? workspace;
  return (
    <PopList
      label="Workspaces"
      position="bottom-start"
      target={
        <UnstyledButton
          className={classes['button']}
          data-narrow={narrow}
          aria-label={`Workspace ${name}. Switch`}
        >
          <WorkspaceMark slug={workspace} name={name} />
          <span className={classes['name']}>{name}</span>
          <IconSelector size={16} className={classes['arrows']} aria-hidden="true" />
        </UnstyledButton>
      }
      groups={[
        {
          title: 'Workspaces',
          items: all.map((each) => ({
            label: each.name,
            to: url.workspace(each.slug),
            icon: <WorkspaceMark slug={each.slug} name={each.name} />,
            current: each.slug === workspace,
          })),
        },
        {
          items: [
            { label: 'All workspaces', to: url.home(), icon: <IconLayoutGrid size={16} /> },
            { label: 'Create workspace', to: url.home({ create: true }), icon: <IconPlus size={16} /> },
          ],
        },
      ]}
    />
  );
}
