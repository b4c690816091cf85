import { openConnection } from '#adapters/database/sqlite/open-connection.ts';
import type { SyncEngine } from '#adapters/database/sync/engine.ts';
import { type StartWork, writeGroup } from '#adapters/database/sync/sync-database.ts';
import { startServer } from '#checks/server-process.ts';
import { packBatch } from '#domain/series/point-batch.ts';
import type { PointColumns } from '#domain/series/point-columns.ts';
import { foldJournal } from '#server/modules/metrics/fold.queries.ts';
import { logToRun } from '#server/modules/runs/run-log.queries.ts';
import type { WriteDefinition } from '#server/ports/database.ts';
import { performWrite } from '#server/ports/perform-write.ts';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRuns } from '../tracking-calls.ts';
import { cachedFolder, schemaVersion } from './cached-folder.ts';

/** Runs with a metric `loss` of a million steps each, one of which is a spike. */
export const millionSteps = { runs: 100, steps: 1_000_000, spike: 1000 } as const;

const pointsAtOnce = 250_000;
const list = 'runs.txt';

export interface MillionSteps {
  readonly home: string;
  readonly runIds: readonly string[];
}

/** A home with `millionSteps`, put in by the very writes that the server makes. */
export async function homeWithMillionSteps(): Promise<MillionSteps> {
  const version = `${schemaVersion} ${JSON.stringify(millionSteps)} 1`;
  const home = await cachedFolder('atelier-million-steps', version, async (folder) => {
    const server = await startServer({ home: folder });
    const runIds = await createRuns(new URL(server.url), millionSteps.runs);
    await server.stop();
    const path = join(folder, 'atelier.db');
    const engine = openConnection({ path, mode: 'write', synchronous: 'normal' });
    for (const [index, runId] of runIds.entries()) fill(engine, runId, index);
    engine.close();
    await writeFile(join(folder, list), runIds.join('\n'));
  });
  return { home, runIds: (await readFile(join(home, list), 'utf8')).split('\n') };
}

/** Where a run's only spike is. */
export function spikeOf(run: number): number {
  return (run * 104_729 + 54_321) % millionSteps.steps;
}

function fill(engine: SyncEngine, runId: string, run: number): void {
  for (let from = 0; from < millionSteps.steps; from += pointsAtOnce) {
    const log = { workspaceId: 1, runId, params: [], tags: [], modelMetrics: [], single: false };
    const points = packBatch(toPoints(run, from));
    write(engine, startOf(logToRun, { ...log, points, pointCount: pointsAtOnce }));
    write(engine, startOf(foldJournal, { maxPoints: pointsAtOnce }));
  }
}

function toPoints(run: number, from: number): PointColumns {
  const steps = Float64Array.from({ length: pointsAtOnce }, (_, index) => from + index);
  return {
    keys: ['loss'],
    keyIndex: new Float64Array(pointsAtOnce),
    steps,
    times: steps.map((step) => 1_700_000_000_000 + step * 20),
    values: steps.map((step) => valueAt(run, step)),
    origins: [],
    originIndex: undefined,
  };
}

function valueAt(run: number, step: number): number {
  if (step === spikeOf(run)) return millionSteps.spike;
  const noise = Math.sin(step * 12.9898 + run) * 43_758.5453;
  return Math.fround(2 / (1 + step / 50_000) + run / 100 + 0.1 * (noise - Math.floor(noise)));
}

function write(engine: SyncEngine, work: StartWork<unknown>): void {
  const [outcome] = writeGroup(engine, [work]);
  if (outcome?.ok === false) throw outcome.error;
}

function startOf<I, O>(definition: WriteDefinition<I, O>, input: I): StartWork<O> {
  const actor = { personId: 'local', name: 'Local person', via: 'mlflow' } as const;
  return () => performWrite(definition, input, { actor, nowMs: 1_700_000_000_000 });
}
