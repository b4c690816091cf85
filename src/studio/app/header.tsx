import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { KeyHint } from '../ui/key-hint.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';
import classes from './header.module.css';
import { LiveSign } from './live-sign.tsx';
import { PersonMenu } from './person-menu.tsx';
import { RunningNow } from './running-now.tsx';
import { openOverlay } from './shell.store.ts';
import { ThemeSwitch } from './theme-switch.tsx';
import { WorkspaceSwitcher } from './workspace-switcher.tsx';

/** Where one is, what runs right now, and the way to everything. */
export function Header({ workspace }: { readonly workspace: string }) {
  const openPalette = (): void => openOverlay('palette');
  return (
    <header className={classes['header']}>
      <div className={classes['phone-switcher']}>
        <WorkspaceSwitcher workspace={workspace} narrow={false} />
      </div>
      <Breadcrumbs />
      <div className={classes['tools']}>
        <LiveSign />
        <RunningNow />
        <UnstyledButton className={classes['search']} onClick={openPalette}>
          <IconSearch size={15} aria-hidden="true" />
          <span>Find anything</span>
          <KeyHint keys="mod+k" />
        </UnstyledButton>
        <Tooltip label="Find anything">
          <ActionIcon className={classes['search-small']} aria-label="Find anything" onClick={openPalette}>
            <IconSearch size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <ThemeSwitch />
        <PersonMenu />
      </div>
    </header>
  );
}
