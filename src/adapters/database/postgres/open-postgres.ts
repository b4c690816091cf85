import { Pool } from 'pg';
import { Problem } from '#contract/problem.ts';
import type { Database } from '#server/ports/database.ts';
import type { Migration } from '#server/ports/migration.ts';
import { performWrite } from '#server/ports/perform-write.ts';
import { migrate } from './migrate.ts';
import { isTransient, toStorageError } from './storage-error.ts';
import { createSnapshotReader, inTransaction, withClient } from './transaction.ts';
import { createValueTypes } from './value-types.ts';
import { createWriteLane } from './write-lane.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, of PostgreSQL 12 or newer with encoding UTF8. */
  readonly url: string;
  readonly migrations: readonly Migration[];
}

const mostConnections = 10;
const connectTimeoutMs = 10_000;

/** Fewer than there are connections, so that reads always find one. */
const writesAtOnce = 8;

/**
 * Opens a PostgreSQL database: writes run beside each other, each in a serializable transaction. Throws a one-line
 * Problem where the server cannot be reached, refuses us, or holds the tables of a newer version.
 */
export async function openPostgres({ url, migrations }: PostgresOptions): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: 'atelier',
    // Compiling a query takes longer than any of ours takes to run.
    options: '-c jit=off',
    types: createValueTypes(),
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    await withClient(pool, (client) => migrate(client, migrations));
  } catch (error) {
    await pool.end();
    throw toStorageError(error);
  }
  return createPostgresDatabase(pool);
}

function createPostgresDatabase(pool: Pool): Database {
  const lane = createWriteLane({ most: writesAtOnce, isTransient, pause });
  const readSnapshot = createSnapshotReader();
  const active = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  async function track<T>(action: () => Promise<T>): Promise<T> {
    if (closing !== undefined) throw new Problem('unavailable', 'The database is closed.');
    const running = action();
    active.add(running);
    try {
      return await running;
    } catch (error) {
      throw toStorageError(error);
    } finally {
      active.delete(running);
    }
  }

  return {
    read: (definition, input) =>
      track(() => withClient(pool, (client) => readSnapshot(client, definition, input))),
    write(definition, input, context) {
      const start = () => performWrite(definition, input, context);
      return track(() =>
        lane.run(() => withClient(pool, (client) => inTransaction(client, 'SERIALIZABLE', start))),
      );
    },
    close() {
      closing ??= Promise.allSettled(active).then(() => pool.end());
      return closing;
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
