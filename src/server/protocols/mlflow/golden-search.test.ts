import { beforeAll, describe, expect, test } from 'vitest';
import { failure, missing } from './golden.suite.ts';
import { createTestServer, type Reply, type TestServer } from './mlflow-client.suite.ts';

let server: TestServer;
const runIds: string[] = [];

/** Five runs: `m` counts from 0, the last is NaN; `odd` only where it is odd. */
beforeAll(async () => {
  server = await createTestServer();
  for (let index = 0; index < 5; index += 1) {
    const runId = await server.createRun({ run_name: `run ${index}`, start_time: 1000 + index });
    runIds.push(runId);
    await server.post('runs/log-batch', {
      run_id: runId,
      metrics: [
        { key: 'm', value: index === 4 ? 'NaN' : index, timestamp: 7, step: 2 },
        ...(index % 2 === 1 ? [{ key: 'odd', value: 'Infinity', timestamp: 7, step: 0 }] : []),
      ],
      params: [{ key: 'p', value: `v${index}` }],
    });
  }
});

const invalid = (message: string) => failure(400, 'INVALID_PARAMETER_VALUE', message);

interface Page {
  readonly runs?: readonly { readonly info: { readonly run_id: string } }[];
  readonly next_page_token?: string;
}

async function search(body: Record<string, unknown>): Promise<Page> {
  const reply = await server.post('runs/search', { experiment_ids: ['0'], ...body });
  expect(reply.status).toBe(200);
  return reply.body;
}

function numbers(page: Page): readonly number[] {
  return (page.runs ?? []).map(({ info }) => runIds.indexOf(info.run_id));
}

describe('runs/search', () => {
  test.each([
    [{}, [4, 3, 2, 1, 0]],
    [{ filter: 'metrics.m > 0' }, [3, 2, 1]],
    [{ filter: 'metrics.m != 0' }, [4, 3, 2, 1]],
    [{ filter: 'metrics.m >= 1 AND metrics.odd > 1e300' }, [3, 1]],
    [{ filter: "params.p LIKE 'V%'" }, []],
    [{ filter: "params.p ILIKE 'V%'", max_results: 2 }, [4, 3]],
    [{ filter: "attributes.run_name = 'run 2'" }, [2]],
    [{ filter: "status = 'finished'" }, []],
    [{ filter: 'end_time > 0' }, []],
    [{ order_by: ['metrics.m DESC'] }, [3, 2, 1, 0, 4]],
    [{ order_by: ['metrics.m'] }, [0, 1, 2, 3, 4]],
    [{ order_by: ['metrics.odd DESC', 'params.p'] }, [1, 3, 0, 2, 4]],
    [{ order_by: ['created'] }, [0, 1, 2, 3, 4]],
    [{ order_by: ['metrics.nobody DESC'] }, [4, 3, 2, 1, 0]],
    [{ run_view_type: 'DELETED_ONLY' }, []],
    [{ run_view_type: 'BAD' }, [4, 3, 2, 1, 0]],
    [{ experiment_ids: [] }, []],
    [{ experiment_ids: ['77'] }, []],
  ])('%j', async (body, wanted) => {
    expect(numbers(await search(body))).toEqual(wanted);
  });

  test('answers whole runs, and leaves out empty lists', async () => {
    const page = await search({ filter: "params.p = 'v4'" });
    expect(page.runs).toMatchObject([
      {
        info: {
          run_id: runIds[4],
          run_uuid: runIds[4],
          run_name: 'run 4',
          experiment_id: '0',
          status: 'RUNNING',
        },
        data: {
          metrics: [{ key: 'm', value: 'NaN', timestamp: 7, step: 2 }],
          params: [{ key: 'p', value: 'v4' }],
        },
        inputs: {},
        outputs: {},
      },
    ]);
    await expect(search({ filter: "params.p = 'nobody'" })).resolves.toEqual({});
  });

  test.each([{}, { order_by: ['metrics.m DESC'] }, { order_by: ['metrics.odd', 'params.p DESC'] }])(
    'pages through %j, and ends without a token',
    async (body) => {
      const all = numbers(await search(body));
      const paged: number[] = [];
      let token: string | undefined;
      do {
        const page = await search({ ...body, max_results: 2, page_token: token });
        paged.push(...numbers(page));
        token = page.next_page_token;
      } while (token !== undefined);
      expect(paged).toEqual(all);
      await expect(search({ ...body, max_results: 5 })).resolves.not.toHaveProperty('next_page_token');
    },
  );

  test('refuses a token of another query', async () => {
    const { next_page_token: token } = await search({ max_results: 2 });
    const body = { experiment_ids: ['0'], page_token: token, filter: 'metrics.m > 0' };
    expect((await server.post('runs/search', body)).body).toMatchObject({
      error_code: 'INVALID_PARAMETER_VALUE',
    });
  });

  const refused: readonly (readonly [Record<string, unknown>, Reply])[] = [
    [{ filter: ' ' }, invalid(`Invalid filter ' '. Could not be parsed.`)],
    [{ filter: "metrics.m > '1'" }, invalid(`Expected numeric value type for metric. Found '1'`)],
    [{ order_by: ['metrics.m foo'] }, invalid(`Invalid ordering key in order_by clause 'metrics.m foo'.`)],
    [{ page_token: 'ä' }, invalid('Invalid page token, could not base64-decode')],
    [
      { max_results: 0 },
      invalid(`Invalid value 0 for parameter 'max_results' supplied. It must be a positive integer`),
    ],
    [
      { max_results: 50_001 },
      invalid(`Invalid value 50001 for parameter 'max_results' supplied. It must be at most 50000`),
    ],
  ];

  test.each(refused)('refuses %j', async (body, wanted) => {
    expect(await server.post('runs/search', { experiment_ids: ['0'], ...body })).toEqual(wanted);
  });
});

