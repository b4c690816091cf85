import { openPostgres } from '#adapters/database/postgres/open-postgres.ts';
import { startPrivateCluster } from '#adapters/database/postgres/private-cluster.ts';
import type { Database } from '#server/ports/database.ts';
import { migrations } from '#server/schema/migrations.ts';
import { afterAll } from 'vitest';
import { consoleSuite } from './console.suite.ts';

const cluster = await startPrivateCluster();
let opened: Database | undefined;

afterAll(async () => {
  await opened?.close();
  if (typeof cluster !== 'string') await cluster.stop();
});

consoleSuite(
  'PostgreSQL',
  async () => {
    opened ??= await openPostgres({
      url: typeof cluster === 'string' ? 'postgres://nowhere' : cluster.url,
      migrations,
    });
    return opened;
  },
  typeof cluster === 'string' ? cluster : undefined,
);
