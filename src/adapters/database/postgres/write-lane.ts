export interface WriteLane {
  /** Runs `attempt` when there is room, and again for as long as it fails for reasons that pass. */
  run<T>(attempt: () => Promise<T>): Promise<T>;
}

export interface WriteLaneOptions {
  /** At most so many at once. */
  readonly most: number;
  /** Whether another transaction was in the way. */
  readonly isTransient: (error: unknown) => boolean;
  readonly pause: (ms: number) => Promise<void>;
}

/** After so many attempts the last error is the caller's. */
const mostAttempts = 20;

/** From this attempt on a pause comes first: by now only other servers can be in the way. */
const pausedFromAttempt = 8;
const longestPauseMs = 200;

/** So many successes make room for one more at once. */
const successesForMore = 16;

/**
 * Serializable transactions that touch the same pages make each other fail. The lane therefore halves how many run
 * beside each other at every such failure, down to one, where nothing of this process can fail another; and widens
 * again while all goes well.
 */
export function createWriteLane({ most, isTransient, pause }: WriteLaneOptions): WriteLane {
  const waiting: (() => void)[] = [];
  let allowed = most;
  let inside = 0;

  async function enter(): Promise<void> {
    if (inside < Math.floor(allowed)) {
      inside += 1;
      return;
    }
    const turn = Promise.withResolvers<undefined>();
    waiting.push(() => turn.resolve(undefined));
    await turn.promise;
  }

  /** Who is let in has its place from that moment. */
  function leave(): void {
    inside -= 1;
    while (inside < Math.floor(allowed)) {
      const next = waiting.shift();
      if (next === undefined) return;
      inside += 1;
      next();
    }
  }

  async function tryOnce<T>(
    attempt: () => Promise<T>,
    isLast: boolean,
  ): Promise<{ readonly value: T } | undefined> {
    await enter();
    try {
      const value = await attempt();
      allowed = Math.min(most, allowed + 1 / successesForMore);
      return { value };
    } catch (error) {
      if (!isTransient(error)) throw error;
      allowed = Math.max(1, allowed / 2);
      if (isLast) throw error;
      return undefined;
    } finally {
      leave();
    }
  }

  return {
    async run(attempt) {
      for (let tries = 1; ; tries += 1) {
        const outcome = await tryOnce(attempt, tries === mostAttempts);
        if (outcome !== undefined) return outcome.value;
        if (tries >= pausedFromAttempt)
          await pause(Math.min(longestPauseMs, 2 ** (tries - pausedFromAttempt)));
      }
    },
  };
}
