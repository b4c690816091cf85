import { availableParallelism } from 'node:os';
import { Problem } from '#contract/problem.ts';
import type { Database } from '#server/ports/database.ts';
import type { Migration } from '#server/ports/migration.ts';
import type { RemoteDatabase } from '../remote/remote-database.ts';
import type { SyncEngine } from '../sync/engine.ts';
import { readSnapshot } from '../sync/sync-database.ts';
import { findDamage } from './check-database.ts';
import { damaged } from './inspect-file.ts';
import { openConnection, type Synchronous } from './open-connection.ts';
import { prepareFile } from './prepare-file.ts';
import { startDatabaseThread } from './start-thread.ts';

export interface SqliteOptions {
  /** The database file; made where there is none. Its folder must exist. */
  readonly path: string;
  readonly migrations: readonly Migration[];
  /** The file whose whole content is `serveDatabaseThread(definitions)`. */
  readonly worker: URL;
  readonly synchronous?: Synchronous;
  /** Threads for long reads; one where there are only two cores, else two. */
  readonly readers?: number;
  /** Heap of each thread, in MiB; 512 unless told. A long read that needs more fails alone. */
  readonly heapMib?: number;
  /**
   * Called when damage is found in a file too large to be read through at start (over 64 MiB); that check runs in a
   * thread of its own beside the work.
   */
  readonly onDamage?: (problem: Problem) => void;
}

/**
 * Opens an SQLite file for a server: one thread writes, others do the long reads, and short reads run in place. The
 * caller holds the home's lock. Throws a one-line Problem where the file is damaged, foreign or of a newer version.
 */
export async function openSqlite(options: SqliteOptions): Promise<Database> {
  const { path, worker, synchronous = 'full' } = options;
  const { fullyChecked } = prepareFile(path, options.migrations);
  const start = (mode: 'read' | 'write') =>
    startDatabaseThread(worker, { path, mode, synchronous }, options.heapMib);
  const writer = start('write');
  await writer.ready;
  const readers = Array.from({ length: options.readers ?? defaultReaders() }, () => start('read'));
  await Promise.all(readers.map((reader) => reader.ready));
  const own = openConnection({ path, mode: 'read', synchronous });
  const database = createThreadedDatabase(
    own,
    writer,
    readersOf(readers, () => start('read')),
  );
  if (fullyChecked) return database;
  const stopChecking = checkBeside(
    options,
    startDatabaseThread(new URL('./check-worker.ts', import.meta.url), { path, mode: 'check', synchronous }),
  );
  return {
    ...database,
    async close() {
      await stopChecking();
      await database.close();
    },
  };
}

function defaultReaders(): number {
  return availableParallelism() > 2 ? 2 : 1;
}

function createThreadedDatabase(own: SyncEngine, writer: RemoteDatabase, readers: Readers): Database {
  let closing: Promise<void> | undefined;
  return {
    async read(definition, input) {
      if (closing !== undefined) throw new Problem('unavailable', 'The database is closed.');
      if (definition.weight === 'short') return readSnapshot(own, definition, input);
      return (readers.leastBusy() ?? writer).read(definition, input);
    },
    write: (definition, input, context) => writer.write(definition, input, context),
    close() {
      closing ??= closeAll(own, writer, readers);
      return closing;
    },
  };
}

/** The writer goes last: the last connection to close folds the write-ahead log into the file. */
async function closeAll(own: SyncEngine, writer: RemoteDatabase, readers: Readers): Promise<void> {
  own.close();
  await readers.close();
  await writer.close();
}

type Readers = ReturnType<typeof readersOf>;

/** The threads for long reads. One that a read has brought down is replaced at the next. */
function readersOf(started: readonly RemoteDatabase[], start: () => RemoteDatabase) {
  let readers = started;
  return {
    leastBusy(): RemoteDatabase | undefined {
      readers = readers.map((reader) => (reader.hasFailed() ? start() : reader));
      return readers.reduce<RemoteDatabase | undefined>(
        (best, reader) => (best === undefined || reader.pending() < best.pending() ? reader : best),
        undefined,
      );
    },
    /** A reader that broke down keeps nothing from closing: it held no data. */
    async close(): Promise<void> {
      await Promise.allSettled(readers.map((reader) => reader.close()));
    },
  };
}

/** Starts the check, and gives a way to end it: at once between two tables. */
function checkBeside({ path, onDamage }: SqliteOptions, thread: RemoteDatabase): () => Promise<void> {
  let givenUp = false;
  const checked = findDamage(thread, () => givenUp).then(async (finding) => {
    if (finding !== undefined) onDamage?.(damaged(path, finding));
    await thread.close().catch(() => undefined);
  });
  return () => {
    givenUp = true;
    return checked;
  };
}
