import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Problem } from '#contract/problem.ts';
import { createRemoteDatabase, type RemoteDatabase } from '../remote/remote-database.ts';
import type { ConnectionOptions } from './open-connection.ts';

/** Heap of one database thread; rows of a long read are held here until they are handed over. */
const heapLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 8 };

/** Starts the worker whose entry file calls `serveDatabaseThread`, with a connection of its own. */
export function startDatabaseThread(entry: URL, options: ConnectionOptions): RemoteDatabase {
  const worker = new Worker(entry, {
    workerData: options,
    resourceLimits: heapLimits,
    env: { ...process.env, ...compileCache() },
  });
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

/**
 * A worker shares the compile cache of the process only through its environment. Without it each thread loads the
 * type stripper: 30 MB and 150 ms more.
 */
function compileCache(): Record<string, string> {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}
