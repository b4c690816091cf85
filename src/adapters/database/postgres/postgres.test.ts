import { Client } from 'pg';
import { afterAll } from 'vitest';
import { databaseSuite } from '../database.suite.ts';
import { probeMigrations } from '../probe.ts';
import { openPostgres } from './open-postgres.ts';
import { type PrivateCluster, startPrivateCluster } from './private-cluster.ts';

const given = process.env['ATELIER_DATABASE_URL'];
const cluster: PrivateCluster | string =
  given === undefined ? await startPrivateCluster() : { url: given, stop: () => Promise.resolve() };
const skipReason = typeof cluster === 'string' ? cluster : undefined;
const maintenanceUrl = typeof cluster === 'string' ? 'postgres://nowhere' : cluster.url;

const name = `atelier_probe_${process.pid}`;
const url = new URL(maintenanceUrl);
url.pathname = `/${name}`;

async function administer(...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

afterAll(async () => {
  if (typeof cluster === 'string') return;
  await administer(`DROP DATABASE IF EXISTS ${name}`);
  await cluster.stop();
});

databaseSuite('PostgreSQL', {
  keepsData: true,
  sameThread: true,
  skipReason,
  open: () => openPostgres({ url: url.href, migrations: probeMigrations }),
  reset: async () => {
    await administer(`DROP DATABASE IF EXISTS ${name}`);
    const create = `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`;
    // English order, where this server has it, shows that our tables do not depend on the database's locale.
    await administer(`${create} LOCALE_PROVIDER icu ICU_LOCALE 'en' LOCALE 'C'`).catch(() =>
      administer(`${create} LC_COLLATE 'C' LC_CTYPE 'C'`),
    );
  },
});
