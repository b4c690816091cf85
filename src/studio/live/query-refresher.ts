import type { LiveEvent } from '#contract/live.ts';
import type { Query, QueryClient } from '@tanstack/react-query';
import { isAffected } from './affected-queries.model.ts';

const tickMs = 200;
/** At the soonest this long after the last answer an operation is asked again, in milliseconds. */
const curvePaceMs = 200;
/** The more runs an answer speaks of, the more there is to draw anew: so much longer for each, up to a limit. */
const eachRunMs = 40;
const slowestPaceMs = 2000;
const listPaceMs = 1000;

export interface QueryRefresher {
  apply(events: readonly LiveEvent[]): void;
  stop(): void;
}

/**
 * Asks again what events say has changed: at once when the last answer is old, else at the operation's pace, and
 * never while an answer is under way (cancelling it on each event would starve a busy screen).
 */
export function createQueryRefresher(queries: QueryClient, nowMs: () => number): QueryRefresher {
  const waiting = new Set<Query>();
  let timer: ReturnType<typeof setInterval> | undefined;

  function flush(): void {
    for (const query of waiting) {
      if (query.state.fetchStatus === 'fetching') continue;
      if (nowMs() - query.state.dataUpdatedAt < paceOf(query)) continue;
      waiting.delete(query);
      void queries.refetchQueries({ queryKey: query.queryKey, exact: true });
    }
    if (waiting.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }

  return {
    apply(events) {
      const gap = events.some(({ kind }) => kind === 'resync');
      for (const query of queries.getQueryCache().findAll()) {
        const affected = events.some((event) => isAffected(toAsked(query), event));
        if (!affected && !(gap && hasNothing(query))) continue;
        if (query.isActive()) waiting.add(query);
        else query.invalidate();
      }
      timer ??= waiting.size === 0 ? undefined : setInterval(flush, tickMs);
      flush();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
      for (const query of waiting) query.invalidate();
      waiting.clear();
    },
  };
}

/** It failed, perhaps for the same reason that made the gap: whoever asked it, there is nothing to keep as it is. */
function hasNothing({ state }: Query): boolean {
  return state.status === 'error' && state.data === undefined;
}

function toAsked(query: Query): { operationId: string; input: unknown } {
  const [operationId, input] = query.queryKey;
  return { operationId: typeof operationId === 'string' ? operationId : '', input };
}

function paceOf(query: Query): number {
  const { operationId, input } = toAsked(query);
  const usual = operationId.startsWith('metrics.') || operationId === 'runs.get' ? curvePaceMs : listPaceMs;
  return Math.max(usual, Math.min(slowestPaceMs, runsAskedFor(input) * eachRunMs));
}

function runsAskedFor(input: unknown): number {
  if (typeof input !== 'object' || input === null || !('body' in input)) return 0;
  const { body } = input;
  if (typeof body !== 'object' || body === null || !('runIds' in body)) return 0;
  return Array.isArray(body.runIds) ? body.runIds.length : 0;
}
