import { beforeAll, describe, expect, test } from 'vitest';
import { failure } from './golden.suite.ts';
import { createTestServer, type Reply, type TestServer, toReply } from './mlflow-client.suite.ts';

let server: TestServer;

beforeAll(async () => {
  server = await createTestServer();
  for (const slug of ['vision', 'old']) {
    await server.post('workspaces', { name: slug }, '/api/3.0/mlflow');
  }
});

const json = { 'content-type': 'application/json' };
const badRequest = (message: string) => failure(400, 'BAD_REQUEST', message);

async function send(path: string, init?: RequestInit): Promise<Reply> {
  return toReply(await server.send(path, init));
}

describe('addresses', () => {
  test.each(['/api/2.0', '/api/3.0', '/ajax-api/2.0', '/ajax-api/3.0', '/ws/default/api/2.0'])(
    '%s/mlflow is answered',
    async (prefix) => {
      const reply = await send(`${prefix}/mlflow/experiments/get?experiment_id=0`);
      expect(reply.status).toBe(200);
    },
  );

  const refused: readonly (readonly [method: string, path: string, status: number, code: string])[] = [
    ['GET', '/api/2.0/mlflow/nothing/here', 404, 'ENDPOINT_NOT_FOUND'],
    ['GET', '/api/2.0/preview/mlflow/experiments/get', 404, 'ENDPOINT_NOT_FOUND'],
    ['GET', '/api/2.0/mlflow/experiments/get/', 404, 'ENDPOINT_NOT_FOUND'],
    ['GET', '/api/4.0/mlflow/experiments/get', 404, 'ENDPOINT_NOT_FOUND'],
    ['GET', '/ws/vision/nothing', 404, 'ENDPOINT_NOT_FOUND'],
    ['DELETE', '/api/2.0/mlflow/runs/create', 405, 'BAD_REQUEST'],
    ['GET', '/api/2.0/mlflow/runs/create', 405, 'BAD_REQUEST'],
    ['POST', '/version', 405, 'BAD_REQUEST'],
    ['POST', '/api/2.0/mlflow/registered-models/create', 501, 'NOT_IMPLEMENTED'],
    ['GET', '/api/2.0/mlflow/model-versions/search', 501, 'NOT_IMPLEMENTED'],
    ['POST', '/api/3.0/mlflow/traces', 501, 'NOT_IMPLEMENTED'],
    ['POST', '/api/2.0/mlflow/webhooks', 501, 'NOT_IMPLEMENTED'],
    ['POST', '/api/3.0/mlflow/datasets/create', 501, 'NOT_IMPLEMENTED'],
    ['GET', '/api/3.0/mlflow/gateway/endpoints/list', 501, 'NOT_IMPLEMENTED'],
    ['POST', '/v1/traces', 501, 'NOT_IMPLEMENTED'],
    ['POST', '/ws/vision/v1/traces', 501, 'NOT_IMPLEMENTED'],
    ['POST', '/graphql', 501, 'NOT_IMPLEMENTED'],
  ];
  test.for(refused)('%s %s', async ([method, path, status, code]) => {
    const reply = await send(path, { method, headers: json });
    expect(reply.status).toBe(status);
    expect(reply.body).toEqual({ error_code: code, message: expect.any(String) as string });
  });

  test('version, health and server-info', async () => {
    const version = await server.send('/version');
    expect(await version.text()).toMatch(/^3\.(?:[4-9]|\d\d)\.\d+$/);
    expect(version.headers.get('x-atelier-version')).toBe('0.0.1');
    expect(await (await server.send('/ws/vision/version')).text()).toBe(
      await (await server.send('/version')).text(),
    );
    expect(await (await server.send('/health')).text()).toBe('OK');
    const { body } = await send('/api/3.0/mlflow/server-info');
    expect(body).toMatchObject({ store_type: 'SqlStore', workspaces_enabled: true });
  });
});

describe('bodies', () => {
  const url = '/api/2.0/mlflow/experiments/create';
  const type = "Bad Request. Content-Type must be one of ['application/json'].";
  const rows: readonly (readonly [name: string, init: RequestInit, expected: Reply])[] = [
    [
      'no type',
      { body: new Uint8Array([123, 125]) },
      badRequest('Bad Request. Content-Type header is missing.'),
    ],
    ['a form', { body: '{}', headers: { 'content-type': 'text/plain' } }, badRequest(type)],
    ['nearly JSON', { body: '{}', headers: { 'content-type': 'application/jsonx' } }, badRequest(type)],
    [
      'no JSON',
      { body: '{"name":', headers: json },
      badRequest('The request body is not valid JSON: it ends too early'),
    ],
    [
      'deep JSON',
      { body: '{"a":'.repeat(600), headers: json },
      badRequest('The request body is not valid JSON: nested deeper than 500'),
    ],
  ];
  test.for(rows)('%s is refused', async ([, init, expected]) => {
    expect(await send(url, { method: 'POST', ...init })).toEqual(expected);
  });

  test('a type with a charset, and JSON in JSON', async () => {
    const body = JSON.stringify(JSON.stringify({ name: 'twice' }));
    const headers = { 'content-type': 'application/JSON; charset=utf-8' };
    expect((await send(url, { method: 'POST', body, headers })).status).toBe(200);
  });

  test.each([true, false])(
    'more than 16 MB is refused and not retried (length announced: %s)',
    async (announced) => {
      const size = 16 * 1024 * 1024 + 1;
      const chunk = new Uint8Array(1024 * 1024).fill(32);
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(chunk);
          sent += chunk.length;
          if (sent > size) controller.close();
        },
      });
      const headers = announced ? { ...json, 'content-length': String(size) } : json;
      const init = { method: 'POST', body, headers, duplex: 'half' };
      const reply = await send(url, init);
      expect(reply.status).toBe(413);
      expect(reply.body['error_code']).toBe('BAD_REQUEST');
    },
  );
});

