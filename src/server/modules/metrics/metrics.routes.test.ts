import { describe, expect, test } from 'vitest';
import { decodeGroups } from '#domain/series/group-wire.ts';
import { decodeSeries } from '#domain/series/series-wire.ts';
import { createTestServer } from '#server/protocols/mlflow/mlflow-client.suite.ts';

const metrics = '/api/workspaces/default/metrics';

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
  const ask = (operation: string, body: unknown) =>
    server.send(`${metrics}/${operation}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  const readSeries = (body: unknown) => ask('series', body);
  const readGroups = (body: unknown) => ask('groups', body);
  return { server, runId, readSeries, readGroups };
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

  test('lines are smoothed, told along other axes, and told again only where they changed', async () => {
    const { server, runId, readSeries } = await createLoggedRun();
    const read = async (more: object) => {
      const response = await readSeries({ runIds: [runId], key: 'loss', ...more });
      return decodeSeries(new Uint8Array(await response.arrayBuffer()));
    };
    const [line] = (await read({ x: 'time', smoothing: { kind: 'ema', amount: 0.5 } })).lines;
    expect(line!.smoothed![1]).toBeCloseTo((0.25 + 0.5 * 0.5) / 1.5, 12);
    expect(line!.smoothed![2]).toBeNaN();
    expect((await read({ x: 'active' })).lines).toHaveLength(1);
    expect((await read({ xKey: 'nobody' })).lines[0]!.points).toBe(0);
    const since = { [runId]: line!.cursor };
    expect(await read({ x: 'time', since })).toMatchObject({ lines: [], unchanged: [runId] });
    const next = { key: 'loss', value: 7, step: 3, timestamp: 1004 };
    await server.post('runs/log-metric', { run_id: runId, ...next });
    const [tail] = (await read({ x: 'time', since })).lines;
    expect(tail).toMatchObject({ points: 4, nanPoints: 1, replacesFrom: 1004 });
    expect([...tail!.first]).toEqual([7]);
  });

  test('groups of runs are told as one line each', async () => {
    const { server, runId, readGroups } = await createLoggedRun();
    const other = await server.createRun();
    const metric = { key: 'loss', value: 1.5, step: 2, timestamp: 1001 };
    await server.post('runs/log-metric', { run_id: other, ...metric });
    const body = { groups: [{ runIds: [runId, other] }], key: 'loss', to: 10 };
    const response = await readGroups(body);
    expect(response.headers.get('content-type')).toBe('application/vnd.atelier.groups');
    const answer = decodeGroups(new Uint8Array(await response.arrayBuffer()));
    expect(answer).toMatchObject({ width: 1, groups: [{ members: 2, oddPoints: 1 }] });
    const [group] = answer.groups;
    expect([...group!.line.x]).toEqual([2]);
    expect([...group!.line.mean]).toEqual([1]);
    const manyRuns = { runIds: Array.from({ length: 1001 }, () => runId) };
    expect((await readGroups({ ...body, groups: [manyRuns, manyRuns] })).status).toBe(400);
    expect((await readGroups({ ...body, groups: [] })).status).toBe(400);
    // No more than one answer can be made of: members times places.
    const most = { ...body, groups: [manyRuns] };
    expect((await readGroups({ ...most, maxPlaces: 3996 })).status).toBe(200);
    const refused = await readGroups({ ...most, maxPlaces: 3997 });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      code: 'invalid-input',
      detail: expect.stringContaining('Lower maxPlaces to 3,996,') as string,
    });
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

  test.each([
    { runIds: [], key: 'loss' },
    { runIds: ['a'], key: 'loss', maxBuckets: 1 },
    { key: 'loss' },
    { runIds: ['a'], key: 'loss', smoothing: { kind: 'magic', amount: 1 } },
    { runIds: ['a'], key: 'loss', x: 'sideways' },
  ])('lines for %j are refused', async (body) => {
    const { readSeries } = await createLoggedRun();
    expect((await readSeries(body)).status).toBe(400);
  });
});
