import { beforeAll, describe, expect, test } from 'vitest';
import { failure, missing, mistyped } from './golden.suite.ts';
import { createTestServer, type Reply, type TestServer, toReply } from './mlflow-client.suite.ts';

let server: TestServer;

beforeAll(async () => {
  server = await createTestServer();
});

const invalid = (message: string) => failure(400, 'INVALID_PARAMETER_VALUE', message);

const outOfTime = (name: string, value: string) =>
  invalid(
    `Invalid value ${value} for parameter '${name}' supplied: It must be a time in milliseconds since 1970 (UTC), between -8640000000000000 and 8640000000000000.`,
  );

async function readRun(run_id: string): Promise<unknown> {
  return (await server.get('runs/get', { run_id })).body['run'];
}

describe('runs/create', () => {
  const rows: readonly (readonly [body: unknown, expected: Reply])[] = [
    [{}, missing('experiment_id')],
    [{ experiment_id: 0 }, mistyped('0', 'experiment_id', 'int')],
    [{ experiment_id: '77' }, failure(404, 'RESOURCE_DOES_NOT_EXIST', 'No Experiment with id=77 exists')],
    [{ experiment_id: '0', start_time: 'abc' }, mistyped('"abc"', 'start_time', 'str')],
    ...['8640000000000001', '-8640000000000001', '9223372036854775807'].map(
      (start_time) => [{ experiment_id: '0', start_time }, outOfTime('start_time', start_time)] as const,
    ),
    [
      { experiment_id: '0', run_name: 'x', tags: [{ key: 'mlflow.runName', value: 'y' }] },
      invalid(
        "Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values (run_name='x', mlflow.runName='y').",
      ),
    ],
    [
      {
        experiment_id: '0',
        tags: [
          { key: 'a', value: '1' },
          { key: 'a', value: '2' },
        ],
      },
      failure(400, 'BAD_REQUEST', "The tag 'a' is given more than once."),
    ],
  ];

  test('more tags than a run is created with', async () => {
    const tags = Array.from({ length: 1001 }, (_none, index) => ({ key: `k${index}`, value: 'v' }));
    const reply = await server.post('runs/create', { experiment_id: '0', tags });
    expect(reply).toEqual(invalid('A run can be created with at most 1000 tags. Got 1001 tags.'));
  });

  test.for(rows)('%j', async ([body, expected]) => {
    expect(await server.post('runs/create', body)).toEqual(expected);
  });

  test('answers the run as it is stored', async () => {
    const { body } = await server.post('runs/create', {
      experiment_id: '0',
      run_name: 'mine',
      user_id: 'ann',
      start_time: '456',
      tags: [{ key: 'a', value: '1' }],
    });
    const { run } = body as { run: { info: { run_id: string } } };
    const { run_id } = run.info;
    expect(run).toEqual({
      info: {
        run_id,
        run_uuid: run_id,
        run_name: 'mine',
        experiment_id: '0',
        user_id: 'ann',
        status: 'RUNNING',
        start_time: 456,
        artifact_uri: `mlflow-artifacts:/0/${run_id}/artifacts`,
        lifecycle_stage: 'active',
      },
      data: {
        tags: [
          { key: 'a', value: '1' },
          { key: 'mlflow.runName', value: 'mine' },
        ],
      },
    });
    expect(await readRun(run_id)).toEqual({ ...run, inputs: {}, outputs: {} });
  });

  test('a run without a name gets one, and one without a start starts now', async () => {
    const run_id = await server.createRun({ start_time: 0 });
    const run = await readRun(run_id);
    const { info } = run as { info: { run_name: string; start_time: number } };
    expect(info.run_name).toMatch(/^calm-otter-/);
    expect(info.start_time).toBeGreaterThan(1_700_000_000_000);
  });

  test('camelCase and run_uuid are understood', async () => {
    const { body } = await server.post('runs/create', { experimentId: '0', runName: 'camel' });
    const { run_id } = (body as { run: { info: { run_id: string } } }).run.info;
    const reply = await server.get('runs/get', { run_uuid: run_id });
    expect(reply.body).toMatchObject({ run: { info: { run_name: 'camel' } } });
  });
});

describe('runs/update and the name', () => {
  test('changes what is given and nothing else', async () => {
    const run_id = await server.createRun({ run_name: 'before', start_time: 5 });
    const rows: readonly (readonly [change: object, info: object])[] = [
      [{ status: 'BAD' }, { status: 'RUNNING', run_name: 'before' }],
      [{ run_name: '' }, { run_name: 'before' }],
      [{ status: 4 }, { status: 'FAILED', start_time: 5 }],
      [
        { end_time: 9, status: 'FINISHED' },
        { end_time: 9, status: 'FINISHED' },
      ],
      [{ run_name: 'after' }, { run_name: 'after', end_time: 9 }],
    ];
    for (const [change, info] of rows) {
      const { body } = await server.post('runs/update', { run_id, ...change });
      expect(body).toMatchObject({ run_info: info });
    }
    expect(await readRun(run_id)).toMatchObject({
      data: { tags: [{ key: 'mlflow.runName', value: 'after' }] },
    });
  });

  test('refuses an end that is on no calendar', async () => {
    const run_id = await server.createRun();
    const end_time = '8640000000000001';
    expect(await server.post('runs/update', { run_id, end_time })).toEqual(outOfTime('end_time', end_time));
  });

  test('the tag renames the run', async () => {
    const run_id = await server.createRun();
    await server.post('runs/set-tag', { run_id, key: 'mlflow.runName', value: 'by tag' });
    expect(await readRun(run_id)).toMatchObject({ info: { run_name: 'by tag' } });
  });
});

