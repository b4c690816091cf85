import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Migration } from '#server/ports/migration.ts';
import { migrations } from '#server/schema/migrations.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { probeMigrations } from '../probe.ts';
import { prepareFile } from './prepare-file.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atelier-prepare-'));
  path = join(folder, 'atelier.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const second: Migration = {
  version: 2,
  name: 'second',
  statements: ['ALTER TABLE counter ADD COLUMN note TEXT', `UPDATE counter SET note = 'kept'`],
};

function withDatabase<T>(action: (database: DatabaseSync) => T, file = path): T {
  const database = new DatabaseSync(file);
  try {
    return action(database);
  } finally {
    database.close();
  }
}

/** Twenty thousand counters: enough pages that some are neither the first nor the last. */
function fill(): void {
  prepareFile(path, probeMigrations);
  withDatabase((database) =>
    database.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO counter (name, total) SELECT 'counter number ' || i, i FROM n`),
  );
}

async function fingerprint(): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

describe('a file that is well', () => {
  test('is made, and opened again as it is', async () => {
    prepareFile(path, migrations);
    const before = await fingerprint();
    expect(prepareFile(path, migrations)).toEqual({ fullyChecked: true });
    expect(await fingerprint()).toBe(before);
    expect(await readdir(folder)).toEqual(['atelier.db']);
  });

  test('is copied before the schema changes', async () => {
    fill();
    prepareFile(path, [...probeMigrations, second]);
    const count = (database: DatabaseSync) =>
      database.prepare(`SELECT COUNT(*) AS n FROM counter`).get()?.['n'];
    expect(withDatabase(count)).toBe(20_000);
    expect(withDatabase(count, `${path}.before-schema-2`)).toBe(20_000);
    expect(
      withDatabase((database) => database.prepare(`SELECT DISTINCT note FROM counter`).all()),
    ).toMatchObject([{ note: 'kept' }]);
    expect((await readdir(folder)).toSorted()).toEqual(['atelier.db', 'atelier.db.before-schema-2']);
  });

  test('keeps its old schema when a migration fails half-way, and can be migrated later', () => {
    fill();
    const broken: Migration = {
      ...second,
      statements: [...second.statements, 'INSERT INTO nowhere VALUES (1)'],
    };
    expect(() => prepareFile(path, [...probeMigrations, broken])).toThrow(/nowhere/);
    const columns = () =>
      withDatabase(
        (database) => database.prepare(`SELECT name FROM pragma_table_info('counter')`).all().length,
      );
    expect(columns()).toBe(2);
    prepareFile(path, [...probeMigrations, second]);
    expect(columns()).toBe(3);
  });
});

test('a checkpoint that was cut short is no damage', async () => {
  prepareFile(path, probeMigrations);
  const writer = new DatabaseSync(path);
  writer.exec(`INSERT INTO cell (label, bytes) VALUES ('large', zeroblob(1000000))`);
  const short = await readFile(path);
  const log = await readFile(`${path}-wal`);
  writer.close();
  // The first page is already the new one, with the new size; the rest is still in the log alone.
  (await readFile(path)).copy(short, 0, 0, 4096);
  await writeFile(path, short);
  await writeFile(`${path}-wal`, log);
  prepareFile(path, probeMigrations);
  const read = (database: DatabaseSync) => database.prepare('SELECT length(bytes) AS n FROM cell').all();
  expect(withDatabase(read)).toMatchObject([{ n: 1_000_000 }]);
});

describe('a file that is refused is left as it was', () => {
  test.each([
    [
      'written by a newer version',
      /newer Atelier \(schema version 2; this one knows 1\)/,
      async () => {
        fill();
        prepareFile(path, [...probeMigrations, second]);
      },
    ],
    [
      'with tables of other software',
      /Atelier did not make/,
      async () => {
        withDatabase((database) => database.exec('CREATE TABLE recipe (id INTEGER PRIMARY KEY)'));
      },
    ],
    [
      'that is no database',
      /not an SQLite database/,
      async () => {
        await writeFile(path, 'Dear diary, '.repeat(1000));
      },
    ],
    [
      'shorter than a header',
      /not an SQLite database/,
      async () => {
        await writeFile(path, 'SQLite');
      },
    ],
    [
      'that is cut',
      /it is cut/,
      async () => {
        fill();
        await truncate(path, (await readFile(path)).length - 10_000);
      },
    ],
    [
      'with a scribbled page',
      /is damaged/,
      async () => {
        fill();
        const content = await readFile(path);
        content.fill(0xa5, 40 * 4096, 41 * 4096);
        await writeFile(path, content);
      },
    ],
    [
      'with a scribbled first page',
      /is damaged/,
      async () => {
        fill();
        const content = await readFile(path);
        content.fill(0xa5, 100, 4096);
        await writeFile(path, content);
      },
    ],
    [
      'emptied beside its log',
      /empty beside a write-ahead log/,
      async () => {
        await writeFile(path, '');
        await writeFile(`${path}-wal`, 'something');
      },
    ],
  ])('one %s', async (_name, message, arrange) => {
    await arrange();
    const before = await fingerprint();
    expect(() => prepareFile(path, probeMigrations)).toThrow(message);
    expect(await fingerprint()).toBe(before);
    expect(() => prepareFile(path, probeMigrations)).toThrow(expect.objectContaining({ name: 'Problem' }));
  });
});
