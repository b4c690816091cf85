import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { databaseSuite } from '../database.suite.ts';
import { probeMigrations } from '../probe.ts';
import { openSqlite } from './open-sqlite.ts';

const folder = await mkdtemp(join(tmpdir(), 'atelier-sqlite-'));
const path = join(folder, 'probe.db');

afterAll(() => rm(folder, { recursive: true, force: true }));

databaseSuite('SQLite in threads', {
  keepsData: true,
  sameThread: false,
  reset: () =>
    Promise.all(['', '-wal', '-shm'].map((end) => rm(path + end, { force: true }))).then(() => undefined),
  open: () =>
    openSqlite({ path, migrations: probeMigrations, worker: new URL('./probe.worker.ts', import.meta.url) }),
});
