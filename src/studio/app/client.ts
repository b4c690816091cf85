import { type Client, createClient } from '#client/call.ts';
import { withConnectionNotes } from '../live/connection.store.ts';

/** The studio's client: the page's own origin, with a note on every call whether the server answered. */
export function createStudioClient(): Client {
  return createClient({
    baseUrl: '',
    fetch: withConnectionNotes(
      // oxlint-disable-next-line no-restricted-globals -- the one place where the client gets its fetch
      async (request) => fetch(request),
      () => Date.now(),
    ),
  });
}
