import type { Database } from '#server/ports/database.ts';
import type { FromThread, ToThread } from '../remote/messages.ts';
import { createRemoteDatabase } from '../remote/remote-database.ts';
import { linkOf, type MessageEnd } from './message-end.ts';

/**
 * The page's side of a database that a Web Worker serves with `serveWasmDatabase`. Resolves when it answers; rejects
 * where SQLite could not be loaded there. A `Worker` whose script fails to load says so by its own `error` event.
 */
export async function openWasmDatabase(end: MessageEnd): Promise<Database> {
  const remote = createRemoteDatabase(linkOf<ToThread, FromThread>(end));
  await remote.ready;
  return remote;
}
