import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addToCounter, probeMigrations, queryLong, readCounterLong } from '../probe.ts';
import { openSqlite } from './open-sqlite.ts';

const folder = await mkdtemp(join(tmpdir(), 'atelier-reader-'));
const context = { actor: { personId: 'ada', name: 'Ada', via: 'cli' }, nowMs: 1 } as const;

afterAll(() => rm(folder, { recursive: true, force: true }));

const open = () =>
  openSqlite({
    path: join(folder, 'atelier.db'),
    migrations: probeMigrations,
    worker: new URL('./probe.worker.ts', import.meta.url),
    readers: 1,
    heapMib: 32,
  });

/** 160 MB of text. */
const tooMuch = {
  sql: `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
        SELECT hex(zeroblob(200000)) || i AS "text" FROM n`,
};

test('a read that outgrows its memory fails alone: later ones are answered, and closing still works', async () => {
  const database = await open();
  await database.write(addToCounter, { name: 'a', by: 3 }, context);
  for (const _round of [1, 2]) {
    await expect(database.read(queryLong, tooMuch)).rejects.toMatchObject({ code: 'too-large' });
    expect(await database.read(readCounterLong, 'a')).toBe(3);
  }
  await expect(database.read(queryLong, tooMuch)).rejects.toMatchObject({ code: 'too-large' });
  expect(await database.write(addToCounter, { name: 'a', by: 1 }, context)).toBe(4);
  await database.close();
  const again = await open();
  expect(await again.read(readCounterLong, 'a')).toBe(4);
  await again.close();
}, 60_000);
