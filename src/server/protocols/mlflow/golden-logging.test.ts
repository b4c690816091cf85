import { beforeAll, describe, expect, test } from 'vitest';
import { failure, missing, mistyped } from './golden.suite.ts';
import { createTestServer, type Reply, type TestServer } from './mlflow-client.suite.ts';

let server: TestServer;
let run_id: string;

beforeAll(async () => {
  server = await createTestServer();
  run_id = await server.createRun();
  await server.post('runs/log-parameter', { run_id, key: 'p', value: '1' });
});

interface Data {
  readonly params?: readonly object[];
  readonly tags?: readonly object[];
}

async function readData(run: string): Promise<Data> {
  const { body } = await server.get('runs/get', { run_id: run });
  return (body as { run: { data: Data } }).run.data;
}

const invalid = (message: string) => failure(400, 'INVALID_PARAMETER_VALUE', message);
const fine: Reply = { status: 200, body: {} };

const characters = (shown: string, field: string) =>
  invalid(
    `Invalid value "${shown}" for parameter '${field}' supplied: Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).`,
  );
const path = (shown: string, normal: string, field = 'name') =>
  invalid(
    `Invalid value "${shown}" for parameter '${field}' supplied: Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to '${normal}'`,
  );

const unkeepable = (field: string) =>
  invalid(
    `Invalid value "__proto__" for parameter '${field}' supplied: This name cannot be a member of a JSON object in every program that reads it. Choose another name.`,
  );

describe('names that are lost in objects', () => {
  test.each([
    ['log-parameter', { key: '__proto__', value: '1' }, 'key'],
    ['set-tag', { key: '__proto__', value: '1' }, 'key'],
    ['log-batch', { metrics: [{ key: '__proto__', value: 1, timestamp: 1 }] }, 'metrics[0].name'],
    ['log-batch', { params: [{ key: '__proto__', value: '1' }] }, 'params[0].key'],
    ['log-batch', { tags: [{ key: '__proto__', value: '1' }] }, 'tags[0].key'],
  ])('are refused by %s', async (call, fields, field) => {
    const run_id = await server.createRun();
    expect(await server.post(`runs/${call}`, { run_id, ...fields })).toEqual(unkeepable(field));
  });
});

test('a time that a double rounds is refused, as a number too', async () => {
  const run_id = await server.createRun();
  const body = `{"run_id":"${run_id}","key":"m","value":1,"timestamp":9223372036854775807}`;
  expect((await server.post('runs/log-metric', body)).body).toMatchObject({
    message: expect.stringContaining(
      "Invalid value 9223372036854775807 for parameter 'timestamp'",
    ) as unknown,
  });
});

