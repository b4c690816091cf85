import { beforeAll, describe, expect, test } from 'vitest';
import { failure, missing, mistyped } from './golden.suite.ts';
import { createTestServer, type Reply, type TestServer, toReply } from './mlflow-client.suite.ts';

let server: TestServer;
let run_id: string;

beforeAll(async () => {
  server = await createTestServer();
  run_id = await server.createRun();
});

const invalid = (message: string) => failure(400, 'INVALID_PARAMETER_VALUE', message);
const fine: Reply = { status: 200, body: {} };

async function call(method: string, path: string, body?: object): Promise<Reply> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  return toReply(await server.send(`/api/2.0/mlflow/${path}`, init));
}

async function createModel(fields: object = {}): Promise<string> {
  const { body } = await server.post('logged-models', { experiment_id: '0', ...fields });
  return (body as { model: { info: { model_id: string } } }).model.info.model_id;
}

describe('logged models', () => {
  test('from announcement to ready, with tags and parameters', async () => {
    const id = await createModel({
      name: 'net',
      model_type: 'torch',
      source_run_id: run_id,
      params: [{ key: 'depth', value: '3' }],
      tags: [{ key: 'a.b', value: '1' }],
    });
    expect(id).toMatch(/^m-[0-9a-f]{32}$/);
    await call('PATCH', `logged-models/${id}/tags`, { tags: [{ key: 'c', value: '2' }] });
    await server.post(`logged-models/${id}/params`, { params: [{ key: 'width', value: '4' }] });
    expect(await call('DELETE', `logged-models/${id}/tags/a.b`)).toEqual(fine);
    const ready = await call('PATCH', `logged-models/${id}`, { model_id: id, status: 'LOGGED_MODEL_READY' });
    expect(ready.body).toMatchObject({
      model: {
        info: {
          model_id: id,
          experiment_id: '0',
          name: 'net',
          artifact_uri: `mlflow-artifacts:/0/models/${id}/artifacts`,
          status: 'LOGGED_MODEL_READY',
          model_type: 'torch',
          source_run_id: run_id,
          tags: [{ key: 'c', value: '2' }],
        },
        data: {
          params: [
            { key: 'depth', value: '3' },
            { key: 'width', value: '4' },
          ],
        },
      },
    });
    expect((await server.get(`logged-models/${id}`)).body).toEqual(ready.body);
  });

  test('a metric logged about a model is the run’s and the model’s', async () => {
    const model_id = await createModel();
    const point = { key: 'acc', value: 0.5, timestamp: 3, step: 2 };
    const about = { model_id, dataset_name: 'val', dataset_digest: 'd1' };
    await server.post('runs/log-metric', { run_id, ...point, ...about });
    await server.post('runs/log-metric', { run_id, ...point, ...about });
    const { body } = await server.get(`logged-models/${model_id}`);
    expect(body).toMatchObject({ model: { data: { metrics: [{ ...point, ...about, run_id }] } } });
    const run = await server.get('runs/get', { run_id });
    expect(run.body).toMatchObject({ run: { data: { metrics: [{ ...point, ...about }] } } });
  });

  test('a metric about an unknown model is not logged at all', async () => {
    const run = await server.createRun();
    const metrics = [{ key: 'm', value: 1, timestamp: 1, model_id: 'm-zz' }];
    expect(await server.post('runs/log-batch', { run_id: run, metrics })).toEqual(
      failure(404, 'RESOURCE_DOES_NOT_EXIST', "Logged model with ID 'm-zz' not found."),
    );
    const { body } = await server.get('metrics/get-history', { run_id: run, metric_key: 'm' });
    expect(body).toEqual({});
  });

  test('a deleted one is shown only to who asks for it', async () => {
    const id = await createModel();
    expect(await call('DELETE', `logged-models/${id}`)).toEqual(fine);
    expect((await server.get(`logged-models/${id}`)).status).toBe(404);
    expect((await server.get(`logged-models/${id}`, { allow_deleted: 'True' })).status).toBe(200);
  });

  test('what is refused', async () => {
    const id = await createModel();
    const names = await server.post('logged-models', { experiment_id: '0', name: 'a/b' });
    expect(names).toEqual(
      invalid(
        `Invalid model name ('a/b') provided. Model name must be a non-empty string and cannot contain the following characters: ('/', ':', '.', '%', '"', "'")`,
      ),
    );
    expect(await server.get('logged-models/m-zz')).toEqual(
      failure(404, 'RESOURCE_DOES_NOT_EXIST', "Logged model with ID 'm-zz' not found."),
    );
    expect(await call('PATCH', `logged-models/${id}`, {})).toEqual(missing('status'));
    expect(await call('PATCH', `logged-models/${id}`, { status: 'NEW' })).toEqual(
      mistyped('"NEW"', 'status', 'str'),
    );
    expect((await call('DELETE', `logged-models/${id}/tags/none`)).status).toBe(404);
  });
});

