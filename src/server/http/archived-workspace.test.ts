import { createClient } from '#client/call.ts';
import { operations } from '#contract/operations.ts';
import { createWorkspace, updateWorkspace } from '#contract/workspaces.ts';
import { createTestServer } from '#server/protocols/mlflow/mlflow-client.suite.ts';
import { expect, test } from 'vitest';

/** Calls that are no mere GET and yet change nothing that an archive keeps. */
const harmless = [
  'annotations.markers',
  'annotations.search',
  'artifacts.compare',
  'artifacts.texts',
  'metrics.groups',
  'metrics.series',
  'runs.columns',
  'runs.compare',
  'runs.facets',
  'runs.groups',
  'runs.search',
  'runs.sparklines',
  'workspaces.update',
];

test('an archived workspace can be read, not changed, and taken out of the archive', async () => {
  const { app, send } = await createTestServer();
  const { call } = createClient({ baseUrl: 'http://localhost', fetch: app.fetch });
  await call(createWorkspace, { body: { slug: 'old', name: 'Old' } });
  const params = { workspace: 'old' };
  await call(updateWorkspace, { params, body: { archived: true } });
  const refused: string[] = [];
  for (const { id, method, path } of operations.filter((each) => each.path.includes('{workspace}'))) {
    const address = path
      .replace('{workspace}', 'old')
      .replace('{runId}', '0'.repeat(32))
      .replaceAll(/\{\w+\}/g, '1');
    const response = await send(address, { method, ...(method === 'GET' ? {} : { body: '{}' }) });
    const isRefused = response.status === 409;
    if (isRefused) {
      refused.push(id);
      expect(await response.json()).toMatchObject({ code: 'conflict', facts: { workspace: 'old' } });
    } else {
      await response.body?.cancel();
    }
  }
  const asked = operations.filter(({ method, path }) => method !== 'GET' && path.includes('{workspace}'));
  const allowed = asked.map(({ id }) => id).filter((id) => !refused.includes(id));
  expect(allowed.sort()).toEqual(harmless);
  expect(refused.every((id) => asked.some((each) => each.id === id))).toBe(true);
  await call(updateWorkspace, { params, body: { archived: false } });
  const answer = await send('/api/workspaces/old/experiments', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"new"}',
  });
  expect(answer.status).toBe(200);
});