describe('log-metric', () => {
  const rows: readonly (readonly [fields: Record<string, unknown>, expected: Reply])[] = [
    [{ value: null }, missing('value')],
    [{ value: '' }, missing('value')],
    [{ value: 'abc' }, mistyped('"abc"', 'value', 'str')],
    [{ value: [] }, mistyped('[]', 'value', 'list')],
    ...['1.5', 'NaN', 'Infinity', '-Infinity', true, 1, -2.5e-7].map((value) => [{ value }, fine] as const),
    [{ timestamp: undefined }, missing('timestamp')],
    [
      { timestamp: -1 },
      invalid(
        "Invalid value -1 for parameter 'timestamp' supplied: metric 'm' (value=1.0). Timestamp must be a nonnegative long (64-bit integer) ",
      ),
    ],
    ...['9007199254740992', '9223372036854775807'].map(
      (timestamp) =>
        [
          { timestamp },
          invalid(
            `Invalid value ${timestamp} for parameter 'timestamp' supplied: metric 'm' (value=1.0). Timestamp must be in milliseconds, at most 9007199254740991.`,
          ),
        ] as const,
    ),
    [
      { timestamp: '-9223372036854775808' },
      invalid(
        "Invalid value -9223372036854775808 for parameter 'timestamp' supplied: metric 'm' (value=1.0). Timestamp must be a nonnegative long (64-bit integer) ",
      ),
    ],
    ...['9007199254740991', '5', 5.0, 0].map((timestamp) => [{ timestamp }, fine] as const),
    [{ timestamp: 1.5 }, mistyped('1.5', 'timestamp', 'float')],
    ...[-3, '7', 2.0, null].map((step) => [{ step }, fine] as const),
    [{ step: '9223372036854775808' }, mistyped('"9223372036854775808"', 'step', 'str')],
    [{ key: '__proto__' }, unkeepable('name')],
    ...['__proto__/x', 'constructor', 'toString'].map((key) => [{ key }, fine] as const),
    [{ key: '' }, missing('key')],
    [{ key: 7 }, mistyped('7', 'key', 'int')],
    [{ key: '../x' }, path('../x', '../x')],
    [{ key: '/x' }, path('/x', '/x')],
    [{ key: 'a//b' }, path('a//b', 'a/b')],
    [{ key: './a' }, path('./a', 'a')],
    [{ key: '.' }, path('.', '.')],
    [{ key: 'a/../b' }, path('a/../b', 'b')],
    [{ key: 'a@b' }, characters('a@b', 'name')],
    [{ key: 'a(b)' }, characters('a(b)', 'name')],
    [{ key: 'a\n' }, characters(String.raw`a\n`, 'name')],
    ...['a/b', '指标', 'a:b', 'a b', 'a..b', 'x'.repeat(250)].map((key) => [{ key }, fine] as const),
    [{ key: 'x'.repeat(251) }, invalid("'Metric name' exceeds the maximum length of 250 characters")],
    [{ run_id: '' }, missing('run_id')],
    [{ run_id: 'zz' }, failure(404, 'RESOURCE_DOES_NOT_EXIST', 'Run with id=zz not found')],
  ];
  test.for(rows)('%j', async ([fields, expected]) => {
    const body = { run_id, key: 'm', value: 1, timestamp: 1, ...fields };
    expect(await server.post('runs/log-metric', body)).toEqual(expected);
  });

  test('an integer beyond 64 bits is refused, whatever it is written as', async () => {
    for (const step of ['9223372036854775808', '1e300']) {
      const body = `{"run_id":"${run_id}","key":"m","value":1,"timestamp":1,"step":${step}}`;
      const reply = await server.post('runs/log-metric', body);
      expect(reply.status).toBe(400);
      expect(reply.body['error_code']).toBe('INVALID_PARAMETER_VALUE');
    }
  });
});

describe('log-parameter and set-tag', () => {
  const rows: readonly (readonly [call: string, fields: Record<string, unknown>, expected: Reply])[] = [
    ['log-parameter', { key: 'p', value: '1' }, fine],
    [
      'log-parameter',
      { key: 'p', value: '2' },
      invalid(
        "Changing param values is not allowed. Param with key='p' was already logged with value='1' for run ID='RUN'. Attempted logging new value '2'.",
      ),
    ],
    ['log-parameter', { key: 'q', value: 5 }, mistyped('5', 'value', 'int')],
    ['log-parameter', { key: 'q', value: true }, mistyped('true', 'value', 'bool')],
    ['log-parameter', { key: 'null', value: null }, fine],
    ['log-parameter', { key: 'absent' }, fine],
    ['log-parameter', { key: 'a@b', value: 'x' }, characters('a@b', 'key')],
    [
      'log-parameter',
      { key: 'x'.repeat(251), value: 'x' },
      invalid("'Param key' exceeds the maximum length of 250 characters"),
    ],
    ['set-tag', { key: 'a@b', value: 'x' }, characters('a@b', 'key')],
    [
      'set-tag',
      { key: 'x'.repeat(251), value: 'x' },
      invalid("'key' exceeds the maximum length of 250 characters"),
    ],
    [
      'delete-tag',
      { key: 't' },
      failure(404, 'RESOURCE_DOES_NOT_EXIST', 'No tag with name: t in run with id RUN'),
    ],
  ];
  test.for(rows)('%s %j', async ([call, fields, expected]) => {
    const reply = await server.post(`runs/${call}`, { run_id, ...fields });
    const text = JSON.stringify(expected).replaceAll('RUN', run_id);
    expect(reply).toEqual(JSON.parse(text));
  });

  test('long values are cut, as MLflow cuts them', async () => {
    await server.post('runs/log-parameter', { run_id, key: 'long', value: 'v'.repeat(6001) });
    await server.post('runs/set-tag', { run_id, key: 'long', value: 'v'.repeat(8001) });
    const { params, tags } = await readData(run_id);
    expect(params).toContainEqual({ key: 'long', value: 'v'.repeat(6000) });
    expect(tags).toContainEqual({ key: 'long', value: 'v'.repeat(8000) });
  });
});

