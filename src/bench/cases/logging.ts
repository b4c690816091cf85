import { removeHome, startServer } from '#checks/server-process.ts';
import { batchShapes, measureBatches, nextRequest } from '../batch-load.ts';
import type { Bench } from '../bench.ts';
import { toWire } from '../keep-alive.ts';
import { runLoad } from '../load.ts';
import { startMlflowServer } from '../mlflow-server.ts';
import type { Result } from '../result.ts';
import { createRuns, mlflowUrl } from '../tracking-calls.ts';

const metricClients = 16;

async function measureSingles(url: URL, seconds: number): Promise<number> {
  const runIds = await createRuns(url, metricClients);
  const address = mlflowUrl(url, 'runs/log-metric');
  const perClient = runIds.map((runId) =>
    Array.from({ length: 4000 }, (_each, step) => {
      const metric = { key: 'loss', value: 1 / (step + 1), timestamp: 1_700_000_000_000 + step, step };
      return toWire('POST', address, JSON.stringify({ run_id: runId, ...metric }));
    }),
  );
  const next = (client: number, count: number): Buffer => nextRequest(perClient[client], count);
  return (await runLoad({ url, clients: metricClients, seconds, next })).perSecond;
}

interface Measured {
  readonly batches: readonly number[];
  readonly singles: number;
}

/** Durable logging over HTTP, side by side with MLflow's own server. */
export const logging: Bench = {
  name: 'logging',
  async run() {
    const ours = await measureOurs();
    const peer = await measurePeer();
    const results = batchShapes.map((shape, index): Result => {
      const against = { name: 'MLflow', value: peer?.batches[index] ?? Number.NaN, atLeast: 50 };
      return {
        name: `logging: log-batch of 1,000 metrics, ${shape.name}, 8 clients`,
        value: ours.batches[index] ?? Number.NaN,
        unit: 'batches/s',
        target: '>= 600',
        ...(peer === undefined ? {} : { against }),
      };
    });
    results.push({
      name: 'logging: log-metric, 16 clients',
      value: ours.singles,
      unit: 'calls/s',
      target: '>= 6000',
      ...(peer === undefined ? {} : { against: { name: 'MLflow', value: peer.singles, atLeast: 40 } }),
    });
    return results;
  },
};

async function measureOurs(): Promise<Measured> {
  const server = await startServer();
  const url = new URL(server.url);
  const batches: number[] = [];
  for (const shape of batchShapes) batches.push(await measureBatches(url, shape, 3));
  const singles = await measureSingles(url, 5);
  await server.stop();
  await removeHome(server.home);
  return { batches, singles };
}

async function measurePeer(): Promise<Measured | undefined> {
  const peer = await startMlflowServer();
  if (peer === undefined) return undefined;
  try {
    const batches: number[] = [];
    for (const shape of batchShapes) batches.push(await measureBatches(peer.url, shape, 8, 400));
    return { batches, singles: await measureSingles(peer.url, 8) };
  } finally {
    await peer.stop();
  }
}
