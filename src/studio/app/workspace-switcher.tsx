import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconLayoutGrid, IconPlus, IconSelector } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useWorkspaces } from '../query/use-workspaces.ts';
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
  const name = all.find((each) => each.slug === workspace)?.name ?? workspace;
  return (
    <Menu position="bottom-start" width={260} shadow="md" withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={classes['button']}
          data-narrow={narrow}
          aria-label={`Workspace ${name}. Switch`}
        >
          <WorkspaceMark slug={workspace} name={name} />
          <span className={classes['name']}>{name}</span>
          <IconSelector size={16} className={classes['arrows']} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes['menu']}>
        <Menu.Label>Workspaces</Menu.Label>
        {all.map((each) => (
          <Menu.Item
            key={each.slug}
            component={Link}
            to={url.workspace(each.slug)}
            leftSection={<WorkspaceMark slug={each.slug} name={each.name} />}
            rightSection={each.slug === workspace ? <IconCheck size={16} aria-label="current" /> : undefined}
          >
            {each.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to={url.home()} leftSection={<IconLayoutGrid size={16} />}>
          All workspaces
        </Menu.Item>
        <Menu.Item component={Link} to={url.home({ create: true })} leftSection={<IconPlus size={16} />}>
          Create workspace
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
