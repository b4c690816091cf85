import { useSyncExternalStore } from 'react';
import { usePreferences } from './preferences.store.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** The theme on screen: the person's choice, or the system's. */
export function useTheme(): 'light' | 'dark' {
  const chosen = usePreferences((state) => state.theme);
  const systemDark = useSyncExternalStore(watchSystem, () => dark.matches);
  if (chosen !== 'system') return chosen;
  return systemDark ? 'dark' : 'light';
}

function watchSystem(changed: () => void): () => void {
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
}
