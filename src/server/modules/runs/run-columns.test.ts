import { createClient } from '#client/call.ts';
import { setMetricDirection } from '#contract/metric-settings.ts';
import { Problem } from '#contract/problem.ts';
import { readRunColumns } from '#contract/run-columns.ts';
import { createTestServer } from '#server/protocols/mlflow/mlflow-client.suite.ts';
import { describe, expect, it } from 'vitest';

const params = { workspace: 'default' };

interface Logged {
  readonly name: string;
  /** Of the metric `score`, by step. */
  readonly score?: readonly (number | string)[];
  readonly params?: Readonly<Record<string, string>>;
}

async function createRuns(all: readonly Logged[]) {
  const server = await createTestServer();
  const { call } = createClient({ baseUrl: 'http://localhost', fetch: server.app.fetch });
  const ids: string[] = [];
  for (const [index, each] of all.entries()) {
    const runId = await server.createRun({ run_name: each.name, start_time: 1000 + index });
    ids.push(runId);
    await server.post('runs/log-batch', {
      run_id: runId,
      metrics: (each.score ?? []).map((value, step) => ({ key: 'score', value, timestamp: 5 + step, step })),
      params: Object.entries(each.params ?? {}).map(([key, value]) => ({ key, value })),
    });
  }
  return { server, call, ids };
}

const three: readonly Logged[] = [
  { name: 'a', score: [3, 9, 4], params: { lr: '1e-3', net: 'mlp' } },
  { name: 'b', score: [1, 'NaN'], params: { lr: '0.01', net: '7' } },
  { name: 'c', params: { net: '8' } },
];

describe('columns of runs', () => {
  it.each([
    ['metrics.score', 'number', [4, Number.NaN, null]],
    ['max(metrics.score)', 'number', [9, 1, null]],
    ['min(metrics.score)', 'number', [3, 1, null]],
    ['mean(metrics.score)', 'number', [16 / 3, 1, null]],
    ['first(metrics.score)', 'number', [3, 1, null]],
    ['best(metrics.score)', 'number', [9, 1, null]],
    ['count(metrics.score)', 'number', [3, 2, null]],
    ['has_nan(metrics.score)', 'number', [0, 1, null]],
    ['at(metrics.score, 1)', 'number', [9, Number.NaN, null]],
    ['at(metrics.score, 7)', 'text', [null, null, null]],
    ['params.lr', 'number', [0.001, 0.01, null]],
    ['params.net', 'text', ['mlp', '7', '8']],
    ['params.nobody', 'text', [null, null, null]],
    ['run_name', 'text', ['a', 'b', 'c']],
    ['start_time', 'number', [1000, 1001, 1002]],
  ])('read %s', async (term, kind, values) => {
    const { call } = await createRuns(three);
    const found = await call(readRunColumns, { params, body: { terms: [term], orderBy: ['start_time'] } });
    expect(found.runs.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(found.columns).toEqual([{ term, kind, values }]);
    expect(found.matching).toBe(3);
  });

  it('take the best value by the direction that somebody set', async () => {
    const { call } = await createRuns(three);
    await call(setMetricDirection, { params, body: { key: 'score', direction: 'down' } });
    const body = { terms: ['best(metrics.score)'], orderBy: ['start_time'] };
    const { columns } = await call(readRunColumns, { params, body });
    expect(columns[0]?.values).toEqual([3, 1, null]);
  });

  it('read the runs that are named, in that order, or those that a filter finds, and say how many match', async () => {
    const { call, ids } = await createRuns(three);
    const [a = '', b = '', c = ''] = ids;
    const named = await call(readRunColumns, {
      params,
      body: { terms: ['run_name'], runIds: [c, 'gone', a] },
    });
    expect(named.runs.map(({ runId }) => runId)).toEqual([c, a]);
    const filtered = await call(readRunColumns, {
      params,
      body: { terms: ['run_name'], filter: 'metrics.score != 0', orderBy: ['start_time DESC'], limit: 1 },
    });
    expect(filtered).toMatchObject({ runs: [{ runId: b }], matching: 2 });
  });

  it("read the runs that are nobody's child, or the children of one, as a search does", async () => {
    const { server, call, ids } = await createRuns(three);
    const [a = '', b = '', c = ''] = ids;
    await server.post('runs/set-tag', { run_id: c, key: 'mlflow.parentRunId', value: a });
    const body = { terms: ['run_name'], orderBy: ['start_time'] };
    const roots = await call(readRunColumns, { params, body: { ...body, parentRunId: null } });
    expect(roots).toMatchObject({ runs: [{ runId: a }, { runId: b }], matching: 2 });
    const children = await call(readRunColumns, { params, body: { ...body, parentRunId: a } });
    expect(children).toMatchObject({ runs: [{ runId: c }], matching: 1 });
  });

  it('say where a term is wrong', async () => {
    const { call } = await createRuns([]);
    const asked = call(readRunColumns, { params, body: { terms: ['params.lr', 'median(metrics.a)'] } });
    const problem = await asked.catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ code: 'invalid-input', detail: { field: 'terms.1', start: 0, end: 6 } });
  });
});
