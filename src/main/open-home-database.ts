import { DatabaseSync } from 'node:sqlite';
import { createNodeEngine } from '#adapters/database/sqlite/node-engine.ts';
import { createInProcessDatabase } from '#adapters/database/sync/in-process-database.ts';
import { migrate } from '#adapters/database/sync/migrate.ts';
import type { Database } from '#server/ports/database.ts';
import { migrations } from '#server/schema/migrations.ts';
import type { HomeFolder } from './home-folder.ts';
import type { Settings } from './settings.ts';

/** Opens the database that the settings name. */
export async function openHomeDatabase(_settings: Settings, home: HomeFolder): Promise<Database> {
  const engine = createNodeEngine(new DatabaseSync(home.database));
  engine.execute('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA case_sensitive_like = ON');
  migrate(engine, migrations, Date.now());
  return createInProcessDatabase(engine);
}
