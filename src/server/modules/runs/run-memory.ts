import type { LiveEvent } from '#contract/live.ts';

/** How long an answer may leave out new metric values, in milliseconds: while runs log, they come all the time. */
const staleMs = 2000;
/** How long one is kept at all, in milliseconds: changes by another server on the same database are not told here. */
const keptMs = 10_000;

interface Known<T> {
  readonly value: Promise<T>;
  readonly position: number;
  readonly atMs: number;
}

interface Changes {
  readonly events: readonly LiveEvent[];
  readonly position: number;
}

/** What happened in the workspace since; without a position, where it stands now. */
export type ChangesAfter = (position: number | undefined) => Changes;

/** Remembers the latest things that searches found, until something changed that they may depend on. */
export function createRunMemory<T>(nowMs: () => number, remembered: number) {
  const memory = new Map<string, Known<T>>();

  function isCurrent(known: Known<T>, changesAfter: ChangesAfter): boolean {
    const { events } = changesAfter(known.position);
    const ageMs = nowMs() - known.atMs;
    if (ageMs >= keptMs) return false;
    const isFresh = ageMs < staleMs;
    return events.every(({ kind }) => kind === 'artifacts' || (kind === 'metrics' && isFresh));
  }

  return {
    /** @param read asks the database */
    async get(key: string, changesAfter: ChangesAfter, read: () => Promise<T>): Promise<T> {
      const known = memory.get(key);
      memory.delete(key);
      if (known !== undefined && isCurrent(known, changesAfter)) {
        memory.set(key, known);
        return known.value;
      }
      // Taken before the reading begins: what changes meanwhile is not in it for sure.
      const { position } = changesAfter(undefined);
      const value = read();
      memory.set(key, { value, position, atMs: nowMs() });
      const [oldest] = memory.keys();
      if (memory.size > remembered && oldest !== undefined) memory.delete(oldest);
      value.catch(() => memory.delete(key));
      return value;
    },
  };
}

/** Remembers an answer for a time, whatever happens. */
export function createTimedMemory<T>(nowMs: () => number, keptMs: number) {
  const memory = new Map<string, { readonly value: Promise<T>; readonly atMs: number }>();
  return {
    async get(key: string, read: () => Promise<T>): Promise<T> {
      for (const [other, { atMs }] of memory) if (nowMs() - atMs >= keptMs) memory.delete(other);
      const known = memory.get(key);
      if (known !== undefined) return known.value;
      const value = read();
      memory.set(key, { value, atMs: nowMs() });
      value.catch(() => memory.delete(key));
      return value;
    },
  };
}

/** A search as text. JSON alone has no infinities, which a filter may name. */
export function keyOfSearch(search: object): string {
  return JSON.stringify(search, (_key, value: unknown) =>
    typeof value === 'number' ? String(value) : value,
  );
}
