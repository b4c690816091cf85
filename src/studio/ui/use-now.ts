import { useSyncExternalStore } from 'react';

const tickMs = 1000;
const listeners = new Set<() => void>();
let nowMs = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** The time for "ago" texts, in milliseconds, the same for all of the screen; moves once a second. */
export function useNow(): number {
  return useSyncExternalStore(listen, () => nowMs);
}

function listen(changed: () => void): () => void {
  listeners.add(changed);
  timer ??= setInterval(tick, tickMs);
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  nowMs = Date.now();
  for (const listener of listeners) listener();
}
