import type { LiveEvent } from '#contract/live.ts';
import type { Query, QueryClient } from '@tanstack/react-query';
import { isAffected } from './affected-queries.model.ts';

const tickMs = 200;
/** At the soonest this long after the last answer an operation is asked again, in milliseconds. */
const curvePaceMs = 200;
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
  const { operationId } = toAsked(query);
  return operationId.startsWith('metrics.') || operationId === 'runs.get' ? curvePaceMs : listPaceMs;
}
