import { beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer, toReply } from '#server/protocols/mlflow/mlflow-client.suite.ts';

let server: TestServer;

beforeAll(async () => {
  server = await createTestServer();
});

const path = '/api/workspaces/default/experiments/0';

async function set(runId: string) {
  const headers = { 'content-type': 'application/json' };
  return toReply(
    await server.send(`${path}/baseline`, { method: 'PUT', headers, body: JSON.stringify({ runId }) }),
  );
}

const clear = async () => toReply(await server.send(`${path}/baseline`, { method: 'DELETE' }));

test('an experiment has a baseline, another, and none, and the trail says who set which', async () => {
  const [one, two] = [await server.createRun({ run_name: 'first' }), await server.createRun()];
  expect((await set(one)).body).toMatchObject({
    experimentId: '0',
    baseline: { runId: one, name: 'first', lifecycle: 'active' },
  });
  await set(two);
  // Said twice is done once.
  await set(two);
  const listed = await toReply(await server.send('/api/workspaces/default/experiments'));
  expect(listed.body['experiments']).toMatchObject([{ baseline: { runId: two } }]);
  expect((await clear()).body).toMatchObject({ baseline: null });
  const activity = await toReply(
    await server.send('/api/workspaces/default/activity?subjectKind=experiment&subjectId=0'),
  );
  expect(activity.body['events']).toMatchObject([
    { action: 'experiment.baseline', detail: { from: two, to: null } },
    { detail: { from: one, to: two } },
    { detail: { from: null, to: one } },
  ]);
});

test('a baseline in the trash is told as such; nothing in the trash becomes one', async () => {
  const run = await server.createRun({ run_name: 'gone' });
  await set(run);
  await server.post('runs/delete', { run_id: run });
  const shown = await toReply(await server.send(path));
  expect(shown.body).toMatchObject({ baseline: { runId: run, name: 'gone', lifecycle: 'deleted' } });
  expect(await set(run)).toMatchObject({ status: 409, body: { code: 'not-active' } });
});

test('a run that is not there, or not here, is refused', async () => {
  expect(await set('f'.repeat(32))).toMatchObject({ status: 404 });
  const headers = { 'content-type': 'application/json' };
  const made = JSON.stringify({ slug: 'next-door', name: 'Next door' });
  await server.send('/api/workspaces', { method: 'POST', headers, body: made });
  const there = await toReply(
    await server.send('/ws/next-door/api/2.0/mlflow/runs/create', {
      method: 'POST',
      headers,
      body: JSON.stringify({ experiment_id: '0' }),
    }),
  );
  const { run } = there.body as { run: { info: { run_id: string } } };
  expect(await set(run.info.run_id)).toMatchObject({ status: 404 });
});
