import { createClient } from '#client/call.ts';
import { createExperiment } from '#contract/experiments.ts';
import { updateRun } from '#contract/runs.ts';
import { createWorkspace } from '#contract/workspaces.ts';
import { createTestServer, type TestServer } from '#server/protocols/mlflow/mlflow-client.suite.ts';
import { beforeAll, describe, expect, it } from 'vitest';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});

const client = () => createClient({ baseUrl: 'http://localhost', fetch: server.app.fetch });
const params = { workspace: 'default' };

describe('names that nobody could see', () => {
  it.each(['\u200B', '\u200D\uFEFF', '\u0000\u0007', '\u00AD \u2060', '\u3164', '\u2800', '\uFE0F'])(
    'are refused: %j',
    async (name) => {
      const { call } = client();
      const refused = { code: 'invalid-input', message: expect.stringContaining('can be seen') as unknown };
      const runParams = { ...params, runId: await server.createRun() };
      await expect(call(createExperiment, { params, body: { name } })).rejects.toMatchObject(refused);
      await expect(call(createWorkspace, { body: { slug: 'odd', name } })).rejects.toMatchObject(refused);
      await expect(call(updateRun, { params: runParams, body: { name } })).rejects.toMatchObject(refused);
    },
  );

  it.each(['👩‍🚀', 'مدل\u200Cها', '❤\uFE0F', '.', '指标'])('are others than %j', async (name) => {
    const made = await client().call(createExperiment, { params, body: { name } });
    expect(made.name).toBe(name);
  });
});

describe('texts that would not come back as they were sent', () => {
  it.each([
    [String.raw`{"name":"half \ud83d"}`, 'half a character'],
    [String.raw`{"setTags":{"\udc00":"x"}}`, 'half a character'],
    [String.raw`{"setTags":{"__proto__":"x"}}`, '"__proto__" cannot be used'],
    [String.raw`{"setTags":{"\u005f_proto__":"x"}}`, '"__proto__" cannot be used'],
  ])('are refused: %s', async (body, said) => {
    const runId = await server.createRun();
    const response = await server.app.fetch(
      new Request(`http://localhost/api/workspaces/default/runs/${runId}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    );
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(JSON.stringify(said).slice(1, -1));
  });

  it('are refused as tags of an experiment', async () => {
    const tag = { experiment_id: '0', key: '__proto__', value: 'x' };
    expect((await server.post('experiments/set-experiment-tag', tag)).status).toBe(400);
  });
});
