import { DatabaseSync } from 'node:sqlite';
import { Problem } from '#contract/problem.ts';
import { performWrite } from '#server/ports/perform-write.ts';
import { expect, test } from 'vitest';
import { addToCounter, type Cell, insertCell, probeMigrations, readCounter } from '../probe.ts';
import { createNodeEngine } from '../sqlite/node-engine.ts';
import { migrate } from './migrate.ts';
import { readSnapshot, writeGroup } from './sync-database.ts';

const context = { actor: { personId: 'ada', name: 'Ada', via: 'cli' }, nowMs: 1 } as const;

test('a full disk fails what does not fit, not its neighbours, and reading goes on', () => {
  const engine = createNodeEngine(new DatabaseSync(':memory:'));
  migrate(engine, probeMigrations, 0);
  const add = (name: string) => () => performWrite(addToCounter, { name, by: 1 }, context);
  const large: Cell = { label: 'large', whole: null, fraction: null, bytes: new Uint8Array(1_000_000) };
  // A database that may not grow is what a full disk is to SQLite.
  const [pages] = engine.query('PRAGMA page_count', []);
  engine.execute(`PRAGMA max_page_count = ${Number(pages?.['page_count']) + 5}`);

  const outcomes = writeGroup(engine, [
    add('before'),
    () => performWrite(insertCell, large, context),
    add('after'),
  ]);

  expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false, true]);
  const [, failed] = outcomes;
  expect(failed).toMatchObject({ error: { code: 'storage-full' } });
  expect(failed?.ok === false && failed.error).toBeInstanceOf(Problem);
  expect(readSnapshot(engine, readCounter, 'before')).toBe(1);
  expect(readSnapshot(engine, readCounter, 'after')).toBe(1);
  expect(engine.query('SELECT COUNT(*) AS n FROM cell', [])).toMatchObject([{ n: 0 }]);
});
