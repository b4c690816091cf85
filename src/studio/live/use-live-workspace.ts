import { watchWorkspace } from '#contract/live.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConnection } from './connection.store.ts';
import { useClient } from '../query/client-context.ts';
import { createLiveConnection } from './live-connection.ts';
import { useLive } from './live.store.ts';
import { createQueryRefresher } from './query-refresher.ts';

/** Watches a workspace while mounted and this tab is looked at, and keeps every answer on screen fresh. */
export function useLiveWorkspace(workspace: string): void {
  const client = useClient();
  const queries = useQueryClient();
  useEffect(() => {
    const refresher = createQueryRefresher(queries, () => Date.now());
    const connection = createLiveConnection({
      open: (after) =>
        new EventSource(
          client.url(watchWorkspace, {
            params: { workspace },
            query: after === undefined ? {} : { after },
          }),
        ),
      onEvents: (events) => refresher.apply(events),
      onState: (state) => useLive.setState({ state }),
      later: (work, ms) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    });
    const followVisibility = (): void => (document.hidden ? connection.pause() : connection.resume());
    // Any answer tells sooner than the next attempt of the stream that the server is back.
    const stopNoting = useConnection.subscribe((now, before) => {
      const isBack = before.lostAtMs !== undefined && now.lostAtMs === undefined;
      if (isBack && !document.hidden) connection.resume();
    });
    followVisibility();
    document.addEventListener('visibilitychange', followVisibility);
    return () => {
      document.removeEventListener('visibilitychange', followVisibility);
      stopNoting();
      connection.close();
      refresher.stop();
      useLive.setState({ state: undefined });
    };
  }, [client, queries, workspace]);
}
