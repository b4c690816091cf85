import { ActionIcon, Menu } from '@mantine/core';
import { IconKeyboard, IconMoon, IconSettings, IconSun, IconUser } from '@tabler/icons-react';
import { Link } from 'react-router';
import { usePreferences } from '../preferences/preferences.store.ts';
import { useTheme } from '../preferences/use-theme.ts';
import { openOverlay } from './shell.store.ts';
import { url } from './url.ts';

/** The person at the keyboard, and what is theirs alone. Until signing in exists that is the local person. */
export function PersonMenu() {
  const shown = useTheme();
  const set = usePreferences((state) => state.set);
  const other = shown === 'dark' ? 'light' : 'dark';
  return (
    <Menu position="bottom-end" width={220} shadow="md">
      <Menu.Target>
        <ActionIcon aria-label="You: local person">
          <IconUser size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Local person, owner everywhere</Menu.Label>
        <Menu.Item component={Link} to={url.settings()} leftSection={<IconSettings size={16} />}>
          Your settings
        </Menu.Item>
        <Menu.Item
          leftSection={other === 'dark' ? <IconMoon size={16} /> : <IconSun size={16} />}
          onClick={() => set({ theme: other })}
        >
          Use the {other} theme
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={() => openOverlay('keys')}>
          Keys of this screen
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
