import { describe, expect, test } from 'vitest';
import { decodeSeries } from '#domain/series/series-wire.ts';
import { createTestServer } from '#server/protocols/mlflow/mlflow-client.suite.ts';

const metrics = '/api/workspaces/default/metrics/series';

async function createLoggedRun() {
  const server = await createTestServer();
  const runId = await server.createRun();
  const points = [
    { key: 'loss', value: 0.5, step: 2, timestamp: 1001 },
    { key: 'loss', value: 'NaN', step: 1, timestamp: 1003 },
    { key: 'loss', value: 0.25, step: '9223372036854775807', timestamp: 1002 },
  ];
  await server.post('runs/log-batch', { run_id: runId, metrics: points });
  await server.post('runs/log-batch', { run_id: runId, metrics: points.slice(0, 2) });
  const readSeries = (body: unknown) =>
    server.send(metrics, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  return { server, runId, readSeries };
}

describe('metrics over HTTP', () => {
  test('lines hold what was acknowledged the moment before', async () => {
    const { runId, readSeries } = await createLoggedRun();
    const response = await readSeries({ runIds: [runId, 'nobody'], key: 'loss', x: 'time' });
    expect(response.headers.get('content-type')).toBe('application/vnd.atelier.series');
    const answer = decodeSeries(new Uint8Array(await response.arrayBuffer()));
    expect(answer).toMatchObject({ missing: ['nobody'], lines: [{ runId, points: 3, nanPoints: 1 }] });
    expect([...answer.lines[0]!.firstX]).toEqual([1001, 1002, 1003]);
    expect([...answer.lines[0]!.first]).toEqual([0.5, 0.25, Number.NaN]);
  });

  test('points come in order of step, exact to the last digit, in pages', async () => {
    const { server, runId } = await createLoggedRun();
    const read = async (query: string): Promise<unknown> =>
      (await server.send(`/api/workspaces/default/runs/${runId}/points?${query}`)).json();
    expect(await read('key=loss')).toEqual({
      total: 3,
      points: [
        { step: '1', atMs: 1003, value: 'NaN' },
        { step: '2', atMs: 1001, value: 0.5 },
        { step: '9223372036854775807', atMs: 1002, value: 0.25 },
      ],
    });
    expect(await read('key=loss&offset=1&limit=1')).toMatchObject({ total: 3, points: [{ step: '2' }] });
    expect(await read('key=other')).toEqual({ total: 0, points: [] });
  });

  test.each([
    ['/api/workspaces/default/runs/nobody/points?key=loss', 404, 'not-found'],
    ['/api/workspaces/default/runs/nobody/points', 400, 'invalid-input'],
    ['/api/workspaces/nowhere/runs/nobody/points?key=loss', 404, 'not-found'],
  ])('%s is refused with %i', async (path, status, code) => {
    const { server } = await createLoggedRun();
    const response = await server.send(path);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  test.each([{ runIds: [], key: 'loss' }, { runIds: ['a'], key: 'loss', maxBuckets: 1 }, { key: 'loss' }])(
    'lines for %j are refused',
    async (body) => {
      const { readSeries } = await createLoggedRun();
      expect((await readSeries(body)).status).toBe(400);
    },
  );
});
