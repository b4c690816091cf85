import { createTestServer } from '#server/protocols/mlflow/mlflow-client.suite.ts';
import { expect, test } from 'vitest';

/** Kinds of the markers of a run that was told to be so, one after the other. */
async function markersAfter(updates: readonly object[]) {
  const server = await createTestServer();
  const runId = await server.createRun();
  for (const update of updates) await server.post('runs/update', { run_id: runId, ...update });
  const answer = await server.send('/api/workspaces/default/annotations/markers', {
    method: 'POST',
    body: JSON.stringify({ runIds: [runId], metrics: [] }),
    headers: { 'content-type': 'application/json' },
  });
  const { markers } = (await answer.json()) as { readonly markers: readonly { readonly kind: string }[] };
  return markers.map(({ kind }) => kind);
}

const running = { status: 'RUNNING' };
test.each([
  ['running all along', [running, { ...running, run_name: 'other' }], []],
  ['ended and made running', [{ status: 'FINISHED', end_time: 5 }, running], ['resumed']],
  ['made running twice over', [{ status: 'KILLED', end_time: 5 }, running, running], ['resumed']],
  ['only renamed since its end', [{ status: 'FINISHED', end_time: 5 }, { run_name: 'other' }], []],
])('a run that is %s', async (_name, updates, expected) => {
  expect(await markersAfter(updates)).toEqual(expected);
});