describe('the trash', () => {
  test('deleting and restoring may be repeated; a deleted run takes no writes', async () => {
    const run_id = await server.createRun();
    for (const _again of [1, 2]) expect((await server.post('runs/delete', { run_id })).status).toBe(200);
    const refused = invalid(`The run ${run_id} must be in the 'active' state. Current state is deleted.`);
    const writes: readonly (readonly [call: string, fields: object])[] = [
      ['log-metric', { key: 'm', value: 1, timestamp: 1 }],
      ['log-batch', { params: [{ key: 'p', value: '1' }] }],
      ['log-parameter', { key: 'p', value: '1' }],
      ['set-tag', { key: 't', value: '1' }],
      ['delete-tag', { key: 'mlflow.runName' }],
      ['update', { status: 'FINISHED' }],
      ['log-inputs', {}],
    ];
    for (const [call, fields] of writes) {
      expect(await server.post(`runs/${call}`, { run_id, ...fields })).toEqual(refused);
    }
    for (const _again of [1, 2]) expect((await server.post('runs/restore', { run_id })).status).toBe(200);
    expect(await readRun(run_id)).toMatchObject({ info: { lifecycle_stage: 'active' } });
  });

  test('an unknown run', async () => {
    const reply = failure(404, 'RESOURCE_DOES_NOT_EXIST', 'Run with id=zz not found');
    expect(await server.post('runs/delete', { run_id: 'zz' })).toEqual(reply);
    expect(await server.get('runs/get', { run_id: 'zz' })).toEqual(reply);
  });
});

describe('metrics as a run shows them', () => {
  test('the latest is the one of the greatest step, time and value; NaN and infinities are words', async () => {
    const run_id = await server.createRun();
    const log = async (key: string, value: unknown, step: number, timestamp: number) =>
      server.post('runs/log-metric', { run_id, key, value, step, timestamp });
    await log('late', 3, 5, 10);
    await log('late', 4, 1, 99);
    await log('late', 2, 5, 10);
    await log('nan', 'NaN', 1, 1);
    await log('high', 'Infinity', 1, 1);
    await log('low', '-Infinity', 1, 1);
    expect(await readRun(run_id)).toMatchObject({
      data: {
        metrics: [
          { key: 'high', value: 'Infinity', timestamp: 1, step: 1 },
          { key: 'late', value: 3, timestamp: 10, step: 5 },
          { key: 'low', value: '-Infinity', timestamp: 1, step: 1 },
          { key: 'nan', value: 'NaN', timestamp: 1, step: 1 },
        ],
      },
    });
  });

  test('bare NaN is read as NaN, and a step beyond 2^53 keeps every digit', async () => {
    const run_id = await server.createRun();
    const text = `{"run_id":"${run_id}","metrics":[{"key":"n","value":NaN,"timestamp":1,"step":0},{"key":"big","value":1,"timestamp":1,"step":9223372036854775807}]}`;
    expect(await server.post('runs/log-batch', text)).toEqual({ status: 200, body: {} });
    const response = await server.send(`/api/2.0/mlflow/runs/get?run_id=${run_id}`);
    const answer = await response.text();
    expect(answer).toContain('{"key":"big","value":1,"timestamp":1,"step":9223372036854775807}');
    expect(answer).toContain('{"key":"n","value":"NaN","timestamp":1,"step":0}');
    const history = await server.send(`/api/2.0/mlflow/metrics/get-history?run_id=${run_id}&metric_key=big`);
    expect(await history.text()).toContain('"step":9223372036854775807');
  });

  test('history: exact repeats once, another value of the same step kept, in order of time', async () => {
    const run_id = await server.createRun();
    const point = { key: 'h', value: 1, timestamp: 5, step: 1 };
    const points = [point, point, { ...point, value: 2 }, { ...point, timestamp: 4, step: 9 }];
    await server.post('runs/log-batch', { run_id, metrics: points });
    await server.post('runs/log-metric', { run_id, ...point });
    const { body } = await server.get('metrics/get-history', { run_id, metric_key: 'h' });
    expect(body).toEqual({ metrics: [{ ...point, timestamp: 4, step: 9 }, point, { ...point, value: 2 }] });
    const first = await server.get('metrics/get-history', { run_id, metric_key: 'h', max_results: '2' });
    const page_token = String(first.body['next_page_token']);
    const second = await server.get('metrics/get-history', {
      run_id,
      metric_key: 'h',
      max_results: '2',
      page_token,
    });
    expect(second.body).toEqual({ metrics: [{ ...point, value: 2 }] });
  });
});

describe('metric history: what is refused', () => {
  const rows: readonly (readonly [call: string, query: string, expected: Reply])[] = [
    ['get-history', 'run_id=zz', missing('metric_key')],
    ['get-history', 'run_id=zz&metric_key=m', { status: 200, body: {} }],
    [
      'get-history-bulk',
      'metric_key=m',
      invalid('GetMetricHistoryBulk request must specify at least one run_id.'),
    ],
    [
      'get-history-bulk',
      `metric_key=m${'&run_id=a'.repeat(101)}`,
      invalid('GetMetricHistoryBulk request cannot specify more than 100 run_ids. Received 101 run_ids.'),
    ],
    ['get-history-bulk-interval', 'metric_key=m', missing('run_ids')],
    [
      'get-history-bulk-interval',
      'metric_key=m&run_ids=a&start_step=1',
      invalid('If either start step or end step are specified, both must be specified.'),
    ],
    [
      'get-history-bulk-interval',
      'metric_key=m&run_ids=a&max_results=0',
      invalid('max_results must be between 1 and 2500.'),
    ],
  ];
  test.for(rows)('%s %s', async ([call, query, expected]) => {
    const response = await server.send(`/ajax-api/2.0/mlflow/metrics/${call}?${query}`);
    expect(await toReply(response)).toEqual(expected);
  });
});
