import { useEffect, useId } from 'react';
import { type KeyCommand, type KeyLevel, keyRegistry } from './key-registry.ts';

/**
 * Gives the screen its keys while it is mounted, and lists them in the sheet under `title`.
 * Keys never fire while a field is typed in, except `mod+…` and `Escape`.
 */
export function useKeys(title: string, commands: readonly KeyCommand[], level: KeyLevel = 'screen'): void {
  const id = useId();
  // Every render hands in fresh closures; keeping the latest is one map write.
  useEffect(() => keyRegistry.set(id, { title, level, commands }));
  useEffect(() => () => keyRegistry.remove(id), [id]);
}
