import { createClient } from '#client/call.ts';
import { createExperiment } from '#contract/experiments.ts';
import { setMetricDirection } from '#contract/metric-settings.ts';
import { groupRuns } from '#contract/run-groups.ts';
import { searchRuns } from '#contract/runs.ts';
import { createWorkspace } from '#contract/workspaces.ts';
import { createTestServer } from '#server/protocols/mlflow/mlflow-client.suite.ts';
import { describe, expect, it } from 'vitest';

const params = { workspace: 'default' };

interface Trial {
  readonly method: string;
  readonly seed: string;
  readonly score?: string | number;
  readonly note?: string;
}

/** Each with a parameter `method`, a `seed`, and a metric `score` where it has one. */
async function createTrials(trials: readonly Trial[]) {
  const server = await createTestServer();
  const { call } = createClient({ baseUrl: 'http://localhost', fetch: server.app.fetch });
  for (const [index, { method, seed, score, note }] of trials.entries()) {
    const runId = await server.createRun({ run_name: `run ${index}`, start_time: 1000 + index });
    await server.post('runs/log-batch', {
      run_id: runId,
      metrics: score === undefined ? [] : [{ key: 'score', value: score, timestamp: 5, step: 3 }],
      params: [
        { key: 'method', value: method },
        { key: 'seed', value: seed },
        ...(note === undefined ? [] : [{ key: 'note', value: note }]),
      ],
      tags: [{ key: 'team', value: 'it\'s "odd"' }],
    });
  }
  return { call, server };
}

const trials: readonly Trial[] = [
  { method: 'a', seed: '1', score: 1 },
  { method: 'a', seed: '2', score: 3 },
  { method: 'a', seed: '3', score: 'NaN' },
  { method: 'b', seed: '1', score: 10 },
  { method: 'b', seed: '2' },
  { method: 'b', seed: '3', score: 20, note: 'again' },
];

