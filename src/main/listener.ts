import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Problem } from '#contract/problem.ts';
import { getRequestListener } from '@hono/node-server';
import { keepTarget } from './request-target.ts';
import { watchForStalls } from './stalled-requests.ts';

export interface Listener {
  /** The port in use, also where any free one was asked for. */
  readonly port: number;
  /** Takes no more calls, lets those under way finish for at most `graceMs`, then cuts them off. */
  close(this: void, graceMs: number): Promise<void>;
}

/** Longer than clients keep a connection idle, so that they never send into one that is being closed. */
const keepAliveMs = 75_000;
const idleCheckMs = 50;
/** How long a sender may be silent in the middle of a body. */
const usualStallMs = 60_000;

/**
 * Serves `fetch` over HTTP/1.1. Throws a Problem of one line where the port cannot be had.
 * @param stallMs how long a sender may be silent in the middle of a body before it is cut off
 */
export async function listen(
  fetch: (request: Request) => Promise<Response>,
  host: string,
  port: number,
  stallMs = usualStallMs,
): Promise<Listener> {
  const answer = getRequestListener(fetch);
  // An artifact may take hours to arrive; headers may not.
  const options = { requestTimeout: 0, headersTimeout: 30_000, keepAliveTimeout: keepAliveMs };
  const stalls = watchForStalls(stallMs);
  const server = createServer(options, (incoming, outgoing) => {
    stalls.add(incoming, outgoing);
    incoming.url = keepTarget(incoming.url ?? '/');
    void answer(incoming, outgoing);
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    stalls.stop();
    throw toPortProblem(error, host, port);
  }
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async close(graceMs) {
      await close(server, graceMs);
      stalls.stop();
    },
  };
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that was busy a moment ago becomes idle and would be kept alive.
  const sweep = setInterval(() => server.closeIdleConnections(), idleCheckMs);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}

function toPortProblem(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new Problem(
      'conflict',
      `Port ${port} on ${host} is taken by another program. Stop that one, or choose another port: --port ${port + 1}.`,
      { port },
    );
  }
  if (code === 'EACCES') {
    return new Problem(
      'forbidden',
      `This user may not listen on port ${port}. Choose one above 1023: --port 4600.`,
      {
        port,
      },
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Problem('invalid-input', `This machine has no address "${host}" to listen on.`, { host });
  }
  return error;
}
