import { createMemoryDatabase } from '#adapters/database/sqlite/memory-database.ts';
import { createLiveService } from '#server/modules/live/live.service.ts';
import type { Ports } from '#server/ports/ports.ts';
import { createTestServer } from '#server/protocols/mlflow/mlflow-client.suite.ts';
import { migrations } from '#server/schema/migrations.ts';
import { expect, test } from 'vitest';
import { createSampleService } from './sample.service.ts';

test('a start that could not be recorded can be tried again', async () => {
  const { app, ports } = await createTestServer();
  const workspace = await app.services.workspaces.bySlug('default');
  let failures = 1;
  const spare = createMemoryDatabase(migrations);
  await spare.close();
  const unsteady: Ports = {
    ...ports,
    database: {
      ...ports.database,
      write: async (definition, input, context) => {
        failures -= 1;
        return (failures < 0 ? ports.database : spare).write(definition, input, context);
      },
    },
  };
  const sample = createSampleService(unsteady, createLiveService());
  const actor = { personId: 'ada', name: 'Ada', via: 'studio' } as const;
  const start = async () => sample.start(workspace, 'http://localhost', actor);
  await expect(start()).rejects.toThrow(/closed|not open/);
  expect(sample.state(workspace).state).toBe('idle');
  expect((await start()).state).toBe('running');
});
