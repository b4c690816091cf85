import { parentPort, workerData } from 'node:worker_threads';
import type { DefinitionsByName } from '#server/ports/database.ts';
import { toFailure } from '../remote/failure.ts';
import type { FromThread, Link, ToThread } from '../remote/messages.ts';
import { serveDatabase } from '../remote/serve-database.ts';
import type { SyncEngine } from '../sync/engine.ts';
import { checkDefinitions } from './check-database.ts';
import { type ConnectionOptions, openConnection } from './open-connection.ts';

/** The planner's statistics are looked at again after so many writes. */
const writesBetweenOptimize = 20_000;

/** What a worker thread of the database does: the whole of its entry file is a call of this. */
export function serveDatabaseThread(definitions: DefinitionsByName): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by start-thread.ts
  const options = workerData as ConnectionOptions;
  const link = linkToParent();
  try {
    const engine = openConnection(options);
    const known = new Map([...definitions, ...checkDefinitions]);
    serveDatabase(link, { engine, definitions: known, ...(options.mode === 'write' && maintenance(engine)) });
  } catch (error) {
    link.send({ kind: 'stopped', failure: toFailure(error) }, []);
  }
}

function maintenance(engine: SyncEngine) {
  let written = 0;
  optimize(engine, 'PRAGMA optimize = 0x10002');
  return {
    onWritten(count: number) {
      written += count;
      if (written < writesBetweenOptimize) return;
      written = 0;
      optimize(engine, 'PRAGMA optimize');
    },
    onClose: () => optimize(engine, 'PRAGMA optimize'),
  };
}

function optimize(engine: SyncEngine, script: string): void {
  try {
    engine.execute(script);
  } catch {
    // Statistics only make queries faster. On a full disk they stay as they are, and reading goes on.
  }
}

function linkToParent(): Link<FromThread, ToThread> {
  const port = parentPort;
  if (port === null) throw new Error('This file is the entry of a worker thread.');
  return {
    send(message, transfer) {
      port.postMessage(message, [...transfer]);
      if (message.kind === 'stopped') port.close();
    },
    receive: (listener) => port.on('message', listener),
  };
}
