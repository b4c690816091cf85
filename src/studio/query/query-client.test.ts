import { focusManager, onlineManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { createQueryClient } from './query-client.ts';

afterEach(() => {
  focusManager.setFocused(undefined);
  onlineManager.setOnline(true);
});

test('coming back to the tab or to the network asks nothing again: live events tell what changed', async () => {
  const queries = createQueryClient();
  queries.mount();
  let asked = 0;
  const observer = new QueryObserver(queries, {
    queryKey: ['runs.get', {}],
    staleTime: 0,
    queryFn: () => {
      asked += 1;
      return asked;
    },
  });
  const stop = observer.subscribe(() => undefined);
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe(1));
  focusManager.setFocused(false);
  focusManager.setFocused(true);
  onlineManager.setOnline(false);
  onlineManager.setOnline(true);
  // Both resume paused mutations first, and only then look at the answers.
  await queries.resumePausedMutations();
  await Promise.resolve();
  expect(observer.getCurrentResult().fetchStatus).toBe('idle');
  expect(asked).toBe(1);
  stop();
  queries.unmount();
});
