import { DatabaseSync } from 'node:sqlite';
import type { Database } from '#server/ports/database.ts';
import type { Migration } from '#server/ports/migration.ts';
import { createInProcessDatabase } from '../sync/in-process-database.ts';
import { migrate } from '../sync/migrate.ts';
import { createNodeEngine } from './node-engine.ts';

/** A migrated database that lives in this process and vanishes with it: for tests. */
export function createMemoryDatabase(migrations: readonly Migration[]): Database {
  const engine = createNodeEngine(new DatabaseSync(':memory:', { enableForeignKeyConstraints: true }));
  engine.execute('PRAGMA case_sensitive_like = ON');
  migrate(engine, migrations, 0);
  return createInProcessDatabase(engine);
}