const many = (count: number, make: (index: number) => object) =>
  Array.from({ length: count }, (_each, index) => make(index));
const metric = (index: number) => ({ key: `m${index}`, value: index, timestamp: 1 });
const pair = (index: number) => ({ key: `k${index}`, value: 'v' });

describe('log-batch', () => {
  const tooMany = (limit: number, what: string, got: number) =>
    invalid(
      `A batch logging request can contain at most ${limit} ${what}. Got ${got} ${what}. Please split up ${what} across multiple requests and try again.`,
    );
  const rows: readonly (readonly [name: string, fields: object, expected: Reply])[] = [
    ['empty', {}, fine],
    ['lists that are none', { metrics: 'x' }, mistyped('"x"', 'metrics', 'str')],
    ['a metric without time', { metrics: [{ key: 'a', value: 1 }] }, missing('metrics[0].timestamp')],
    ['a parameter without key', { params: [{ value: 'x' }] }, missing('params[0].key')],
    ['a tag with a number', { tags: [{ key: 'a', value: 3 }] }, mistyped('3', 'tags[0].value', 'int')],
    [
      'a bad name',
      { metrics: [{ key: 'a@b', value: 1, timestamp: 1 }] },
      characters('a@b', 'metrics[0].name'),
    ],
    ['a bad parameter name', { params: [{ key: 'a@b' }] }, characters('a@b', 'params[0].key')],
    ['an odd run id', { run_id: 'a b' }, invalid(`Invalid value "a b" for parameter 'run_id' supplied.`)],
    [
      'an unknown run',
      { run_id: 'unknown' },
      failure(404, 'RESOURCE_DOES_NOT_EXIST', 'Run with id=unknown not found'),
    ],
    ['1001 metrics', { metrics: many(1001, metric) }, tooMany(1000, 'metrics', 1001)],
    ['101 params', { params: many(101, pair) }, tooMany(100, 'params', 101)],
    ['101 tags', { tags: many(101, pair) }, tooMany(100, 'tags', 101)],
    [
      '950 metrics and 51 params',
      { metrics: many(950, metric), params: many(51, pair) },
      tooMany(1000, 'metrics, params, and tags', 1001),
    ],
    [
      'a parameter twice',
      { params: [pair(1), pair(1)] },
      invalid(
        "Duplicate parameter keys have been submitted: ['k1']. Please ensure the request contains only one param value per param key.",
      ),
    ],
  ];
  test.for(rows)('%s', async ([, fields, expected]) => {
    expect(await server.post('runs/log-batch', { run_id, ...fields })).toEqual(expected);
  });

  test('a conflict keeps everything of the batch out', async () => {
    const run = await server.createRun();
    await server.post('runs/log-batch', { run_id: run, params: [{ key: 'a', value: '1' }] });
    const reply = await server.post('runs/log-batch', {
      run_id: run,
      metrics: [{ key: 'm', value: 1, timestamp: 1 }],
      params: [
        { key: 'b', value: '1' },
        { key: 'a', value: '2' },
      ],
      tags: [{ key: 't', value: '1' }],
    });
    expect(reply).toEqual(
      invalid(
        `Changing param values is not allowed. Params were already logged='[{'key': 'a', 'old_value': '1', 'new_value': '2'}]' for run ID='${run}'.`,
      ),
    );
    const { body } = await server.get('runs/get', { run_id: run });
    expect(body).toMatchObject({ run: { data: { params: [{ key: 'a', value: '1' }] } } });
    expect(body['run']).not.toHaveProperty('data.metrics');
    expect((body as { run: { data: { tags: object[] } } }).run.data.tags).toHaveLength(1);
  });

  test('of repeated tags the last wins; a repeat of the same parameters is welcome', async () => {
    const run = await server.createRun();
    const batch = {
      run_id: run,
      params: [{ key: 'a', value: '1' }],
      tags: [pair(1), { key: 'k1', value: 'last' }],
    };
    expect(await server.post('runs/log-batch', batch)).toEqual(fine);
    expect(await server.post('runs/log-batch', batch)).toEqual(fine);
    expect((await readData(run)).tags).toContainEqual({ key: 'k1', value: 'last' });
  });
});
