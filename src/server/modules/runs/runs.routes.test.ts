import { createClient } from '#client/call.ts';
import type { Problem } from '#contract/problem.ts';
import {
  compareRuns,
  deleteRuns,
  getRun,
  listRunFields,
  readSparklines,
  restoreRuns,
  searchRuns,
  updateRun,
} from '#contract/runs.ts';
import { unpackSparkline } from '#domain/series/sparkline.ts';
import { createTestServer } from '#server/protocols/mlflow/mlflow-client.suite.ts';
import { describe, expect, it } from 'vitest';

const params = { workspace: 'default' };

/** Three runs: `acc` is 0.5, 0.9 and NaN; the third is a child of the first. */
async function createRuns() {
  const server = await createTestServer();
  const { call } = createClient({ baseUrl: 'http://localhost', fetch: server.app.fetch });
  const ids: string[] = [];
  for (const [index, acc] of ['0.5', '0.9', 'NaN'].entries()) {
    const runId = await server.createRun({ run_name: `run ${index}`, start_time: 1000 + index });
    ids.push(runId);
    await server.post('runs/log-batch', {
      run_id: runId,
      metrics: [
        { key: 'acc', value: acc, timestamp: 5, step: 3 },
        { key: 'loss', value: index, timestamp: 5, step: 3 },
      ],
      params: [{ key: 'lr', value: `0.${index}` }],
      tags: index === 2 ? [{ key: 'mlflow.parentRunId', value: ids[0] }] : [],
    });
  }
  return { server, call, ids };
}

