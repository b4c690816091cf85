import { Worker } from 'node:worker_threads';
import { Problem } from '#contract/problem.ts';
import { createRemoteDatabase, type RemoteDatabase } from '../remote/remote-database.ts';
import type { ConnectionOptions } from './open-connection.ts';

/** Heap of one database thread; rows of a long read are held here until they are handed over. */
const heapLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 8 };

/** Starts the worker whose entry file calls `serveDatabaseThread`, with a connection of its own. */
export function startDatabaseThread(entry: URL, options: ConnectionOptions): RemoteDatabase {
  const worker = new Worker(entry, { workerData: options, resourceLimits: heapLimits });
  const remote = createRemoteDatabase({
    send: (message, transfer) => worker.postMessage(message, [...transfer]),
    receive: (listener) => worker.on('message', listener),
  });
  worker.on('error', (error) => remote.fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => {
    remote.fail(new Problem('unavailable', 'The database thread has ended. Restart Atelier.'));
  });
  return remote;
}
