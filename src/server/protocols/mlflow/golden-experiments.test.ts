import { beforeAll, describe, expect, test } from 'vitest';
import { createTestServer, type Reply, type TestServer } from './mlflow-client.suite.ts';
import { endpointHint, failure, missing, mistyped } from './golden.suite.ts';

let server: TestServer;

beforeAll(async () => {
  server = await createTestServer();
  await server.post('experiments/create', { name: 'taken' });
  await server.post('experiments/create', { name: 'gone' });
  await server.post('experiments/delete', { experiment_id: '2' });
  await server.post('experiments/create', { name: 'kept', tags: [{ key: 'a', value: '1' }] });
});

const invalid = (message: string) => failure(400, 'INVALID_PARAMETER_VALUE', message);

describe('experiments: what is refused, in MLflow’s words', () => {
  const rows: readonly (readonly [call: string, body: unknown, expected: Reply])[] = [
    ['create', {}, missing('name')],
    ['create', { name: '' }, missing('name')],
    ['create', '""', missing('name')],
    ['create', '[]', missing('name')],
    ['create', { name: 123 }, mistyped('123', 'name', 'int')],
    ['create', { name: 'n', tags: 'x' }, mistyped('"x"', 'tags', 'str')],
    ['create', { name: 'x'.repeat(501) }, invalid("'name' exceeds the maximum length of 500 characters")],
    [
      'create',
      { name: 'n', artifact_location: 'file:///a#b' },
      invalid("'artifact_location' URL can't include fragments or params."),
    ],
    [
      'create',
      { name: 'taken' },
      failure(400, 'RESOURCE_ALREADY_EXISTS', 'Experiment(name=taken) already exists.'),
    ],
    [
      'create',
      { name: 'gone' },
      failure(
        400,
        'RESOURCE_ALREADY_EXISTS',
        'Experiment(name=gone) already exists. It is in the trash: restore it, or take another name.',
      ),
    ],
    ['update', { experiment_id: '3' }, missing('new_name')],
    [
      'update',
      { experiment_id: '3', new_name: 'taken' },
      failure(400, 'BAD_REQUEST', 'Experiment(name=taken) already exists.'),
    ],
    [
      'update',
      { experiment_id: '2', new_name: 'again' },
      failure(500, 'INVALID_STATE', 'Cannot rename a non-active experiment.'),
    ],
    [
      'delete',
      { experiment_id: '2' },
      failure(404, 'RESOURCE_DOES_NOT_EXIST', 'No Experiment with id=2 exists'),
    ],
    [
      'restore',
      { experiment_id: '3' },
      failure(404, 'RESOURCE_DOES_NOT_EXIST', 'No Experiment with id=3 exists'),
    ],
    ['set-experiment-tag', { experiment_id: '3', key: 'k' }, missing('value')],
    ['set-experiment-tag', { experiment_id: 3, key: 'k', value: '' }, mistyped('3', 'experiment_id', 'int')],
    [
      'set-experiment-tag',
      { experiment_id: '3', key: 'k'.repeat(251), value: '' },
      invalid("'key' exceeds the maximum length of 250 characters"),
    ],
    [
      'set-experiment-tag',
      { experiment_id: '3', key: 'k', value: 'v'.repeat(5001) },
      invalid("'value' exceeds the maximum length of 5000 characters"),
    ],
    [
      'set-experiment-tag',
      { experiment_id: '2', key: 'k', value: 'v' },
      invalid("The experiment 2 must be in the 'active' state. Current state is deleted."),
    ],
    [
      'delete-experiment-tag',
      { experiment_id: '3', key: 'zz' },
      failure(404, 'RESOURCE_DOES_NOT_EXIST', 'No tag with name: zz in experiment with id 3'),
    ],
  ];
  test.for(rows)('%s %j', async ([call, body, expected]) => {
    expect(await server.post(`experiments/${call}`, body)).toEqual(expected);
  });

  const reads: readonly (readonly [call: string, query: Record<string, string>, expected: Reply])[] = [
    ['get', {}, missing('experiment_id')],
    [
      'get',
      { experiment_id: '99999' },
      failure(404, 'RESOURCE_DOES_NOT_EXIST', 'No Experiment with id=99999 exists'),
    ],
    [
      'get',
      { experiment_id: 'abc' },
      invalid("Invalid experiment ID 'abc'. Experiment ID must be a valid integer."),
    ],
    [
      'get-by-name',
      { experiment_name: 'nope' },
      failure(404, 'RESOURCE_DOES_NOT_EXIST', "Could not find experiment with name 'nope'"),
    ],
  ];
  test.for(reads)('%s %j', async ([call, query, expected]) => {
    expect(await server.get(`experiments/${call}`, query)).toEqual(expected);
  });
});

describe('experiments: what is answered', () => {
  test('an experiment in wire form, by id and by name, also a deleted one', async () => {
    const byId = await server.get('experiments/get', { experiment_id: '3' });
    const byName = await server.get('experiments/get-by-name', { experiment_name: 'kept' });
    expect(byId.body).toMatchObject({
      experiment: {
        experiment_id: '3',
        name: 'kept',
        artifact_location: 'mlflow-artifacts:/3',
        lifecycle_stage: 'active',
        tags: [{ key: 'a', value: '1' }],
        workspace: 'default',
      },
    });
    expect(byName).toEqual(byId);
    const gone = await server.get('experiments/get-by-name', { experiment_name: 'gone' });
    expect(gone.body['experiment']).toMatchObject({ lifecycle_stage: 'deleted' });
    expect(gone.body['experiment']).not.toHaveProperty('tags');
  });

  test('the Default experiment has id 0', async () => {
    const { body } = await server.get('experiments/get', { experiment_id: '0' });
    expect(body['experiment']).toMatchObject({ name: 'Default', artifact_location: 'mlflow-artifacts:/0' });
  });

  test('deleting takes the runs along, restoring brings all of them back', async () => {
    const created = await server.post('experiments/create', { name: 'moving' });
    const experiment_id = String(created.body['experiment_id']);
    const before = await server.createRun({ experiment_id });
    const after = await server.createRun({ experiment_id });
    await server.post('runs/delete', { run_id: before });
    await server.post('experiments/delete', { experiment_id });
    for (const run_id of [before, after]) {
      const { body } = await server.get('runs/get', { run_id });
      expect(body).toMatchObject({ run: { info: { lifecycle_stage: 'deleted' } } });
    }
    expect(await server.post('runs/create', { experiment_id })).toEqual(
      invalid(`The experiment ${experiment_id} must be in the 'active' state. Current state is deleted.`),
    );
    await server.post('experiments/restore', { experiment_id });
    for (const run_id of [before, after]) {
      const { body } = await server.get('runs/get', { run_id });
      expect(body).toMatchObject({ run: { info: { lifecycle_stage: 'active' } } });
    }
  });

  test('an unknown call tells of itself in JSON', async () => {
    const reply = await server.post('experiments/frobnicate', {});
    expect(reply).toEqual(failure(404, 'ENDPOINT_NOT_FOUND', endpointHint('POST', 'experiments/frobnicate')));
  });
});
