import { createClient } from '#client/call.ts';
import { listActivity } from '#contract/activity.ts';
import { createAnnotation, replyToAnnotation } from '#contract/annotations.ts';
import { createExperiment } from '#contract/experiments.ts';
import { editRuns, moveRuns, purgeRuns, updateRuns } from '#contract/runs-bulk.ts';
import { deleteRuns, getRun, restoreRuns, searchRuns } from '#contract/runs.ts';
import { all, defineRead } from '#server/ports/database.ts';
import { createTestServer } from '#server/protocols/mlflow/mlflow-client.suite.ts';
import { describe, expect, it } from 'vitest';

const params = { workspace: 'default' };

const tables = [
  'run',
  'param',
  'tag',
  'series',
  'metric_block',
  'metric_journal',
  'artifact',
  'annotation',
  'annotation_reply',
];
const countRows = defineRead('test.count-rows', 'short', function* () {
  const counts: Record<string, unknown> = {};
  for (const table of tables)
    counts[table] = (yield* all<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n;
  return counts;
});

/** Three runs with a parameter and a metric; the second has a tag and a note already. */
async function createRuns() {
  const server = await createTestServer();
  const { call } = createClient({ baseUrl: 'http://localhost', fetch: server.app.fetch });
  const runIds: string[] = [];
  for (const index of [0, 1, 2]) {
    const runId = await server.createRun({ run_name: `run ${index}`, start_time: 1000 + index });
    runIds.push(runId);
    await server.post('runs/log-batch', {
      run_id: runId,
      metrics: [{ key: 'loss', value: index, timestamp: 5, step: 3 }],
      params: [{ key: 'lr', value: `0.${index}` }],
      tags: index === 1 ? [{ key: 'team', value: 'old' }] : [],
    });
  }
  const stateOf = async () => {
    const { rows } = await call(searchRuns, {
      params,
      body: { columns: { tags: ['team', 'mlflow.note.content', 'mlflow.runName'] }, orderBy: ['start_time'] },
    });
    return rows.map(({ name, experimentId, tags }) => ({ name, experimentId, tags }));
  };
  const eventsOf = async (subjectId: string) => {
    const { events } = await call(listActivity, { params, query: { subjectKind: 'run', subjectId } });
    return events.map(({ action, detail }) => ({ action, detail }));
  };
  return { server, call, runIds, stateOf, eventsOf };
}

describe('many runs at once', () => {
  it('are tagged, noted and renamed by a template, and all of it is taken back, and back again', async () => {
    const { call, runIds, stateOf, eventsOf } = await createRuns();
    const before = await stateOf();
    const body = {
      runIds,
      setTags: { team: 'vision' },
      note: 'why',
      name: '{n}: {name}, lr {params.lr}, loss {metrics.loss}',
    };
    const changed = await call(updateRuns, { params, body });
    expect(changed.changed).toBe(3);
    const after = await stateOf();
    expect(after.map(({ name }) => name)).toEqual([
      '1: run 0, lr 0.0, loss 0',
      '2: run 1, lr 0.1, loss 1',
      '3: run 2, lr 0.2, loss 2',
    ]);
    expect(after[1]?.tags).toEqual({
      team: 'vision',
      'mlflow.note.content': 'why',
      'mlflow.runName': '2: run 1, lr 0.1, loss 1',
    });
    expect((await eventsOf(runIds[1] ?? ''))[0]).toEqual({
      action: 'run.update',
      detail: {
        changes: [
          { what: 'tag', key: 'team', from: 'old', to: 'vision' },
          { what: 'note', key: null, from: null, to: 'why' },
          { what: 'name', key: null, from: 'run 1', to: '2: run 1, lr 0.1, loss 1' },
        ],
      },
    });
    const undone = await call(editRuns, { params, body: { edits: changed.undo } });
    expect(await stateOf()).toEqual(before);
    await call(editRuns, { params, body: { edits: undone.undo } });
    expect(await stateOf()).toEqual(after);
  });

  it('are taken back even where what they had is longer than what one may ask for', async () => {
    const { server, call, runIds, stateOf } = await createRuns();
    const [first = '', second = ''] = runIds;
    for (const [key, value] of [
      ['mlflow.runName', ` ${'n'.repeat(600)} `],
      ['team', 't'.repeat(8100)],
    ]) {
      await server.post('runs/set-tag', { run_id: first, key, value });
    }
    const before = await stateOf();
    const setTags = Object.fromEntries(Array.from({ length: 99 }, (_none, at) => [`k${at}`, 'v']));
    const body = { runIds: [first, second], setTags: { ...setTags, team: 'x' }, note: 'y', name: 'z' };
    const { undo } = await call(updateRuns, { params, body });
    expect(undo[0]?.removeTags).toHaveLength(100);
    await call(editRuns, { params, body: { edits: undo } });
    expect(await stateOf()).toEqual(before);
    const tooMany = { ...setTags, one: '1', two: '2' };
    await expect(
      call(updateRuns, { params, body: { runIds: [first], setTags: tooMany } }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('take more tags than a statement has parameters', async () => {
    const { call, runIds } = await createRuns();
    const setTags = Object.fromEntries(Array.from({ length: 33_000 }, (_none, at) => [`k${at}`, '']));
    const edits = [{ runId: runIds[0] ?? '', setTags }];
    expect(await call(editRuns, { params, body: { edits } })).toMatchObject({ changed: 1 });
  });

  it('that are as they should be already are not changed, and leave no trail', async () => {
    const { call, runIds, eventsOf } = await createRuns();
    const body = { runIds, setTags: { team: 'old' }, removeTags: ['nobody', 'mlflow.runName'] };
    expect(await call(updateRuns, { params, body })).toMatchObject({ changed: 2 });
    expect((await eventsOf(runIds[1] ?? '')).map(({ action }) => action)).not.toContain('run.update');
  });

  it('change all or none', async () => {
    const { call, runIds, stateOf } = await createRuns();
    const before = await stateOf();
    const setTags = { team: 'x' };
    await expect(
      call(updateRuns, { params, body: { runIds: [...runIds, 'nope'], setTags } }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(call(updateRuns, { params, body: { runIds, name: '{nope}' } })).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { field: 'name' },
    });
    await expect(call(updateRuns, { params, body: { runIds, name: '{tags.team}' } })).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { runId: runIds[0] },
    });
    expect(await stateOf()).toEqual(before);
    await call(deleteRuns, { params, body: { runIds: [runIds[2] ?? ''] } });
    await expect(call(updateRuns, { params, body: { runIds, setTags } })).rejects.toMatchObject({
      code: 'not-active',
    });
    await call(restoreRuns, { params, body: { runIds } });
    expect(await stateOf()).toEqual(before);
  });

  it('move to another experiment and back', async () => {
    const { call, runIds, stateOf, eventsOf } = await createRuns();
    const { experimentId } = await call(createExperiment, { params, body: { name: 'Other' } });
    const [first = '', second = ''] = runIds;
    await call(moveRuns, { params, body: { runIds: [first], experimentId } });
    const moved = await call(moveRuns, { params, body: { runIds: [first, second], experimentId } });
    const before = (await stateOf()).at(-1)?.experimentId ?? '';
    expect(moved).toEqual({ changed: 1, undo: [{ experimentId: before, runIds: [second] }] });
    expect((await stateOf()).map((each) => each.experimentId)).toEqual([experimentId, experimentId, before]);
    expect((await eventsOf(second))[0]).toEqual({
      action: 'run.move',
      detail: { from: before, to: experimentId },
    });
    for (const body of moved.undo) await call(moveRuns, { params, body });
    expect((await stateOf()).map((each) => each.experimentId)).toEqual([experimentId, before, before]);
    await expect(call(moveRuns, { params, body: { runIds, experimentId: '999' } })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('are purged from the trash alone, with their points and files', async () => {
    const { server, call, runIds, eventsOf } = await createRuns();
    const [first = '', second = ''] = runIds;
    const { database } = server.app.services.ports;
    const path = `mlflow-artifacts/artifacts/${(await call(getRun, { params: { ...params, runId: first } })).artifactUri.replace('mlflow-artifacts:/', '')}/model.txt`;
    const sent = await server.app.fetch(
      new Request(`http://localhost/api/2.0/${path}`, { method: 'PUT', body: 'weights' }),
    );
    expect(sent.status).toBe(200);
    for (const runId of [first, second]) {
      const place = { axis: 'step', from: 1, to: 2 } as const;
      const { annotationId } = await call(createAnnotation, {
        params,
        body: { runId, ...place, text: 'Spike' },
      });
      await call(replyToAnnotation, { params: { ...params, annotationId }, body: { text: 'Seen' } });
    }
    await call(searchRuns, { params, body: {} });
    const before = await database.read(countRows, undefined);
    await call(deleteRuns, { params, body: { runIds: [first] } });
    await expect(call(purgeRuns, { params, body: { runIds: [first, second] } })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await database.read(countRows, undefined)).toEqual(before);
    expect(await call(purgeRuns, { params, body: { runIds: [first] } })).toEqual({ purged: 1, filesLeft: 0 });
    expect(await database.read(countRows, undefined)).toMatchObject({
      run: 2,
      param: 2,
      series: 2,
      metric_block: 2,
      annotation: 1,
      annotation_reply: 1,
    });
    expect((await eventsOf(first)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['run.purge', 'artifact.delete']),
    );
    const gone = await server.app.fetch(new Request(`http://localhost/api/2.0/${path}`));
    expect(gone.status).toBe(404);
    await expect(call(restoreRuns, { params, body: { runIds: [first] } })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
