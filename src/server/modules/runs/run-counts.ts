import type { LiveEvent } from '#contract/live.ts';

/** How long a count may leave out new metric values, in milliseconds: while runs log, they come all the time. */
const staleMs = 2000;
const remembered = 64;

interface Counted {
  readonly count: Promise<number>;
  readonly position: number;
  readonly atMs: number;
}

interface Changes {
  readonly events: readonly LiveEvent[];
  readonly position: number;
}

/** What happened in the workspace since; without a position, where it stands now. */
export type ChangesAfter = (position: number | undefined) => Changes;

/** Remembers counts of runs until something changed that they may depend on. */
export function createRunCounts(nowMs: () => number) {
  const counts = new Map<string, Counted>();

  function isCurrent(known: Counted, changesAfter: ChangesAfter): boolean {
    const { events } = changesAfter(known.position);
    const isFresh = nowMs() - known.atMs < staleMs;
    return events.every(({ kind }) => kind === 'artifacts' || (kind === 'metrics' && isFresh));
  }

  return {
    /** @param read counts them in the database */
    async get(key: string, changesAfter: ChangesAfter, read: () => Promise<number>): Promise<number> {
      const known = counts.get(key);
      counts.delete(key);
      if (known !== undefined && isCurrent(known, changesAfter)) {
        counts.set(key, known);
        return known.count;
      }
      // Taken before the count begins: what changes meanwhile is not in it for sure.
      const { position } = changesAfter(undefined);
      const count = read();
      counts.set(key, { count, position, atMs: nowMs() });
      const [oldest] = counts.keys();
      if (counts.size > remembered && oldest !== undefined) counts.delete(oldest);
      count.catch(() => counts.delete(key));
      return count;
    },
  };
}
