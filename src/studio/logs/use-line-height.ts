import { useSyncExternalStore } from 'react';

const coarse = window.matchMedia('(pointer: coarse)');

/** Height of a line of a log in pixels: taller where fingers choose lines. */
export function useLineHeight(): number {
  return useSyncExternalStore(watch, () => coarse.matches) ? 28 : 20;
}

function watch(changed: () => void): () => void {
  coarse.addEventListener('change', changed);
  return () => coarse.removeEventListener('change', changed);
}
