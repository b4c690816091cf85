import { openConnection } from '#adapters/database/sqlite/open-connection.ts';
import type { SyncEngine } from '#adapters/database/sync/engine.ts';
import { type StartWork, writeGroup } from '#adapters/database/sync/sync-database.ts';
import { startServer } from '#checks/server-process.ts';
import { packPoints } from '#domain/series/point-batch.ts';
import { foldJournal } from '#server/modules/metrics/fold.queries.ts';
import { logToRun } from '#server/modules/runs/run-log.queries.ts';
import { changeRun, insertRun } from '#server/modules/runs/run-writes.queries.ts';
import type { WriteDefinition } from '#server/ports/database.ts';
import { performWrite } from '#server/ports/perform-write.ts';
import { join } from 'node:path';
import { cachedFolder, schemaVersion } from './cached-folder.ts';
import { manyRuns, type SeedRun, seedRun, type SeedWorld } from './many-runs.ts';

/** A home with `manyRuns`, put in by the very writes that the server makes. */
export async function atelierWithManyRuns(): Promise<string> {
  return atelierWith('atelier-100k-runs', manyRuns);
}

export async function atelierWith(name: string, world: SeedWorld): Promise<string> {
  return cachedFolder(name, `${schemaVersion} ${JSON.stringify(world)} 1`, async (home) => {
    await (await startServer({ home })).stop();
    const engine = openConnection({ path: join(home, 'atelier.db'), mode: 'write', synchronous: 'normal' });
    engine.execute('PRAGMA cache_size = -1000000');
    fill(engine, world);
    engine.close();
  });
}

const runsAtOnce = 1000;

interface Scope {
  readonly workspaceId: number;
  readonly experimentId: number;
}

function fill(engine: SyncEngine, world: SeedWorld): void {
  const [row] = engine.query(`SELECT id, workspace_id FROM experiment ORDER BY id LIMIT 1`, []);
  const scope = { workspaceId: Number(row?.['workspace_id']), experimentId: Number(row?.['id']) };
  for (let from = 0; from < world.runs; from += runsAtOnce) {
    const works = Array.from({ length: runsAtOnce }, (_each, index) =>
      writesOf(seedRun(from + index, world), scope),
    ).flat();
    write(engine, works);
    write(engine, [startOf(foldJournal, { maxPoints: runsAtOnce * world.metrics }, Date.now())]);
  }
}

function write(engine: SyncEngine, works: readonly StartWork<unknown>[]): void {
  const failed = writeGroup(engine, works).find((outcome) => !outcome.ok);
  if (failed !== undefined && !failed.ok) throw failed.error;
}

function writesOf(run: SeedRun, scope: Scope): StartWork<unknown>[] {
  const { runId, name, startedAtMs, endedAtMs, status, params, tags } = run;
  const key = { runId, workspaceId: scope.workspaceId };
  const points = run.metrics.map((metric) => ({ ...metric, step: 1, atMs: startedAtMs + 1000 }));
  const log = { params, tags, points: packPoints(points), pointCount: points.length };
  return [
    startOf(insertRun, { ...scope, runId, name, userId: 'bench', startedAtMs, tags: [] }, startedAtMs),
    startOf(logToRun, { ...key, ...log, modelMetrics: [], single: false }, startedAtMs),
    startOf(changeRun, { ...key, status, endedAtMs }, endedAtMs ?? startedAtMs),
  ];
}

function startOf<I, O>(definition: WriteDefinition<I, O>, input: I, nowMs: number): StartWork<O> {
  return () =>
    performWrite(definition, input, {
      actor: { personId: 'local', name: 'Local person', via: 'mlflow' },
      nowMs,
    });
}
