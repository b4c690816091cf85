import { useSyncExternalStore } from 'react';
import { usePreferences } from '#studio/preferences/preferences.store.ts';

const coarse = window.matchMedia('(pointer: coarse)');

/**
 * Height of a table row in pixels, as `--row` of the tokens has it: virtual rows are placed by numbers.
 * @param own of this table; absent: what the person prefers for all
 */
export function useRowHeight(own?: 'compact' | 'comfortable'): number {
  const preferred = usePreferences((state) => state.density);
  const density = own ?? preferred;
  const touch = useSyncExternalStore(watch, () => coarse.matches);
  if (touch) return 44;
  return density === 'compact' ? 32 : 40;
}

function watch(changed: () => void): () => void {
  coarse.addEventListener('change', changed);
  return () => coarse.removeEventListener('change', changed);
}