describe('runs in groups', () => {
  it('are counted and summed up, the largest group first, and a filter finds the members', async () => {
    const { call } = await createTrials(trials);
    const body = {
      by: ['params.method'],
      terms: ['metrics.score'],
      filter: "params.seed != '1' OR run_name = 'run 0'",
    };
    const found = await call(groupRuns, { params, body });
    expect(found).toMatchObject({ total: 2, matching: 5 });
    expect(found.groups.map(({ keys, runs, values }) => ({ keys, runs, values }))).toEqual([
      {
        keys: ['a'],
        runs: 3,
        values: [{ n: 2, nan: 1, mean: 2, sd: expect.closeTo(Math.SQRT2, 12), min: 1, max: 3, best: 3 }],
      },
      { keys: ['b'], runs: 2, values: [{ n: 1, nan: 0, mean: 20, sd: null, min: 20, max: 20, best: 20 }] },
    ]);
    for (const { filter, runs, keys } of found.groups) {
      const members = await call(searchRuns, {
        params,
        body: { filter: filter ?? '', columns: { params: ['method'] } },
      });
      expect(members.matching).toBe(runs);
      expect(members.rows.every((row) => row.params['method'] === keys[0])).toBe(true);
    }
  });

  it('are ordered by any figure, those without one last, by the direction that was set', async () => {
    const { call } = await createTrials([...trials, { method: 'c', seed: '1' }]);
    const by = ['params.method'];
    const terms = ['params.seed', 'best(metrics.score)'];
    const orderBy = { term: 1, of: 'best', ascending: false } as const;
    const upwards = await call(groupRuns, { params, body: { by, terms, orderBy } });
    expect(upwards.groups.map(({ keys }) => keys[0])).toEqual(['b', 'a', 'c']);
    expect(upwards.groups[0]?.values[0]).toMatchObject({ n: 3, mean: 2, best: null });
    await call(setMetricDirection, { params, body: { key: 'score', direction: 'down' } });
    const second = await call(groupRuns, { params, body: { by, terms, orderBy, offset: 1, limit: 1 } });
    expect(second).toMatchObject({ total: 3, groups: [{ keys: ['a'], values: [{}, { best: 1 }] }] });
  });

  it('are made by all parameters but the seed, and tell those that differ', async () => {
    const { call } = await createTrials(trials);
    const body = { by: [{ paramsExcept: ['seed'] }], terms: ['metrics.score'] };
    const { groups } = await call(groupRuns, { params, body });
    expect(groups.map(({ keys, params: different, runs }) => ({ keys, different, runs }))).toEqual([
      { keys: [null], different: { method: 'a' }, runs: 3 },
      { keys: [null], different: { method: 'b' }, runs: 2 },
      { keys: [null], different: { method: 'b', note: 'again' }, runs: 1 },
    ]);
    for (const { filter, runs } of groups) {
      expect(await call(searchRuns, { params, body: { filter: filter ?? '' } })).toMatchObject({
        matching: runs,
      });
    }
  });

  it('are told by their own parameters, whatever those are called', async () => {
    const { call, server } = await createTrials([{ method: 'a', seed: '1' }]);
    const runId = await server.createRun({ run_name: 'odd', start_time: 5000 });
    const names = ['constructor', 'toString'];
    await server.post('runs/log-batch', {
      run_id: runId,
      params: names.map((key) => ({ key, value: 'x' })),
    });
    const body = { by: [{ paramsExcept: ['seed'] }] };
    const { groups } = await call(groupRuns, { params, body });
    expect(groups).toHaveLength(2);
    for (const { filter, runs } of groups) {
      expect(filter).toContain('constructor');
      expect(await call(searchRuns, { params, body: { filter: filter ?? '' } })).toMatchObject({
        matching: runs,
      });
    }
  });

  it('have no filter where it would hold more comparisons than one is read with', async () => {
    const { call, server } = await createTrials([]);
    const runId = await server.createRun({ run_name: 'wide', start_time: 1 });
    for (const from of [0, 100]) {
      await server.post('runs/log-batch', {
        run_id: runId,
        params: Array.from({ length: 100 }, (_, index) => ({ key: `p${from + index}`, value: '1' })),
      });
    }
    const by = [{ paramsExcept: [] }];
    const whole = await call(groupRuns, { params, body: { by } });
    const filter = whole.groups[0]?.filter ?? '';
    expect(await call(searchRuns, { params, body: { filter } })).toMatchObject({ matching: 1 });
    const narrowed = await call(groupRuns, { params, body: { by, filter: "NOT run_name = 'x'" } });
    expect(narrowed.groups.map((group) => group.filter)).toEqual([null]);
  });

  it('tell nothing of parameters that none of them has, least of all of another workspace', async () => {
    const { call, server } = await createTrials(trials);
    await call(createWorkspace, { body: { slug: 'other', name: 'Other' } });
    const { experimentId } = await call(createExperiment, {
      params: { workspace: 'other' },
      body: { name: 'Secret' },
    });
    const made = await server.send('/api/2.0/mlflow/runs/create', {
      method: 'POST',
      body: JSON.stringify({ experiment_id: experimentId, start_time: 1 }),
      headers: { 'content-type': 'application/json', 'x-mlflow-workspace': 'other' },
    });
    const { run } = (await made.json()) as { run: { info: { run_id: string } } };
    await server.send('/api/2.0/mlflow/runs/log-parameter', {
      method: 'POST',
      body: JSON.stringify({ run_id: run.info.run_id, key: 'secret', value: '1' }),
      headers: { 'content-type': 'application/json', 'x-mlflow-workspace': 'other' },
    });
    const body = { by: [{ paramsExcept: ['seed'] }], filter: "params.method = 'a'" };
    const { groups } = await call(groupRuns, { params, body });
    expect(groups.map(({ filter }) => filter)).toEqual(["params.method = 'a' AND params.method = 'a'"]);
  });

  it('are made by up to three keys, attributes and missing values among them', async () => {
    const { call } = await createTrials(trials);
    const body = { by: ['params.note', 'status', 'tags.team'], terms: ['duration'] };
    const { groups } = await call(groupRuns, { params, body });
    expect(groups.map(({ keys, runs }) => ({ keys, runs }))).toEqual([
      { keys: [null, 'RUNNING', 'it\'s "odd"'], runs: 5 },
      { keys: ['again', 'RUNNING', 'it\'s "odd"'], runs: 1 },
    ]);
    // No filter can hold both kinds of quotes.
    expect(groups.map(({ filter }) => filter)).toEqual([null, null]);
    const byTime = await call(groupRuns, { params, body: { by: ['start_time'] } });
    const { matching } = await call(searchRuns, { params, body: { filter: byTime.groups[0]?.filter ?? '' } });
    expect(matching).toBe(1);
  });

  it('stop where the patterns of a filter work too long together, though each alone would not', async () => {
    let bits = 1;
    const note = Array.from({ length: 3000 }, () => {
      bits = (bits * 1_103_515_245 + 12_345) % 2_147_483_648;
      return bits > 1_073_741_824 ? 'a' : 'b';
    }).join('');
    const { call } = await createTrials([{ method: 'a', seed: '1', note }]);
    const one = "params.note !~ 'a([ab]{100}|[ab]{101}|[ab]{102})c'";
    const by = ['params.method'];
    expect(await call(groupRuns, { params, body: { by, filter: one } })).toMatchObject({ total: 1 });
    const filter = Array.from({ length: 8 }, () => one).join(' ');
    await expect(call(groupRuns, { params, body: { by, filter } })).rejects.toMatchObject({
      message: expect.stringContaining('takes too long'),
    });
  });

  it('point at a mistake', async () => {
    const { call } = await createTrials([]);
    for (const [body, field] of [
      [{ by: ['metrics.score'] }, 'by.0'],
      [{ by: ['status', 'nope'] }, 'by.1'],
      [{ by: ['status'], terms: ['min(params.lr)'] }, 'terms.0'],
      [{ by: ['status'], orderBy: { term: 0, of: 'mean', ascending: true } }, 'orderBy'],
    ] as const) {
      await expect(
        call(groupRuns, { params, body: { ...body, by: [...body.by] } as never }),
      ).rejects.toMatchObject({
        code: 'invalid-input',
        detail: { field },
      });
    }
    expect(await call(groupRuns, { params, body: { by: ['params.method'] } })).toEqual({
      groups: [],
      total: 0,
      matching: 0,
    });
  });
});
