import { DatabaseSync } from 'node:sqlite';
import { Problem } from '#contract/problem.ts';
import { afterEach, expect, test } from 'vitest';
import { linkOf } from '../browser/message-end.ts';
import { addToCounter, probeDefinitions, probeMigrations, readCounter } from '../probe.ts';
import { createNodeEngine } from '../sqlite/node-engine.ts';
import { migrate } from '../sync/migrate.ts';
import type { FromThread, ToThread } from './messages.ts';
import { createRemoteDatabase } from './remote-database.ts';
import { serveDatabase } from './serve-database.ts';
import { transferableBuffers } from './transferable-buffers.ts';

const context = { actor: { personId: 'ada', name: 'Ada', via: 'cli' }, nowMs: 1 } as const;
const ports: MessagePort[] = [];

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

function connect() {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const groups: number[] = [];
  const engine = createNodeEngine(new DatabaseSync(':memory:'));
  migrate(engine, probeMigrations, 0);
  const onWritten = (count: number) => groups.push(count);
  const serve = () =>
    serveDatabase(linkOf<FromThread, ToThread>(port1), { engine, definitions: probeDefinitions, onWritten });
  return { remote: createRemoteDatabase(linkOf<ToThread, FromThread>(port2)), serve, groups };
}

test('writes asked together are committed together, and a crowd in parts', async () => {
  const { remote, serve, groups } = connect();
  serve();
  await remote.ready;
  await Promise.all(
    Array.from({ length: 600 }, () => remote.write(addToCounter, { name: 'a', by: 1 }, context)),
  );
  expect(groups).toEqual([256, 256, 88]);
});

test('reads and writes of one batch keep their order', async () => {
  const { remote, serve } = connect();
  serve();
  const add = () => remote.write(addToCounter, { name: 'a', by: 1 }, context);
  const read = () => remote.read(readCounter, 'a');
  expect(await Promise.all([read(), add(), add(), read(), add(), read()])).toEqual([0, 1, 2, 2, 3, 3]);
  expect(remote.pending()).toBe(0);
});

test('a definition the thread does not know is refused by name', async () => {
  const { remote, serve } = connect();
  serve();
  const ask = [
    remote.read({ ...readCounter, name: 'probe.renamed' }, 'a'),
    remote.write({ ...addToCounter, name: 'probe.gone' }, { name: 'a', by: 1 }, context),
  ];
  const outcomes = await Promise.allSettled(ask);
  expect(outcomes).toMatchObject([
    { reason: { message: 'There is no read named "probe.renamed".' } },
    { reason: { message: 'There is no write named "probe.gone".' } },
  ]);
});

test('when the thread is gone, what waits fails, and so does what comes', async () => {
  const { remote } = connect();
  const waiting = [remote.read(readCounter, 'a'), remote.ready, remote.read(readCounter, 'b')];
  remote.fail(new Problem('unavailable', 'gone'));
  remote.fail(new Problem('internal', 'later'));
  for (const each of [...waiting, remote.read(readCounter, 'c'), remote.close()]) {
    await expect(each).rejects.toMatchObject({ code: 'unavailable', message: 'gone' });
  }
});

test('large whole buffers are handed over once, small ones and parts are copied', () => {
  const large = new Uint8Array(100_000);
  const rows = [{ points: large, again: large }, { points: new Uint8Array(10) }];
  const part = large.subarray(1);
  expect(transferableBuffers([{ rows }, [part], null, 'text', 5n])).toEqual([large.buffer]);
  expect(transferableBuffers([[part]])).toEqual([]);
});
