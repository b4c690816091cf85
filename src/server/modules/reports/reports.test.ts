import { freezeSeries } from '#contract/reports.ts';
import { createTestServer } from '#server/protocols/mlflow/mlflow-client.suite.ts';
import { expect, it } from 'vitest';
import { createReportsService } from './reports.service.ts';

async function createWorld() {
  const server = await createTestServer();
  const runId = await server.createRun();
  await server.post('runs/log-metric', { run_id: runId, key: 'loss', value: 1, timestamp: 1, step: 1 });
  return { server, body: { runIds: [runId], key: 'loss' } };
}

it('a chart is kept whole: neither as news alone, nor with lines without end', async () => {
  const { server, body } = await createWorld();
  const freeze = async (more: object) =>
    server.send('/api/workspaces/default/report-snapshots', {
      method: 'POST',
      body: JSON.stringify({ ...body, ...more }),
      headers: { 'content-type': 'application/json' },
    });
  expect((await freeze({ maxBuckets: 1001 })).status).toBe(400);
  expect((await freeze({ runIds: Array.from({ length: 101 }, () => body.runIds[0]) })).status).toBe(400);
  expect(Object.keys(freezeSeries.body?.shape ?? {})).not.toContain('since');
  expect((await freeze({})).status).toBe(200);
});

it('a chart of more than 8 MB is not kept', async () => {
  const { server, body } = await createWorld();
  const { services } = server.app;
  const lines = async () => new Uint8Array(8_000_001);
  const reports = createReportsService(services.ports, services.live, { lines });
  const workspace = await services.workspaces.bySlug('default');
  const request = { ...body, x: 'step', maxBuckets: 1000 } as const;
  const actor = { name: 'Somebody', personId: 'x' } as never;
  await expect(reports.freeze(workspace, request, actor)).rejects.toMatchObject({ code: 'too-large' });
});
