import { createLiveService } from '#server/modules/live/live.service.ts';
import { defineWrite, run, type Work } from '#server/ports/database.ts';
import { expect, it } from 'vitest';
import { createRunSearchService, type RunRequest } from './run-search.service.ts';
import { createWorld, type InventedRun, worldWorkspaceId } from './run-world.suite.ts';

const runCount = 2100;

const workspace = {
  id: worldWorkspaceId,
  slug: 'default',
  name: 'Default',
  description: '',
  createdAtMs: 0,
  archivedAtMs: null,
  defaultExperimentId: 1,
};

function inventRun(index: number): InventedRun {
  return {
    runId: `r${index}`,
    experimentId: 1,
    lifecycle: 'active',
    name: `run ${index}`,
    status: 'FINISHED',
    startedAtMs: index,
    endedAtMs: null,
    metrics: { m: index },
    params: {},
    tags: {},
    datasets: [],
  };
}

const deleteOne = defineWrite(
  'tests.delete-one',
  function* (runId: string): Work<void> {
    yield* run(`UPDATE run SET lifecycle = 'deleted' WHERE run_id = ?`, [runId]);
  },
  () => [],
);

async function createService() {
  const database = await createWorld(Array.from({ length: runCount }, (_none, index) => inventRun(index)));
  const live = createLiveService();
  const time = { nowMs: 0 };
  const clock = { nowMs: () => time.nowMs, sleep: async () => undefined };
  const service = createRunSearchService({ database, clock }, live, { settle: async () => undefined });
  return { database, live, time, service };
}

const deep: RunRequest = {
  experimentIds: [],
  filter: 'metrics.m >= 50',
  view: 'active',
  orderBy: ['metrics.m'],
  terms: [],
  columns: { metrics: ['m'], params: [], tags: [] },
  offset: 2000,
  limit: 3,
};

it('reads deep windows and counts anew once runs came, went or changed, and metrics after a while', async () => {
  const { database, live, time, service } = await createService();
  const first = async () => (await service.search(workspace, deep)).rows[0]?.runId;
  const matching = async () => (await service.search(workspace, deep)).matching;
  await expect(first()).resolves.toBe('r2050');
  await expect(matching()).resolves.toBe(2050);

  const actor = { personId: 'ada', name: 'Ada', via: 'system' } as const;
  await database.write(deleteOne, 'r60', { actor, nowMs: 0 });
  live.publish(workspace.id, { kind: 'metrics', runId: 'r1', experimentId: '1', keys: ['m'], more: false });
  await expect(first()).resolves.toBe('r2050');
  time.nowMs = 2000;
  await expect(first()).resolves.toBe('r2051');
  await expect(matching()).resolves.toBe(2049);

  await database.write(deleteOne, 'r61', { actor, nowMs: 0 });
  live.publish(workspace.id, { kind: 'run', runId: 'r61', experimentId: '1', change: 'deleted' });
  await expect(first()).resolves.toBe('r2052');
});
