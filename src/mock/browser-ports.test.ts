import { expect, test, vi } from 'vitest';
import { createBrowserClock } from './browser-ports.ts';

test('a sleep leaves no listener behind', async () => {
  const stop = new AbortController();
  const added = vi.spyOn(stop.signal, 'addEventListener');
  const removed = vi.spyOn(stop.signal, 'removeEventListener');
  await createBrowserClock().sleep(0, stop.signal);
  expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
    added.mock.calls.map(([, listener]) => listener),
  );
  expect(added).toHaveBeenCalledOnce();
});

test('a sleep is ended by its signal', async () => {
  const stop = new AbortController();
  const asleep = createBrowserClock().sleep(60_000, stop.signal);
  stop.abort(new Error('enough'));
  await expect(asleep).rejects.toThrow('enough');
});