describe('workspaces', () => {
  const inVision = { 'x-mlflow-workspace': 'vision' };

  test('by header and by prefix the same one', async () => {
    const byHeader = await send('/api/2.0/mlflow/experiments/get?experiment_id=0', { headers: inVision });
    const byPrefix = await send('/ws/vision/api/2.0/mlflow/experiments/get?experiment_id=0');
    expect(byHeader).toEqual(byPrefix);
    const experiment = byPrefix.body['experiment'] as { experiment_id: string };
    expect(experiment).toMatchObject({ name: 'Default', workspace: 'vision' });
    expect(experiment.experiment_id).not.toBe('0');
  });

  test('sources that disagree, and an unknown one', async () => {
    const disagreeing = await send('/ws/default/api/2.0/mlflow/experiments/get?experiment_id=0', {
      headers: inVision,
    });
    expect(disagreeing.status).toBe(400);
    const unknown = await send('/ws/nowhere/api/2.0/mlflow/experiments/get?experiment_id=0');
    expect(unknown).toEqual(failure(404, 'RESOURCE_DOES_NOT_EXIST', 'There is no workspace "nowhere".'));
  });

  test('nothing of one is seen from another', async () => {
    const prefix = '/ws/vision/api/2.0/mlflow';
    const created = await server.post('experiments/create', { name: 'same name' }, prefix);
    expect(await server.post('experiments/create', { name: 'same name' })).toMatchObject({ status: 200 });
    const { experiment_id } = created.body as { experiment_id: string };
    const run = await server.post('runs/create', { experiment_id }, prefix);
    const { run_id } = (run.body as { run: { info: { run_id: string } } }).run.info;
    const model = await server.post('logged-models', { experiment_id }, prefix);
    const { model_id } = (model.body as { model: { info: { model_id: string } } }).model.info;
    const calls = [
      server.get('experiments/get', { experiment_id }),
      server.post('experiments/update', { experiment_id, new_name: 'x' }),
      server.post('runs/create', { experiment_id }),
      server.get('runs/get', { run_id }),
      server.post('runs/log-metric', { run_id, key: 'm', value: 1, timestamp: 1 }),
      server.post('runs/delete', { run_id }),
      server.get(`logged-models/${model_id}`),
    ];
    for (const reply of await Promise.all(calls)) expect(reply.status).toBe(404);
    const own = await server.get('runs/get', { run_id }, prefix);
    expect(own.body).toMatchObject({
      run: {
        info: { artifact_uri: `mlflow-artifacts:/workspaces/vision/${experiment_id}/${run_id}/artifacts` },
      },
    });
  });

  test('an archived one is read, not written', async () => {
    const prefix = '/ws/old/api/2.0/mlflow';
    const deleted = await server.send('/api/3.0/mlflow/workspaces/old', { method: 'DELETE' });
    expect(deleted.status).toBe(204);
    expect((await server.get('experiments/get', { experiment_id: '0' }, prefix)).status).toBe(200);
    const refused = await server.post('runs/create', { experiment_id: '0' }, prefix);
    expect(refused).toEqual(
      failure(
        400,
        'INVALID_PARAMETER_VALUE',
        'The workspace "old" is archived: it can be read, not written to. Take it out of the archive first.',
      ),
    );
  });
});

describe('the API of workspaces', () => {
  const api = '/api/3.0/mlflow/workspaces';

  test('creates with 201, lists, describes', async () => {
    const reply = await send(api, {
      method: 'POST',
      body: '{"name":"audio","description":"words"}',
      headers: json,
    });
    expect(reply).toEqual({ status: 201, body: { workspace: { name: 'audio', description: 'words' } } });
    const changed = await send(`${api}/audio`, { method: 'PATCH', body: '{"description":"sounds"}' });
    expect(changed.body).toEqual({ workspace: { name: 'audio', description: 'sounds' } });
    expect((await send(`${api}/audio`)).body).toEqual(changed.body);
    const { workspaces } = (await send(api)).body as { workspaces: object[] };
    expect(workspaces).toContainEqual({ name: 'audio', description: 'sounds' });
  });

  const rows: readonly (readonly [
    method: string,
    path: string,
    body: string,
    status: number,
    code: string,
  ])[] = [
    ['POST', '', '{"name":"default"}', 400, 'RESOURCE_ALREADY_EXISTS'],
    ['POST', '', '{"name":"Bad Name"}', 400, 'INVALID_PARAMETER_VALUE'],
    ['POST', '', '{"name":"api"}', 400, 'INVALID_PARAMETER_VALUE'],
    ['POST', '', '{"name":"ab","default_artifact_root":"s3://x"}', 501, 'NOT_IMPLEMENTED'],
    ['GET', '/unknown', '', 404, 'RESOURCE_DOES_NOT_EXIST'],
    ['DELETE', '/default', '', 400, 'INVALID_PARAMETER_VALUE'],
    ['DELETE', '/vision?mode=CASCADE', '', 501, 'NOT_IMPLEMENTED'],
    ['DELETE', '/vision?mode=SET_DEFAULT', '', 501, 'NOT_IMPLEMENTED'],
    ['DELETE', '/vision?mode=RESTRICT', '', 409, 'RESOURCE_CONFLICT'],
  ];
  test.for(rows)('%s %s %s', async ([method, path, body, status, code]) => {
    const reply = await send(`${api}${path}`, { method, headers: json, ...(body === '' ? {} : { body }) });
    expect(reply.status).toBe(status);
    expect(reply.body['error_code']).toBe(code);
  });
});
