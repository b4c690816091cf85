import { expect, it } from 'vitest';
import type { LiveEvent } from '#contract/live.ts';
import { createRunMemory } from './run-memory.ts';

const metrics: LiveEvent = { kind: 'metrics', runId: 'r', experimentId: '1', keys: ['loss'], more: false };
const artifacts: LiveEvent = { kind: 'artifacts', runId: 'r' };
const created: LiveEvent = { kind: 'run', runId: 'r', experimentId: '1', change: 'created' };

it.each<readonly [what: string, ageMs: number, events: readonly LiveEvent[], reads: number]>([
  ['nothing happened', 9999, [], 1],
  ['files came', 9999, [artifacts], 1],
  ['values came just now', 1999, [metrics], 1],
  ['values came a while ago', 2000, [metrics], 2],
  ['a run came', 0, [created], 2],
  ['another server may have written', 10_000, [], 2],
])('an answer is read again only when it may be another: %s', async (_what, ageMs, events, reads) => {
  let nowMs = 1000;
  let read = 0;
  const memory = createRunMemory<number>(() => nowMs, 4);
  const ask = (since: readonly LiveEvent[]) =>
    memory.get(
      'key',
      (position) => ({ events: position === undefined ? [] : since, position: 0 }),
      async () => (read += 1),
    );
  await ask([]);
  nowMs += ageMs;
  expect(await ask(events)).toBe(reads);
});
