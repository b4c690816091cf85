import { beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer, toReply } from '#server/protocols/mlflow/mlflow-client.suite.ts';

let server: TestServer;

beforeAll(async () => {
  server = await createTestServer();
});

const base = '/api/workspaces/default';

async function call(path: string, body?: object) {
  const json = { 'content-type': 'application/json' };
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: json };
  return toReply(await server.send(`${base}${path}`, init));
}

const set = async (body: object) => call('/metrics/direction', body);
const list = async () => (await call('/metrics/settings')).body['settings'];

test('a direction is set, changed, and left to the name again, and each time the trail says from what', async () => {
  const key = 'reward/"<loss>" 准确率';
  expect((await set({ key, direction: 'up' })).body).toMatchObject({
    before: null,
    setting: { key, direction: 'up', unit: null, setBy: 'Local person' },
  });
  expect((await set({ key, direction: 'none', unit: ' ms ' })).body).toMatchObject({
    before: { direction: 'up' },
    setting: { direction: 'none', unit: 'ms' },
  });
  // What is not said stays.
  expect((await set({ key, direction: 'up' })).body).toMatchObject({ setting: { unit: 'ms' } });
  expect(await list()).toMatchObject([{ key, direction: 'up', unit: 'ms' }]);
  expect((await set({ key, direction: null })).body).toMatchObject({
    before: { direction: 'up' },
    setting: null,
  });
  expect(await list()).toEqual([]);
  // Nothing to leave to the name: nothing happened.
  await set({ key, direction: null });
  const activity = await call(`/activity?subjectKind=metric&subjectId=${encodeURIComponent(key)}`);
  expect(activity.body['events']).toMatchObject([
    { action: 'metric.direction', detail: { from: 'up', to: 'down (by name)', unit: null } },
    { detail: { from: 'none', to: 'up' } },
    { detail: { from: 'up', to: 'none', unit: 'ms' } },
    { detail: { from: 'down (by name)', to: 'up' } },
  ]);
});

test('workspaces do not share directions', async () => {
  const json = { 'content-type': 'application/json' };
  const made = { slug: 'other', name: 'Other' };
  await server.send('/api/workspaces', { method: 'POST', body: JSON.stringify(made), headers: json });
  await set({ key: 'shared', direction: 'down' });
  const other = await toReply(await server.send('/api/workspaces/other/metrics/settings'));
  expect(other.body['settings']).toEqual([]);
});

test.each([
  { key: 'm' },
  { key: 'm', direction: 'sideways' },
  { direction: 'up' },
  { key: '', direction: 'up' },
])('refuses %j', async (body) =>
  expect(await set(body)).toMatchObject({ status: 400, body: { code: 'invalid-input' } }),
);

test('watchers hear of it', async () => {
  const { live, workspaces } = server.app.services;
  const { id } = await workspaces.bySlug('default');
  const from = live.position(id);
  await set({ key: 'heard', direction: 'down' });
  expect(live.after(id, from).events).toEqual([
    { kind: 'resource', resource: 'metric-settings', id: 'heard' },
  ]);
});
