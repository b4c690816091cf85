import { migrations } from '#server/schema/migrations.ts';
import { createMemoryDatabase } from './memory-database.ts';
import { expect, test } from 'vitest';
import { findWorkspace, insertWorkspace } from '#server/modules/workspaces/workspaces.queries.ts';

test('a memory database keeps a workspace', async () => {
  const database = createMemoryDatabase(migrations);
  const actor = { personId: 'p', name: 'P', via: 'system' } as const;
  const input = { slug: 'a', name: 'A', description: '', artifactLocation: 'x:/{experiment}' };
  await database.write(insertWorkspace, input, { actor, nowMs: 1 });
  await expect(database.read(findWorkspace, 'a')).resolves.toMatchObject({
    name: 'A',
    defaultExperimentId: 0,
  });
  await expect(database.write(insertWorkspace, input, { actor, nowMs: 1 })).rejects.toMatchObject({
    code: 'already-exists',
  });
});