const dataset = { name: 'iris', digest: 'abc', source_type: 'local', source: '{}', schema: '{"a":1}' };
const use = { tags: [{ key: 'mlflow.data.context', value: 'training' }], dataset };

describe('data sets and models of a run', () => {
  test('what was used and made is told once, however often it is said', async () => {
    const run = await server.createRun();
    const [used, made] = [await createModel(), await createModel()];
    for (const _again of [1, 2]) {
      expect(
        await server.post('runs/log-inputs', { run_id: run, datasets: [use], models: [{ model_id: used }] }),
      ).toEqual(fine);
      expect(
        await server.post('runs/outputs', { run_id: run, models: [{ model_id: made, step: 7 }] }),
      ).toEqual(fine);
    }
    const { body } = await server.get('runs/get', { run_id: run });
    expect(body).toMatchObject({
      run: {
        inputs: { dataset_inputs: [use], model_inputs: [{ model_id: used }] },
        outputs: { model_outputs: [{ model_id: made, step: 7 }] },
      },
    });
    const summaries = await server.post('experiments/search-datasets', { experiment_ids: ['0'] });
    expect(summaries.body).toEqual({
      dataset_summaries: [{ experiment_id: '0', name: 'iris', digest: 'abc', context: 'training' }],
    });
  });

  const refused: readonly (readonly [name: string, datasets: unknown, expected: Reply])[] = [
    ['no data set', [{ tags: [] }], missing('datasets[0].dataset')],
    ['no name', [{ dataset: { ...dataset, name: '' } }], missing('datasets[0].dataset.name')],
    [
      'a long name',
      [{ dataset: { ...dataset, name: 'n'.repeat(501) } }],
      invalid("'name' exceeds the maximum length of 500 characters"),
    ],
    [
      'a long digest',
      [{ dataset: { ...dataset, digest: 'n'.repeat(37) } }],
      invalid("'digest' exceeds the maximum length of 36 characters"),
    ],
  ];
  test.for(refused)('%s', async ([, datasets, expected]) => {
    expect(await server.post('runs/log-inputs', { run_id, datasets })).toEqual(expected);
  });

  test('an unknown model, and nothing of the call is kept', async () => {
    const run = await server.createRun();
    const reply = await server.post('runs/log-inputs', {
      run_id: run,
      datasets: [use],
      models: [{ model_id: 'm-no' }],
    });
    expect(reply.status).toBe(404);
    const { body } = await server.get('runs/get', { run_id: run });
    expect(body).toMatchObject({ run: { inputs: {}, outputs: {} } });
    expect(body).not.toHaveProperty('run.inputs.dataset_inputs');
  });
});

describe('log-model of old clients', () => {
  const model = {
    run_id: 'r',
    artifact_path: 'model',
    utc_time_created: 't',
    flavors: { python_function: {} },
  };

  test('models are listed in the tag, digit for digit', async () => {
    const run = await server.createRun();
    const first =
      '{"run_id":"r","artifact_path":"model","utc_time_created":"t","flavors":{},"size":12345678901234567890}';
    await server.post('runs/log-model', { run_id: run, model_json: first });
    await server.post('runs/log-model', { run_id: run, model_json: JSON.stringify(model) });
    const { body } = await server.get('runs/get', { run_id: run });
    const { tags } = (body as { run: { data: { tags: { key: string; value: string }[] } } }).run.data;
    const history = tags.find(({ key }) => key === 'mlflow.log-model.history')?.value ?? '';
    expect(history).toBe(`[${first}, ${JSON.stringify(model)}]`);
  });

  test('none is lost of those logged at once', async () => {
    const run = await server.createRun();
    const paths = Array.from({ length: 8 }, (_none, index) => `model-${index}`);
    const logged = paths.map((artifact_path) =>
      server.post('runs/log-model', { run_id: run, model_json: JSON.stringify({ ...model, artifact_path }) }),
    );
    for (const { status } of await Promise.all(logged)) expect(status).toBe(200);
    const { body } = await server.get('runs/get', { run_id: run });
    const { tags } = (body as { run: { data: { tags: { key: string; value: string }[] } } }).run.data;
    const history = tags.find(({ key }) => key === 'mlflow.log-model.history')?.value ?? '';
    const listed = JSON.parse(history) as { readonly artifact_path: string }[];
    expect(listed.map(({ artifact_path }) => artifact_path).sort()).toEqual(paths);
  });

  const rows: readonly (readonly [json: string, message: RegExp])[] = [
    [
      JSON.stringify({ ...model, flavors: undefined }),
      /^Model json is missing mandatory fields: \{'flavors'\}$/,
    ],
    ['nope', /^Malformed model info/],
    ['[]', /^Malformed model info/],
  ];
  test.for(rows)('%s is refused', async ([model_json, message]) => {
    const reply = await server.post('runs/log-model', { run_id, model_json });
    expect(reply.status).toBe(400);
    expect(reply.body['message']).toMatch(message);
  });
});
