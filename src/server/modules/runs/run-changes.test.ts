import { createClient } from '#client/call.ts';
import { listActivity } from '#contract/activity.ts';
import { updateRun } from '#contract/runs.ts';
import { createTestServer } from '#server/protocols/mlflow/mlflow-client.suite.ts';
import { expect, it } from 'vitest';

const params = { workspace: 'default' };

async function createRun() {
  const server = await createTestServer();
  const { call } = createClient({ baseUrl: 'http://localhost', fetch: server.app.fetch });
  const runId = await server.createRun({ run_name: 'first' });
  return {
    change: async (body: object) => call(updateRun, { params: { ...params, runId }, body }),
    async changes() {
      const query = { subjectKind: 'run', subjectId: runId };
      const { events } = await call(listActivity, { params, query });
      return events.filter(({ action }) => action === 'run.update').map(({ detail }) => detail['changes']);
    },
  };
}

it('the trail tells what a run’s values were and what they became', async () => {
  const { change, changes } = await createRun();
  await change({ name: 'second', setTags: { team: 'vision' } });
  await change({ setTags: { team: 'speech' } });
  await change({ removeTags: ['team', 'nobody'] });
  expect(await changes()).toEqual([
    [{ what: 'tag', key: 'team', from: 'speech', to: null }],
    [{ what: 'tag', key: 'team', from: 'vision', to: 'speech' }],
    [
      { what: 'name', key: null, from: 'first', to: 'second' },
      { what: 'tag', key: 'team', from: null, to: 'vision' },
    ],
  ]);
});

it('every version of a note is kept whole, other values in brief', async () => {
  const { change, changes } = await createRun();
  const long = 'x'.repeat(8000);
  await change({ note: long });
  await change({ note: 'short', setTags: { long } });
  const [second, first] = await changes();
  expect(first).toEqual([{ what: 'note', key: null, from: null, to: long }]);
  expect(second).toEqual([
    { what: 'tag', key: 'long', from: null, to: `${'x'.repeat(500)}…` },
    { what: 'note', key: null, from: long, to: 'short' },
  ]);
});

it('a change that changes nothing has none to tell', async () => {
  const { change, changes } = await createRun();
  await change({ name: 'first' });
  expect(await changes()).toEqual([undefined]);
});
