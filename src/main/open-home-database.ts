import { openDatabase } from '#adapters/database/open-database.ts';
import { lockHome } from '#adapters/database/sqlite/home-lock.ts';
import type { Database } from '#server/ports/database.ts';
import { migrations } from '#server/schema/migrations.ts';
import { type HomeFolder, refuseOrphans } from './home-folder.ts';
import type { Settings } from './settings.ts';

/** Takes the home for this process and opens the database that the settings name; closing gives both back. */
export async function openHomeDatabase(settings: Settings, home: HomeFolder): Promise<Database> {
  const lock = lockHome(settings.home);
  try {
    if (settings.databaseUrl === undefined) await refuseOrphans(home);
    const database = await openDatabase({
      path: home.database,
      url: settings.databaseUrl,
      migrations,
      worker: new URL('./database-worker.ts', import.meta.url),
      onDamage: (problem) => console.error(`atelier: ${problem.message}`),
    });
    return {
      ...database,
      async close() {
        try {
          await database.close();
        } finally {
          lock.release();
        }
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
