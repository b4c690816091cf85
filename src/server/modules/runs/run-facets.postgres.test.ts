import { openPostgres } from '#adapters/database/postgres/open-postgres.ts';
import { startPrivateCluster } from '#adapters/database/postgres/private-cluster.ts';
import { migrations } from '#server/schema/migrations.ts';
import { afterAll } from 'vitest';
import { runFacetsSuite } from './run-facets.suite.ts';
import { fillWorld } from './run-world.suite.ts';

const cluster = await startPrivateCluster();

afterAll(async () => {
  if (typeof cluster !== 'string') await cluster.stop();
});

runFacetsSuite(
  'PostgreSQL',
  async (runs) => {
    const url = typeof cluster === 'string' ? 'postgres://nowhere' : cluster.url;
    const database = await openPostgres({ url, migrations });
    await fillWorld(database, runs);
    return { database, close: () => database.close() };
  },
  typeof cluster === 'string' ? cluster : undefined,
);
