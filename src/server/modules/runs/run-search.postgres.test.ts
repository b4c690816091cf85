import { openPostgres } from '#adapters/database/postgres/open-postgres.ts';
import { startPrivateCluster } from '#adapters/database/postgres/private-cluster.ts';
import { migrations } from '#server/schema/migrations.ts';
import { afterAll, it } from 'vitest';
import { runSearchSuite } from './run-search.suite.ts';
import { fillWorld } from './run-world.suite.ts';

const cluster = await startPrivateCluster();

if (typeof cluster === 'string') {
  it.skip(`PostgreSQL: skipped, ${cluster}`);
} else {
  const database = await openPostgres({ url: cluster.url, migrations });
  afterAll(async () => {
    await database.close();
    await cluster.stop();
  });
  runSearchSuite(
    'PostgreSQL',
    async (runs) => {
      await fillWorld(database, runs);
      return { database, close: () => Promise.resolve() };
    },
    20,
  );
}
