import { Problem } from '#contract/problem.ts';
import type { Database } from '#server/ports/database.ts';
import { performWrite } from '#server/ports/perform-write.ts';
import type { SyncEngine } from './engine.ts';
import { readSnapshot, writeAlone } from './sync-database.ts';

/**
 * A database in the caller's own thread. Inputs and outputs are cloned all the same, so that a caller who relies on
 * shared objects, or on what cannot be cloned, fails here as it would with threads.
 */
export function createInProcessDatabase(engine: SyncEngine): Database {
  let closed = false;
  const refuseClosed = () => {
    if (closed) throw new Problem('unavailable', 'The database is closed.');
  };
  return {
    read: async (definition, input) => {
      refuseClosed();
      return structuredClone(readSnapshot(engine, definition, structuredClone(input)));
    },
    write: async (definition, input, context) => {
      refuseClosed();
      const own = structuredClone(input);
      return structuredClone(writeAlone(engine, () => performWrite(definition, own, context)));
    },
    close: async () => {
      if (!closed) engine.close();
      closed = true;
    },
  };
}
