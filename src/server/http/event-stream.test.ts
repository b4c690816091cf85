import { expect, test } from 'vitest';
import { streamEvents } from './event-stream.ts';

test('nothing is taken while the reader has not read, nor after it has gone', async () => {
  let taken = 0;
  let unlistened = false;
  const response = streamEvents({
    clock: { nowMs: () => 0, sleep: async () => undefined },
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
