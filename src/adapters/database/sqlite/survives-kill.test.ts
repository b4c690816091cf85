import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { afterAll, expect, test } from 'vitest';
import { probeMigrations, query } from '../probe.ts';
import { openSqlite } from './open-sqlite.ts';

const folder = await mkdtemp(join(tmpdir(), 'atelier-kill-'));
const worker = new URL('./probe.worker.ts', import.meta.url);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Sixteen callers add to counters without end; each line that comes out is an acknowledged total. */
const writer = `
  const [openSqliteModule, probeModule, path, worker] = process.argv.slice(2);
  const { openSqlite } = await import(openSqliteModule);
  const { addToCounter, probeMigrations } = await import(probeModule);
  const database = await openSqlite({ path, migrations: probeMigrations, worker: new URL(worker) });
  const context = { actor: { personId: 'ada', name: 'Ada', via: 'cli' }, nowMs: 1 };
  await Promise.all(Array.from({ length: 16 }, async (_, caller) => {
    const name = 'caller-' + caller;
    for (;;) {
      const total = await database.write(addToCounter, { name, by: 1 }, context);
      process.stdout.write(name + ' ' + total + '\\n');
    }
  }));
`;

test('an acknowledged write survives SIGKILL, whole and once', async () => {
  const path = join(folder, 'atelier.db');
  const acknowledged = new Map<string, number>();
  for (let round = 1; round <= 3; round += 1) {
    await writeUntilKilled(path, 400 * round, acknowledged);
    const database = await openSqlite({ path, migrations: probeMigrations, worker });
    const rows = await database.read(query, {
      sql: `SELECT counter.name AS "name", total AS "total", SUM(event_count) AS "audited" FROM counter
            JOIN audit_event ON subject_id = counter.name GROUP BY counter.name, total`,
    });
    await database.close();
    expect(rows).toHaveLength(16);
    for (const { name, total, audited } of rows) {
      const last = acknowledged.get(String(name)) ?? 0;
      // At most one more may have been written: the one whose answer was still on its way.
      expect([last, last + 1]).toContain(total);
      expect(audited).toBe(total);
      acknowledged.set(String(name), Number(total));
    }
  }
}, 60_000);

/** Kills the writer after so many acknowledgements, and keeps the last total of each caller. */
async function writeUntilKilled(
  path: string,
  lines: number,
  acknowledged: Map<string, number>,
): Promise<void> {
  const modules = ['./open-sqlite.ts', '../probe.ts'].map((name) => new URL(name, import.meta.url).href);
  const script = join(folder, 'writer.mjs');
  await writeFile(script, writer);
  const child = spawn(process.execPath, [script, ...modules, path, worker.href], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'close');
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [name = '', total = ''] = line.split(' ');
    acknowledged.set(name, Number(total));
    count += 1;
    if (count === lines) child.kill('SIGKILL');
  }
  await gone;
  expect(child.signalCode).toBe('SIGKILL');
}
