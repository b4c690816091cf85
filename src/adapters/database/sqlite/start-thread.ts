import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Problem } from '#contract/problem.ts';
import { createRemoteDatabase, type RemoteDatabase } from '../remote/remote-database.ts';
import type { ConnectionOptions } from './open-connection.ts';

/** Heap of one database thread, in MiB; rows of a long read are held here until they are handed over. */
const defaultHeapMib = 512;

/** Starts the worker whose entry file calls `serveDatabaseThread`, with a connection of its own. */
export function startDatabaseThread(
  entry: URL,
  options: ConnectionOptions,
  heapMib = defaultHeapMib,
): RemoteDatabase {
  const worker = new Worker(entry, {
    workerData: options,
    resourceLimits: { maxOldGenerationSizeMb: heapMib, maxYoungGenerationSizeMb: 8 },
    env: { ...process.env, ...compileCache() },
  });
  const remote = createRemoteDatabase({
    send: (message, transfer) => worker.postMessage(message, [...transfer]),
    receive: (listener) => worker.on('message', listener),
  });
  worker.on('error', (error) => remote.fail(toProblem(error, options)));
  worker.on('exit', () => {
    remote.fail(new Problem('unavailable', 'The database thread has ended. Restart Atelier.'));
  });
  return remote;
}

/** What callers are told of a thread that broke down; the log has the rest. */
function toProblem(error: unknown, { mode }: ConnectionOptions): Problem {
  const isOutOfMemory =
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (isOutOfMemory && mode !== 'write') {
    return new Problem('too-large', 'A read needed more memory than there is for one. Ask for less at once.');
  }
  // oxlint-disable-next-line no-console -- the server's log is its standard error
  console.error('unexpected', error);
  return mode !== 'write'
    ? new Problem('unavailable', 'The database thread has ended. Ask again.')
    : new Problem('unavailable', 'The database thread has ended. Restart Atelier.');
}

/**
 * A worker shares the compile cache of the process only through its environment. Without it each thread loads the
 * type stripper: 30 MB and 150 ms more.
 */
function compileCache(): Record<string, string> {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}
