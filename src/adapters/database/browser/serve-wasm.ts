import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import type { DefinitionsByName } from '#server/ports/database.ts';
import type { Migration } from '#server/ports/migration.ts';
import { toFailure } from '../remote/failure.ts';
import type { FromThread, ToThread } from '../remote/messages.ts';
import { serveDatabase } from '../remote/serve-database.ts';
import { migrate } from '../sync/migrate.ts';
import { linkOf, type MessageEnd } from './message-end.ts';
import { createWasmEngine } from './wasm-engine.ts';

/**
 * What a Web Worker with the database does: a fresh, migrated database in memory, served over `end` (the worker's
 * own global scope, or a port it was handed).
 */
export async function serveWasmDatabase(
  end: MessageEnd,
  migrations: readonly Migration[],
  definitions: DefinitionsByName,
): Promise<void> {
  const link = linkOf<FromThread, ToThread>(end);
  try {
    const sqlite = await sqlite3InitModule();
    // A failing statement is thrown; the library would write it to the console as well.
    sqlite.config.warn = () => undefined;
    const engine = createWasmEngine(sqlite, new sqlite.oo1.DB(':memory:'));
    engine.execute('PRAGMA foreign_keys = ON; PRAGMA case_sensitive_like = ON');
    migrate(engine, migrations, Date.now());
    serveDatabase(link, { engine, definitions });
  } catch (error) {
    link.send({ kind: 'stopped', failure: toFailure(error) }, []);
  }
}
