import type { LiveEvent } from '#contract/live.ts';
import { expect, test } from 'vitest';
import {
  createLiveConnection,
  type EventStream,
  type LiveState,
  reconnectDelayMs,
} from './live-connection.ts';

function start() {
  const opened: { after: number | undefined; stream: EventStream; closed: boolean }[] = [];
  const states: LiveState[] = [];
  const events: LiveEvent[] = [];
  const waiting: { work: () => void; ms: number; off: boolean }[] = [];
  const connection = createLiveConnection({
    open(after) {
      const entry = { after, closed: false };
      const stream: EventStream = {
        onopen: null,
        onmessage: null,
        onerror: null,
        close: () => Object.assign(opened.find((each) => each.stream === stream) ?? {}, { closed: true }),
      };
      opened.push({ ...entry, stream });
      return stream;
    },
    onEvents: (list) => events.push(...list),
    onState: (state) => states.push(state),
    later(work, ms) {
      const entry = { work, ms, off: false };
      waiting.push(entry);
      return () => Object.assign(entry, { off: true });
    },
  });
  const last = () => opened.at(-1)!.stream;
  return {
    connection,
    opened,
    states,
    events,
    waiting,
    open: () => last().onopen?.(new Event('open')),
    say: (data: string, lastEventId: string) =>
      last().onmessage?.(new MessageEvent('message', { data, lastEventId })),
    fail: () => last().onerror?.(new Event('error')),
    retry: () => waiting.findLast((each) => !each.off)?.work(),
  };
}

test('after a break it goes on behind the last event seen', () => {
  const it = start();
  it.open();
  it.say('[{"kind":"workspace"}]', '41');
  it.fail();
  it.retry();
  it.open();
  expect(it.opened.map((each) => each.after)).toEqual([undefined, 41]);
  expect(it.events).toEqual([{ kind: 'workspace' }]);
  expect(it.states).toEqual(['connecting', 'live', 'reconnecting', 'live']);
});

test('each failure waits longer, and the third is called offline', () => {
  const it = start();
  for (const _attempt of [1, 2, 3, 4]) {
    it.fail();
    it.retry();
  }
  expect(it.waiting.map((each) => each.ms)).toEqual([500, 1000, 2000, 4000]);
  expect(it.states).toEqual(['connecting', 'reconnecting', 'reconnecting', 'offline', 'offline']);
  expect(reconnectDelayMs(20)).toBe(15_000);
});

test('while paused there is no stream and no attempt; resuming catches up', () => {
  const it = start();
  it.open();
  it.say('[]', '7');
  it.fail();
  it.connection.pause();
  expect(it.opened.every((each) => each.closed)).toBe(true);
  expect(it.waiting.every((each) => each.off)).toBe(true);
  it.connection.resume();
  it.connection.resume();
  expect(it.opened.map((each) => each.after)).toEqual([undefined, 7]);
});

test('an idle stream, cut, goes on behind the id that it was given at its start', () => {
  const it = start();
  it.open();
  it.say('[]', '12');
  it.fail();
  it.retry();
  it.open();
  expect(it.opened.map((each) => each.after)).toEqual([undefined, 12]);
  expect(it.events).toEqual([]);
});

test.each<[string, (it: ReturnType<typeof start>) => void]>([
  [
    'cut',
    (it) => {
      it.open();
      it.fail();
      it.retry();
    },
  ],
  [
    'paused',
    (it) => {
      it.open();
      it.connection.pause();
      it.connection.resume();
    },
  ],
  [
    'paused before it was open',
    (it) => {
      it.connection.pause();
      it.connection.resume();
    },
  ],
])('%s before any id came: everything is looked at again, once the new stream is there', (_title, leave) => {
  const it = start();
  leave(it);
  expect(it.opened.map((each) => each.after)).toEqual([undefined, undefined]);
  expect(it.events).toEqual([]);
  it.open();
  expect(it.events).toEqual([{ kind: 'resync' }]);
});

test.each(['nonsense', '{"kind":"run"}', '[{"kind":"unheard of"}]'])(
  '%s means: look at everything again',
  (data) => {
    const it = start();
    it.say(data, '3');
    expect(it.events).toEqual([{ kind: 'resync' }]);
  },
);