test('pages go on where they were when a key of the order is first used between them', async () => {
  const own = await createTestServer();
  const runs: string[] = [];
  for (const value of [3, 1, 2, 4]) {
    const run_id = await own.createRun();
    runs.push(run_id);
    await own.post('runs/log-metric', { run_id, key: 'm', value, timestamp: 1 });
  }
  const body = {
    experiment_ids: ['0'],
    order_by: ['metrics.unseen DESC', 'metrics.m ASC'],
    max_results: 2,
  };
  const idsOf = (reply: Reply) =>
    (reply.body['runs'] as { info: { run_id: string } }[]).map(({ info }) => info.run_id);
  const first = await own.post('runs/search', body);
  expect(idsOf(first)).toEqual([runs[1], runs[2]]);
  await own.post('runs/log-metric', { run_id: runs[1], key: 'unseen', value: 9, timestamp: 2 });
  const page_token = first.body['next_page_token'];
  expect(idsOf(await own.post('runs/search', { ...body, page_token }))).toEqual([runs[0], runs[3]]);
});

describe('searches beyond all measure', () => {
  test.each(['runs/search', 'experiments/search', 'logged-models/search'])(
    'are refused by %s',
    async (call) => {
      const scope = { experiment_ids: ['0'], max_results: 1 };
      const order = Array.from({ length: 51 }, (_none, index) => `metrics.m${index}`);
      const order_by = call === 'logged-models/search' ? order.map((field_name) => ({ field_name })) : order;
      expect(await server.post(call, { ...scope, filter: 'a IN ( '.repeat(20_000) })).toEqual(
        invalid('A filter may have at most 100000 characters.'),
      );
      expect(await server.post(call, { ...scope, order_by })).toEqual(
        invalid('An order may have at most 50 order_by clauses.'),
      );
    },
  );

  test('as much as allowed is answered, page by page', async () => {
    const own = await createTestServer();
    const keys = Array.from({ length: 50 }, (_none, index) => `m${index}`);
    const metrics = keys.map((key) => ({ key, value: 1, timestamp: 1 }));
    for (let index = 0; index < 2; index += 1) {
      await own.post('runs/log-batch', { run_id: await own.createRun(), metrics });
    }
    const order_by = keys.map((key) => `metrics.${key}`);
    const body = { experiment_ids: ['0'], max_results: 1, order_by };
    const first = await own.post('runs/search', body);
    expect(first).toMatchObject({ status: 200, body: { runs: [{}] } });
    const page_token = (first.body as Readonly<Record<string, unknown>>)['next_page_token'];
    const second = await own.post('runs/search', { ...body, page_token });
    expect(second).toMatchObject({ status: 200, body: { runs: [{}] } });
  });
});

describe('more experiments than a statement has parameters', () => {
  test.each(['runs/search', 'logged-models/search'])('are refused by %s', async (call) => {
    const experiment_ids = Array.from({ length: 70_000 }, (_none, index) => String(index));
    expect(await server.post(call, { experiment_ids })).toEqual(
      invalid(
        "Invalid value for parameter 'experiment_ids' supplied. A search takes at most 10000 experiments, not 70000: search in parts.",
      ),
    );
  });

  test.each(['runs/search', 'logged-models/search'])(
    'as many as allowed are answered by %s',
    async (call) => {
      const experiment_ids = Array.from({ length: 10_000 }, (_none, index) => String(index + 1));
      expect((await server.post(call, { experiment_ids })).status).toBe(200);
    },
  );
});

