import type { Clock } from '#server/ports/ports.ts';
import { expect, test } from 'vitest';
import { streamEvents } from './event-stream.ts';

/** No time passes, until `stopping` ends every sleep. */
function createClock(stopping: AbortSignal): Clock {
  return {
    nowMs: () => 0,
    sleep: async (ms, signal) =>
      new Promise((resolve, reject) => {
        const both = AbortSignal.any([stopping, ...(signal === undefined ? [] : [signal])]);
        if (both.aborted) reject(new Error('stopped'));
        else if (ms === 0) resolve();
        else both.addEventListener('abort', () => reject(new Error('stopped')));
      }),
  };
}

test('nothing is taken while the reader has not read, nor after it has gone', async () => {
  let taken = 0;
  let unlistened = false;
  const response = streamEvents({
    clock: createClock(new AbortController().signal),
    signal: new AbortController().signal,
    mergeMs: 0,
    listen: () => () => {
      unlistened = true;
    },
    first: { id: '0', data: '[]' },
    take: () => {
      taken += 1;
      return { id: String(taken), data: '[]' };
    },
  });
  const settle = async () =>
    new Promise((resolve) => {
      setImmediate(resolve);
    });
  await settle();
  expect(taken).toBe(0);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (const id of [0, 1, 2]) expect((await reader.read()).value).toContain(`id: ${id}\n`);
  await settle();
  // One more may wait in each of the two streams between us.
  const atRest = taken;
  expect(atRest).toBeLessThan(8);
  await settle();
  expect(taken).toBe(atRest);
  await reader.cancel();
  await settle();
  expect({ taken, unlistened }).toEqual({ taken: atRest, unlistened: true });
});

test('a stream whose reader does not read ends when the clock is stopped', async () => {
  const stopping = new AbortController();
  let unlisten = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    unlisten = resolve;
  });
  const response = streamEvents({
    clock: createClock(stopping.signal),
    signal: new AbortController().signal,
    mergeMs: 0,
    listen: () => unlisten,
    first: { id: '0', data: '[]' },
    take: () => undefined,
  });
  stopping.abort();
  await ended;
  expect(await response.text()).toContain('id: 0\n');
});
