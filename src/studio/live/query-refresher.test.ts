import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createQueryRefresher } from './query-refresher.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watch(queries: QueryClient, operationId: string, answerMs: number) {
  let asked = 0;
  const observer = new QueryObserver(queries, {
    queryKey: [operationId, {}],
    queryFn: async () => {
      asked += 1;
      await new Promise((resolve) => {
        setTimeout(resolve, answerMs);
      });
      return asked;
    },
  });
  const stop = observer.subscribe(() => undefined);
  return { asked: () => asked, stop };
}

const storm = async (apply: () => void, ms: number) => {
  for (let at = 0; at < ms; at += 100) {
    apply();
    await vi.advanceTimersByTimeAsync(100);
  }
};

test('a storm of events asks a list about once a second, and once more after the last', async () => {
  const queries = new QueryClient();
  const list = watch(queries, 'runs.search', 50);
  await vi.advanceTimersByTimeAsync(5000);
  const refresher = createQueryRefresher(queries, () => Date.now());
  await storm(() => refresher.apply([{ kind: 'resync' }]), 3000);
  expect(list.asked()).toBeGreaterThanOrEqual(3);
  expect(list.asked()).toBeLessThanOrEqual(5);
  const before = list.asked();
  await vi.advanceTimersByTimeAsync(5000);
  expect(list.asked()).toBe(before + 1);
  refresher.stop();
  list.stop();
});

test('a slow answer is waited for, never cancelled, and then asked for again', async () => {
  const queries = new QueryClient();
  const slow = watch(queries, 'runs.search', 2000);
  const refresher = createQueryRefresher(queries, () => Date.now());
  await storm(() => refresher.apply([{ kind: 'resync' }]), 1900);
  expect(slow.asked()).toBe(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(slow.asked()).toBe(2);
  refresher.stop();
  slow.stop();
});

test('after a gap, rows of a table stay as they are, and those that could not be had are asked for again', async () => {
  const queries = new QueryClient();
  const rows = watch(queries, 'table window', 1);
  let failures = 0;
  const failing = new QueryObserver(queries, {
    queryKey: ['table window', 'next'],
    retry: false,
    queryFn: async () => {
      failures += 1;
      return Promise.reject(new Error('cut'));
    },
  });
  const stop = failing.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(5000);
  const refresher = createQueryRefresher(queries, () => Date.now());
  refresher.apply([{ kind: 'workspace' }]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(failures).toBe(1);
  refresher.apply([{ kind: 'resync' }]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(failures).toBe(2);
  expect(rows.asked()).toBe(1);
  expect(queries.getQueryState(['table window', {}])?.isInvalidated).toBe(false);
  refresher.stop();
  rows.stop();
  stop();
});

test('what is not on screen is only marked as old', async () => {
  const queries = new QueryClient();
  const hidden = watch(queries, 'runs.search', 1);
  await vi.advanceTimersByTimeAsync(10);
  hidden.stop();
  const refresher = createQueryRefresher(queries, () => Date.now());
  refresher.apply([{ kind: 'resync' }]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(hidden.asked()).toBe(1);
  expect(queries.getQueryState(['runs.search', {}])?.isInvalidated).toBe(true);
  refresher.stop();
});
