import { beforeAll, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer, toReply } from '#server/protocols/mlflow/mlflow-client.suite.ts';

let server: TestServer;

beforeAll(async () => {
  server = await createTestServer();
});

const base = '/api/workspaces/default/experiments';

async function call(method: string, path: string, body?: object) {
  const init =
    body === undefined
      ? { method }
      : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return toReply(await server.send(`${base}${path}`, init));
}

async function create(name: string): Promise<string> {
  return String((await call('POST', '', { name })).body['experimentId']);
}

describe('experiments in the studio', () => {
  test('counts active runs, last used first', async () => {
    const quiet = await create('list: quiet');
    const busy = await create('list: busy');
    await create('list: 100%');
    const [first, second] = [
      await server.createRun({ experiment_id: busy, start_time: 50 }),
      await server.createRun({ experiment_id: busy, start_time: 99 }),
    ];
    await server.createRun({ experiment_id: quiet, start_time: 10 });
    await server.post('runs/update', { run_id: first, status: 'FINISHED', end_time: 60 });
    const { body } = await call('GET', '?search=LIST');
    expect(body['total']).toBe(3);
    expect(body['experiments']).toMatchObject([
      { experimentId: busy, runs: 2, running: 1, lastRunAtMs: 99 },
      { experimentId: quiet, runs: 1, running: 1, lastRunAtMs: 10 },
      { name: 'list: 100%', runs: 0, running: 0, lastRunAtMs: null },
    ]);
    await server.post('runs/delete', { run_id: second });
    expect((await call('GET', `/${busy}`)).body).toMatchObject({ runs: 1, running: 0, lastRunAtMs: 50 });
    const literal = await call('GET', `?search=${encodeURIComponent('100%')}`);
    expect(literal.body['total']).toBe(1);
  });

  test('renames and notes in one write, and tells who did', async () => {
    const id = await create('before');
    const changed = await call('PATCH', `/${id}`, { name: 'after', note: 'why' });
    expect(changed.body).toMatchObject({ name: 'after', tags: { 'mlflow.note.content': 'why' } });
    const activity = await toReply(
      await server.send(`/api/workspaces/default/activity?subjectKind=experiment&subjectId=${id}`),
    );
    expect(activity.body['events']).toMatchObject([
      { action: 'experiment.update', detail: { name: 'after' }, via: 'studio' },
      { action: 'experiment.create' },
    ]);
  });

  test('to the trash and back; a taken name and a renaming in the trash are refused', async () => {
    const id = await create('bin');
    expect((await call('POST', `/${id}/delete`)).body).toMatchObject({ lifecycle: 'deleted' });
    expect((await call('PATCH', `/${id}`, { name: 'x' })).body).toMatchObject({ code: 'not-active' });
    expect((await call('POST', '', { name: 'bin' })).body).toMatchObject({ code: 'already-exists' });
    const trash = await call('GET', '?view=deleted');
    expect(trash.body['experiments']).toMatchObject([{ experimentId: id }]);
    expect((await call('POST', `/${id}/restore`)).body).toMatchObject({ lifecycle: 'active' });
    expect((await call('POST', `/${id}/restore`)).status).toBe(404);
  });
});

describe('what watchers and the audit trail learn of logging', () => {
  test('each write is told once it is there, with at most 100 keys', async () => {
    const { live, workspaces } = server.app.services;
    const { id } = await workspaces.bySlug('default');
    const run_id = await server.createRun();
    const from = live.position(id);
    const metrics = Array.from({ length: 150 }, (_each, index) => ({
      key: `k${index}`,
      value: 1,
      timestamp: 1,
    }));
    await server.post('runs/log-batch', { run_id, metrics });
    await server.post('runs/set-tag', { run_id, key: 't', value: '1' });
    await server.post('runs/delete', { run_id });
    await server.post('runs/delete', { run_id });
    const { events } = live.after(id, from);
    const of = { runId: run_id, experimentId: '0' };
    expect(events).toEqual([
      { kind: 'metrics', ...of, keys: metrics.slice(0, 100).map(({ key }) => key), more: true },
      { kind: 'run', ...of, change: 'updated' },
      { kind: 'run', ...of, change: 'deleted' },
    ]);
  });

  test('many logging calls are one event of the trail, refused ones none', async () => {
    const run_id = await server.createRun();
    for (let step = 0; step < 5; step += 1) {
      await server.post('runs/log-metric', { run_id, key: 'm', value: step, timestamp: 1, step });
    }
    await server.post('runs/log-metric', { run_id, key: 'a@b', value: 1, timestamp: 1 });
    const { body } = await toReply(
      await server.send(`/api/workspaces/default/activity?subjectKind=run&subjectId=${run_id}`),
    );
    expect(body['events']).toMatchObject([
      { action: 'run.log', count: 5, via: 'mlflow' },
      { action: 'run.create', count: 1 },
    ]);
  });
});
