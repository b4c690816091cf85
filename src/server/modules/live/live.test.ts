import type { LiveEvent } from '#contract/live.ts';
import { createTestServer } from '#server/protocols/mlflow/mlflow-client.suite.ts';
import { expect, test } from 'vitest';
import { createLiveService } from './live.service.ts';

const resync: LiveEvent = { kind: 'resync' };
const changed = (experimentId: string): LiveEvent => ({ kind: 'experiment', experimentId });

test.each([
  ['nothing since', 101, []],
  ['one since', 100, [changed('2')]],
  ['all there is', 99, [changed('1'), changed('2')]],
  ['older than what is remembered', 98, [resync]],
  ['later than what was given out', 102, [resync]],
  ['no number', Number.NaN, [resync]],
])('asked for %s', (_title, after, events) => {
  const live = createLiveService();
  live.startAt(100);
  for (const id of ['1', '2']) live.publish(1, changed(id));
  expect(live.after(1, after)).toEqual({ events, position: 101 });
});

/** Connects, reads the first message, and goes away. */
async function connect(
  send: (path: string, init?: RequestInit) => Promise<Response>,
  headers: HeadersInit = {},
) {
  const response = await send('/api/workspaces/default/events', { headers });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!/data: .*\n\n/.test(text)) text += (await reader.read()).value;
  await reader.cancel();
  const [, id = '', data = ''] = /id: (.*)\ndata: (.*)\n\n/.exec(text) ?? [];
  return { id, events: JSON.parse(data) as unknown };
}

test('whoever heard nothing before the stream broke is told what came in between', async () => {
  const server = await createTestServer();
  const idle = await connect(server.send);
  expect(idle.events).toEqual([]);
  expect((await connect(server.send, { 'last-event-id': idle.id })).events).toEqual([]);
  const runId = await server.createRun();
  const { id, events } = await connect(server.send, { 'last-event-id': idle.id });
  expect(events).toEqual([expect.objectContaining({ kind: 'run', runId })]);
  expect((await connect(server.send, { 'last-event-id': id })).events).toEqual([]);
});

test('an id that is none of ours means: look at everything again', async () => {
  const server = await createTestServer();
  expect((await connect(server.send, { 'last-event-id': 'yesterday' })).events).toEqual([resync]);
});
