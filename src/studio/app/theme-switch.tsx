import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { usePreferences } from '../preferences/preferences.store.ts';
import { useTheme } from '../preferences/use-theme.ts';
import classes from './theme-switch.module.css';

/** Turns to the other theme. Following the system again is in the settings. */
export function ThemeSwitch() {
  const shown = useTheme();
  const set = usePreferences((state) => state.set);
  const other = shown === 'dark' ? 'light' : 'dark';
  const label = `Use the ${other} theme`;
  return (
    <Tooltip label={label}>
      <ActionIcon className={classes['switch']} aria-label={label} onClick={() => set({ theme: other })}>
        {shown === 'dark' ? <IconSun size={18} stroke={1.6} /> : <IconMoon size={18} stroke={1.6} />}
      </ActionIcon>
    </Tooltip>
  );
}
