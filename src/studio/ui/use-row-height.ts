import { useSyncExternalStore } from 'react';
import { usePreferences } from '#studio/preferences/preferences.store.ts';

const coarse = window.matchMedia('(pointer: coarse)');

/** Height of a table row in pixels, as `--row` of the tokens has it: virtual rows are placed by numbers. */
export function useRowHeight(): number {
  const density = usePreferences((state) => state.density);
  const touch = useSyncExternalStore(watch, () => coarse.matches);
  if (touch) return 44;
  return density === 'compact' ? 32 : 40;
}

function watch(changed: () => void): () => void {
  coarse.addEventListener('change', changed);
  return () => coarse.removeEventListener('change', changed);
}
