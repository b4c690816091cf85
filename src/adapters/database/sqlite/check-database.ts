import { all, defineRead, first, type ReadDefinition, type Work } from '#server/ports/database.ts';
import type { RemoteDatabase } from '../remote/remote-database.ts';

const listTables = defineRead('database.tables', 'long', function* (_input: null): Work<readonly string[]> {
  const tables = yield* all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`);
  return tables.map((table) => table.name);
});

const checkTable = defineRead('database.check', 'long', function* (table: string): Work<string | undefined> {
  const finding = yield* first<{ quick_check: string }>(
    `PRAGMA quick_check("${table.replaceAll('"', '""')}")`,
  );
  return finding === undefined || finding.quick_check === 'ok' ? undefined : finding.quick_check;
});

/** What a database thread knows besides the server's own definitions. */
export const checkDefinitions: readonly (readonly [string, ReadDefinition<never, unknown>])[] = [
  [listTables.name, listTables],
  [checkTable.name, checkTable],
];

/**
 * Reads every page, table by table, in the given thread, until told to give up. Resolves with what is damaged first,
 * or `undefined`.
 */
export async function findDamage(
  thread: RemoteDatabase,
  givenUp: () => boolean,
): Promise<string | undefined> {
  try {
    for (const table of await thread.read(listTables, null)) {
      const finding = givenUp() ? undefined : await thread.read(checkTable, table);
      if (finding !== undefined) return finding;
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
