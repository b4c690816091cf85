import { toSqliteStatement } from '#adapters/database/sync/migrate.ts';
import { removeHome, startServer } from '#checks/server-process.ts';
import { packPoints } from '#domain/series/point-batch.ts';
import { migrations } from '#server/schema/migrations.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Bench } from '../bench.ts';
import { batchShapes, measureBatches, type Shape, toMetrics } from '../batch-load.ts';

const seconds = 3;
/** With eight clients waiting, the server has at best this many batches for one sync to disk. */
const batchesAtOnce = 8;

/** Batches a second that the driver stores with nothing around it: the bytes, their trail and a sync to disk. */
async function measureDriver(shape: Shape): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'atelier-driver-'));
  const database = new DatabaseSync(join(folder, 'bare.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF');
  for (const statement of migrations.flatMap((each) => each.statements))
    database.exec(toSqliteStatement(statement));
  const batches = Array.from({ length: 64 }, (_each, count) => {
    const points = toMetrics(shape, count).map(({ timestamp, ...metric }) => ({
      ...metric,
      atMs: timestamp,
    }));
    return packPoints(points);
  });
  const perSecond = insertFor(database, batches, shape.keys * shape.steps);
  database.close();
  await rm(folder, { recursive: true, force: true });
  return perSecond;
}

function insertFor(database: DatabaseSync, batches: readonly Uint8Array[], pointCount: number): number {
  const insert = database.prepare('INSERT INTO metric_journal (run, point_count, points) VALUES (?, ?, ?)');
  const trail = database.prepare(`INSERT INTO audit_event
    (workspace_id, at_ms, person_id, actor_name, via, action, subject_kind, subject_id, detail, event_count)
    VALUES (1, ?, 'local', 'Local person', 'mlflow', 'run.log', 'run', ?, '{}', ?)`);
  const startedAt = performance.now();
  let written = 0;
  while (performance.now() - startedAt < seconds * 1000) {
    database.exec('BEGIN IMMEDIATE');
    for (let index = 0; index < batchesAtOnce; index += 1) {
      insert.run(index, pointCount, batches[written % batches.length] ?? null);
      trail.run(written, `run ${index}`, pointCount);
      written += 1;
    }
    database.exec('COMMIT');
  }
  return (written * 1000) / (performance.now() - startedAt);
}

/** What share of the driver's own speed is left once HTTP, JSON, checks and folding are around it. */
export const driver: Bench = {
  name: 'driver',
  async run() {
    const results = [];
    for (const shape of batchShapes) {
      const bare = await measureDriver(shape);
      const ours = await startServer();
      const value = await measureBatches(new URL(ours.url), shape, seconds);
      await ours.stop();
      await removeHome(ours.home);
      const name = `driver: log-batch of 1,000 metrics, ${shape.name}, beside the same bytes inserted by the bare driver`;
      results.push({ name, value, unit: 'batches/s', against: { name: 'node:sqlite', value: bare } });
    }
    return results;
  },
};
