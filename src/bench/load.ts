import { openConnection } from './keep-alive.ts';

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds, rising. */
  readonly latencies: readonly number[];
}

/**
 * Sends requests over `clients` connections, one at a time on each, for about `seconds`. Every answer must be 200.
 * `next` gives the next request of a client; it should do no more than pick one made before.
 */
export async function runLoad(options: {
  readonly url: URL;
  readonly clients: number;
  readonly seconds: number;
  readonly next: (client: number, count: number) => Buffer;
}): Promise<LoadResult> {
  const { url, clients, seconds, next } = options;
  const connections = await Promise.all(Array.from({ length: clients }, async () => openConnection(url)));
  const latencies: number[] = [];
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  await Promise.all(
    connections.map(async (connection, client) => {
      for (let count = 0; performance.now() < until; count += 1) {
        const sentAt = performance.now();
        const answer = await connection.send(next(client, count));
        if (answer.status !== 200)
          throw new Error(`Answered ${answer.status}: ${answer.body.toString().slice(0, 300)}`);
        latencies.push(performance.now() - sentAt);
      }
    }),
  );
  const elapsed = (performance.now() - startedAt) / 1000;
  for (const connection of connections) connection.close();
  return { perSecond: latencies.length / elapsed, latencies: latencies.sort((a, b) => a - b) };
}

/** One request after the other; the milliseconds each took, rising. */
export async function timeRequests(url: URL, requests: readonly Buffer[]): Promise<readonly number[]> {
  const connection = await openConnection(url);
  const times: number[] = [];
  for (const request of requests) {
    const sentAt = performance.now();
    const answer = await connection.send(request);
    if (answer.status !== 200)
      throw new Error(`Answered ${answer.status}: ${answer.body.toString().slice(0, 300)}`);
    times.push(performance.now() - sentAt);
  }
  connection.close();
  return times.sort((a, b) => a - b);
}

/** The middle of the values, in whatever order they come. */
export function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/** The value below which `share` (0 to 1) of the rising values lie. */
export function percentile(rising: readonly number[], share: number): number {
  return rising[Math.min(rising.length - 1, Math.floor(rising.length * share))] ?? Number.NaN;
}
