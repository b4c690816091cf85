import { createClient } from '#client/call.ts';
import { operations } from '#contract/operations.ts';
import { createWorkspace, updateWorkspace } from '#contract/workspaces.ts';
import { createTestServer } from '#server/protocols/mlflow/mlflow-client.suite.ts';
import { expect, test } from 'vitest';

const changing = new Set([
  'artifacts.delete',
  'experiments.create',
  'experiments.update',
  'experiments.delete',
  'experiments.restore',
  'runs.update',
  'runs.delete',
  'runs.restore',
  'sample.start',
]);

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
      .replace('{experimentId}', '1')
      .replace('{runId}', '0'.repeat(32));
    const response = await send(address, { method, ...(method === 'GET' ? {} : { body: '{}' }) });
    const isRefused = response.status === 409;
    if (isRefused) {
      refused.push(id);
      expect(await response.json()).toMatchObject({ code: 'conflict', facts: { workspace: 'old' } });
    } else {
      await response.body?.cancel();
    }
  }
  expect(new Set(refused)).toEqual(changing);
  await call(updateWorkspace, { params, body: { archived: false } });
  const answer = await send('/api/workspaces/old/experiments', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"new"}',
  });
  expect(answer.status).toBe(200);
});