describe('experiments/search', () => {
  beforeAll(async () => {
    for (const name of ['Alpha', 'beta', 'gone']) await server.post('experiments/create', { name });
    await server.post('experiments/set-experiment-tag', { experiment_id: '1', key: 'team', value: 'vision' });
    await server.post('experiments/delete', { experiment_id: '3' });
  });

  async function names(body: Record<string, unknown>): Promise<readonly string[]> {
    const { body: page } = await server.post('experiments/search', { max_results: 100, ...body });
    return ((page['experiments'] ?? []) as { name: string }[]).map(({ name }) => name);
  }

  test.each([
    [{}, ['beta', 'Alpha', 'Default']],
    [{ view_type: 'DELETED_ONLY' }, ['gone']],
    [{ view_type: 'ALL', order_by: ['name'] }, ['Alpha', 'Default', 'beta', 'gone']],
    [{ filter: "name LIKE 'a%'" }, []],
    [{ filter: "name ILIKE 'a%'" }, ['Alpha']],
    [{ filter: "tags.team = 'vision'" }, ['Alpha']],
    [{ filter: 'tags.team IS NULL' }, ['beta', 'Default']],
    [{ filter: 'creation_time > 0', order_by: ['experiment_id ASC'] }, ['Default', 'Alpha', 'beta']],
  ])('%j', async (body, wanted) => {
    expect(await names(body)).toEqual(wanted);
  });

  test('pages', async () => {
    const first = await server.post('experiments/search', { max_results: 2 });
    const token = first.body['next_page_token'];
    const second = await server.post('experiments/search', { max_results: 2, page_token: token });
    expect(second.body).toMatchObject({ experiments: [{ name: 'Default', experiment_id: '0' }] });
    expect(second.body).not.toHaveProperty('next_page_token');
  });

  test.each([
    [{}, `Invalid value 0 for parameter 'max_results' supplied. It must be a positive integer`],
    [{ max_results: 5, page_token: '!' }, 'Invalid page token, could not base64-decode'],
    [{ max_results: 5, order_by: ['tags.a'] }, 'Invalid order_by entity: tag'],
  ])('refuses %j', async (body, message) => {
    expect(await server.post('experiments/search', body)).toEqual(invalid(message));
  });
});

describe('logged-models/search', () => {
  const modelIds: string[] = [];

  beforeAll(async () => {
    for (const [index, name] of ['small', 'large'].entries()) {
      const { body } = await server.post('logged-models', {
        experiment_id: '0',
        name,
        source_run_id: runIds[index],
        params: [{ key: 'depth', value: String(index) }],
      });
      const modelId = (body as { model: { info: { model_id: string } } }).model.info.model_id;
      modelIds.push(modelId);
      for (const [dataset, value] of [
        ['train', 0.9],
        ['test', index],
      ] as const) {
        await server.post('runs/log-metric', {
          run_id: runIds[index],
          key: 'acc',
          value,
          timestamp: 1,
          model_id: modelId,
          dataset_name: dataset,
          dataset_digest: 'd',
        });
      }
    }
  });

  const measured = [{ dataset_name: 'test', dataset_digest: 'd' }];
  test.each([
    [{}, [1, 0]],
    [{ filter: "name = 'small'" }, [0]],
    [{ filter: "params.depth IN ('0', '1')", order_by: [{ field_name: 'name' }] }, [1, 0]],
    [{ filter: 'metrics.acc > 0.5' }, [1, 0]],
    [{ filter: 'metrics.acc > 0.5', datasets: measured }, [1]],
    [{ datasets: [{ dataset_name: 'nobody' }] }, []],
    [
      { filter: "status = 'PENDING'", order_by: [{ field_name: 'creation_timestamp', ascending: true }] },
      [0, 1],
    ],
    [{ order_by: [{ field_name: 'metrics.acc', ascending: true, ...measured[0] }] }, [0, 1]],
    [{ order_by: [{ field_name: 'metrics.acc', ascending: false, ...measured[0] }], max_results: 1 }, [1]],
  ])('%j', async (body, wanted) => {
    const { body: page } = await server.post('logged-models/search', { experiment_ids: ['0'], ...body });
    const models = (page['models'] ?? []) as { info: { model_id: string } }[];
    expect(models.map(({ info }) => modelIds.indexOf(info.model_id))).toEqual(wanted);
  });

  test('refuses a search of no experiment', async () => {
    expect(await server.post('logged-models/search', {})).toEqual(missing('experiment_ids'));
  });
});