describe('runs in the studio', () => {
  it('give each run a number of its own, and the colour that its tag says', async () => {
    const { call, ids } = await createRuns();
    const before = await call(searchRuns, { params, body: {} });
    expect(new Set(before.rows.map(({ mark }) => mark)).size).toBe(3);
    expect(before.rows.map(({ colour }) => colour)).toEqual([null, null, null]);
    const setTags = { 'mlflow.runColor': '#123abc' };
    await call(updateRun, { params: { ...params, runId: ids[0] ?? '' }, body: { setTags } });
    const { rows } = await call(searchRuns, { params, body: { filter: "attributes.run_name = 'run 0'" } });
    expect(rows).toMatchObject([{ colour: '#123abc', mark: before.rows[2]?.mark, tags: {} }]);
    const { runs } = await call(compareRuns, { params, body: { runIds: ids } });
    expect(runs.map(({ mark }) => mark)).toEqual(before.rows.map(({ mark }) => mark).toReversed());
  });

  it('lists a window with just the columns asked for', async () => {
    const { call, ids } = await createRuns();
    const body = {
      filter: 'metrics.loss < 2',
      orderBy: ['metrics.acc DESC'],
      columns: { metrics: ['acc'], params: ['lr', 'nobody'], tags: ['mlflow.runName'] },
    };
    const found = await call(searchRuns, { params, body });
    expect(found).toMatchObject({
      matching: 2,
      total: 3,
      rows: [
        { runId: ids[1], metrics: { acc: 0.9 }, params: { lr: '0.1' }, tags: { 'mlflow.runName': 'run 1' } },
        { runId: ids[0], metrics: { acc: 0.5 }, experimentName: 'Default', parentRunId: null },
      ],
    });
    const all = await call(searchRuns, {
      params,
      body: { orderBy: ['metrics.acc'], offset: 2, columns: body.columns },
    });
    expect(all.rows).toMatchObject([{ runId: ids[2], metrics: { acc: Number.NaN }, parentRunId: ids[0] }]);
    expect(all.rows[0]?.tags).toEqual({ 'mlflow.runName': 'run 2' });
  });

  it('shows any value term, and the step of extremes', async () => {
    const { server, call, ids } = await createRuns();
    const [first = ''] = ids;
    const point = (step: number, value: number) => ({ key: 'acc', value, timestamp: 6 + step, step });
    await server.post('runs/log-batch', { run_id: first, metrics: [point(4, 0.75), point(5, 0.25)] });
    const terms = [
      'metrics.acc',
      'best(metrics.acc)',
      'min(metrics.acc)',
      'count(metrics.acc)',
      'at(metrics.acc, 4)',
      'params.lr',
      'duration',
      'metrics.nobody',
    ];
    const { rows } = await call(searchRuns, { params, body: { terms, orderBy: ['max(metrics.loss)'] } });
    expect(rows.map(({ cells }) => cells)).toEqual([
      [0.25, 0.75, 0.25, 3, 0.75, '0.0', null, null],
      [0.9, 0.9, 0.9, 1, null, '0.1', null, null],
      [Number.NaN, null, null, 1, null, '0.2', null, null],
    ]);
    expect(rows[0]?.steps).toEqual([null, '4', '5', null, null, null, null, null]);
    expect(rows[2]?.steps).toEqual(terms.map(() => null));
    const plainRows = await call(searchRuns, { params, body: { terms: ['params.lr'] } });
    expect(plainRows.rows[0]).not.toHaveProperty('steps');
    await expect(
      call(searchRuns, { params, body: { terms: ['params.lr', 'best(lr)'] } }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { field: 'terms.1' },
    });
  });

  it('orders parameters that read as numbers as numbers, before other texts, and what is missing last', async () => {
    const { server, call, ids } = await createRuns();
    for (const [index, value] of ['10', '9', 'auto'].entries()) {
      await server.post('runs/log-parameter', { run_id: ids[index], key: 'size', value });
    }
    await server.createRun({ run_name: 'without' });
    const namesBy = async (...orderBy: string[]) => {
      const { rows } = await call(searchRuns, { params, body: { orderBy } });
      return rows.map(({ name }) => name);
    };
    expect(await namesBy('params.size')).toEqual(['run 1', 'run 0', 'run 2', 'without']);
    expect(await namesBy('params.size DESC')).toEqual(['run 0', 'run 1', 'run 2', 'without']);
  });

  it('shows runs as a tree: those of nobody with their number of children, then the children of one', async () => {
    const { call, ids } = await createRuns();
    const roots = await call(searchRuns, { params, body: { parentRunId: null } });
    expect(roots).toMatchObject({ matching: 2, total: 3 });
    expect(roots.rows.map(({ runId, childCount }) => [runId, childCount])).toEqual([
      [ids[1], undefined],
      [ids[0], 1],
    ]);
    const { rows } = await call(searchRuns, {
      params,
      body: { parentRunId: ids[0] ?? '', filter: 'metrics.loss > 1' },
    });
    expect(rows.map(({ runId }) => runId)).toEqual([ids[2]]);
  });

  it('draws small lines of a metric, none of runs without a finite value', async () => {
    const { server, call, ids } = await createRuns();
    const metrics = Array.from({ length: 100 }, (_each, step) => ({
      key: 'curve',
      value: step,
      timestamp: 1,
      step,
    }));
    await server.post('runs/log-batch', { run_id: ids[0], metrics });
    const { sparklines } = await call(readSparklines, {
      params,
      body: { runIds: [...ids, 'nope'], key: 'curve' },
    });
    expect(sparklines).toMatchObject([{ runId: ids[0], min: 0, max: 99 }]);
    const stretches = unpackSparkline(sparklines[0]?.packed ?? '');
    expect(stretches).toHaveLength(32);
    expect([stretches[0]?.low, stretches[31]?.high]).toEqual([0, 1]);
    const acc = await call(readSparklines, { params, body: { runIds: ids, key: 'acc' } });
    expect(acc.sparklines.map(({ runId }) => runId)).toEqual(ids.slice(0, 2));
  });

  it('points at the mistake in a filter', async () => {
    const { call } = await createRuns();
    await expect(call(searchRuns, { params, body: { filter: "metrics.acc > 'x'" } })).rejects.toMatchObject({
      code: 'invalid-input',
      message: "Expected a number, without quotes, found ''x''.",
      detail: { field: 'filter', start: 14, end: 17 },
    } satisfies Partial<Problem>);
    await expect(call(searchRuns, { params, body: { orderBy: ['status', 'nope'] } })).rejects.toMatchObject({
      detail: { field: 'orderBy.1' },
    });
    expect((await call(searchRuns, { params, body: { filter: '  ' } })).matching).toBe(3);
  });

  it('tells which keys are in use, the most used first', async () => {
    const { call } = await createRuns();
    const fields = await call(listRunFields, { params, query: {} });
    expect(fields.metrics).toEqual([
      { key: 'acc', runs: 3 },
      { key: 'loss', runs: 3 },
    ]);
    expect(fields.params).toEqual([{ key: 'lr', runs: 3, kind: 'number', examples: ['0.0', '0.1', '0.2'] }]);
    expect(fields.tags.map(({ key }) => key)).toContain('mlflow.parentRunId');
    const some = await call(listRunFields, { params, query: { search: 'LOS', limit: 1 } });
    expect(some).toMatchObject({ metrics: [{ key: 'loss' }], params: [], totals: { metrics: 1, params: 0 } });
    expect((await call(listRunFields, { params, query: { experiments: '99' } })).metrics).toEqual([]);
  });

  it('shows one run with its family', async () => {
    const { call, ids } = await createRuns();
    const [parent = '', , child = ''] = ids;
    const shown = await call(getRun, { params: { ...params, runId: child } });
    expect(shown).toMatchObject({
      name: 'run 2',
      parent: { runId: parent, name: 'run 0' },
      params: { lr: '0.2' },
      metrics: [
        { key: 'acc', last: Number.NaN, lastStep: '3', min: null, points: 1, nanPoints: 1 },
        { key: 'loss', last: 2, min: 2, max: 2 },
      ],
    });
    const above = await call(getRun, { params: { ...params, runId: parent } });
    expect(above).toMatchObject({ childrenTotal: 1, children: [{ runId: child, status: 'RUNNING' }] });
    await expect(call(getRun, { params: { ...params, runId: 'nope' } })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('compares runs in the order asked for and names those it does not know', async () => {
    const { call, ids } = await createRuns();
    const body = { runIds: [ids[1] ?? '', 'nope', ids[0] ?? ''] };
    const compared = await call(compareRuns, { params, body });
    expect(compared.runs.map(({ runId }) => runId)).toEqual([ids[1], ids[0]]);
    expect(compared.missing).toEqual(['nope']);
    expect(compared.runs[0]?.params).toEqual({ lr: '0.1' });
  });

  it('renames, notes and tags a run, moves it to the trash and back', async () => {
    const { call, ids } = await createRuns();
    const runId = ids[0] ?? '';
    const change = { name: 'best', note: '# Why', setTags: { team: 'vision' } };
    const changed = await call(updateRun, { params: { ...params, runId }, body: change });
    expect(changed).toMatchObject({
      name: 'best',
      tags: { 'mlflow.runName': 'best', 'mlflow.note.content': '# Why', team: 'vision' },
    });
    const untagged = await call(updateRun, { params: { ...params, runId }, body: { removeTags: ['team'] } });
    expect(untagged.tags).not.toHaveProperty('team');
    await expect(call(deleteRuns, { params, body: { runIds: [runId] } })).resolves.toEqual({
      changed: 1,
      runIds: [runId],
    });
    expect((await call(searchRuns, { params, body: { view: 'deleted' } })).rows).toMatchObject([{ runId }]);
    expect((await call(searchRuns, { params, body: {} })).total).toBe(2);
    await expect(call(restoreRuns, { params, body: { runIds: [runId] } })).resolves.toEqual({
      changed: 1,
      runIds: [runId],
    });
    expect((await call(searchRuns, { params, body: {} })).total).toBe(3);
  });
});
