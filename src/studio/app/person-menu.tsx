import { ActionIcon } from '@mantine/core';
import { IconKeyboard, IconMoon, IconSettings, IconSun, IconUser } from '@tabler/icons-react';
import { usePreferences } from '../preferences/preferences.store.ts';
import { useTheme } from '../preferences/use-theme.ts';
import { PopList } from '../ui/pop-list.tsx';
import { openOverlay } from './shell.store.ts';
import { url } from './url.ts';

/** The person at the keyboard, and what is theirs alone. Until signing in exists that is the local person. */
export function PersonMenu() {
  const other = useTheme() === 'dark' ? 'light' : 'dark';
  const set = usePreferences((state) => state.set);
  const themeIcon = other === 'dark' ? <IconMoon size={16} /> : <IconSun size={16} />;
  return (
    <PopList
      label="You"
      position="bottom-end"
      target={
        <ActionIcon aria-label="You: local person" title="You">
          <IconUser size={18} stroke={1.6} />
        </ActionIcon>
      }
      groups={[
        {
          title: 'Local person, owner of every workspace',
          items: [
            { label: 'Your settings', to: url.settings(), icon: <IconSettings size={16} /> },
            { label: `Use the ${other} theme`, run: () => set({ theme: other }), icon: themeIcon },
            {
              label: 'Keys of this screen',
              run: () => openOverlay('keys'),
              icon: <IconKeyboard size={16} />,
            },
          ],
        },
      ]}
    />
  );
}
