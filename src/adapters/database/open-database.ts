import { Problem } from '#contract/problem.ts';
import type { Database } from '#server/ports/database.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import { openSqlite, type SqliteOptions } from './sqlite/open-sqlite.ts';

export interface DatabaseOptions extends SqliteOptions {
  /** `postgres://…` of a server to use in place of the SQLite file, as `ATELIER_DATABASE_URL` gives it. */
  readonly url?: string | undefined;
}

/**
 * Opens a server's database: PostgreSQL where a URL is given, else the SQLite file, whose home the caller has locked
 * (`lockHome`). Throws a one-line Problem where that cannot be.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, migrations } = options;
  if (url === undefined || url === '') return openSqlite(options);
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new Problem('invalid-input', 'ATELIER_DATABASE_URL must begin with postgres:// or postgresql://.');
  }
  return openPostgres({ url, migrations });
}
