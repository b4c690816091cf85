import { removeHome, startServer } from '#checks/server-process.ts';
import type { Bench } from '../bench.ts';
import { toWire } from '../keep-alive.ts';
import { runLoad } from '../load.ts';
import { startMlflowServer } from '../mlflow-server.ts';
import type { Result } from '../result.ts';
import { createRuns, mlflowUrl } from '../tracking-calls.ts';

const batchClients = 8;
const metricClients = 16;

/** So many requests are made before the clock starts for each second, so that no point is sent twice. */
const preparedPerSecond = 1500;

interface Shape {
  readonly keys: number;
  readonly steps: number;
}

function toBatch(url: URL, runId: string, shape: Shape, count: number): Buffer {
  const metrics = Array.from({ length: shape.keys * shape.steps }, (_each, index) => ({
    key: `metric_${index % shape.keys}`,
    value: Math.sin(index + count),
    timestamp: 1_700_000_000_000 + count * 1000,
    step: count * shape.steps + Math.floor(index / shape.keys),
  }));
  return toWire('POST', mlflowUrl(url, 'runs/log-batch'), JSON.stringify({ run_id: runId, metrics }));
}

async function measureBatches(url: URL, shape: Shape, seconds: number, prepared: number): Promise<number> {
  const runIds = await createRuns(url, batchClients);
  const perClient = runIds.map((runId) =>
    Array.from({ length: Math.ceil(prepared / batchClients) }, (_each, count) =>
      toBatch(url, runId, shape, count),
    ),
  );
  const next = (client: number, count: number): Buffer => pick(perClient[client], count);
  return (await runLoad({ url, clients: batchClients, seconds, next })).perSecond;
}

async function measureSingles(url: URL, seconds: number): Promise<number> {
  const runIds = await createRuns(url, metricClients);
  const address = mlflowUrl(url, 'runs/log-metric');
  const perClient = runIds.map((runId) =>
    Array.from({ length: 4000 }, (_each, step) =>
      toWire(
        'POST',
        address,
        JSON.stringify({ run_id: runId, key: 'loss', value: 1 / (step + 1), timestamp: step, step }),
      ),
    ),
  );
  const next = (client: number, count: number): Buffer => pick(perClient[client], count);
  return (await runLoad({ url, clients: metricClients, seconds, next })).perSecond;
}

function pick(requests: readonly Buffer[] | undefined, count: number): Buffer {
  const request = requests?.[count % requests.length];
  if (request === undefined) throw new Error('There is no request to send.');
  return request;
}

const shapes = [
  { name: '10 keys x 100 steps', keys: 10, steps: 100 },
  { name: '1,000 keys x 1 step', keys: 1000, steps: 1 },
] as const;

/** Durable logging over HTTP, side by side with MLflow's own server. */
export const logging: Bench = {
  name: 'logging',
  async run() {
    const ours = await startServer();
    const url = new URL(ours.url);
    const batches: number[] = [];
    for (const shape of shapes) batches.push(await measureBatches(url, shape, 3, 3 * preparedPerSecond));
    const singles = await measureSingles(url, 5);
    await ours.stop();
    await removeHome(ours.home);
    const peer = await measurePeer();
    const results: Result[] = shapes.map((shape, index) => ({
      name: `logging: log-batch of 1,000 metrics, ${shape.name}, 8 clients`,
      value: batches[index] ?? Number.NaN,
      unit: 'batches/s',
      target: '>= 600',
      ...(peer === undefined
        ? {}
        : { against: { name: 'MLflow', value: peer.batches[index] ?? Number.NaN } }),
    }));
    results.push({
      name: 'logging: log-metric, 16 clients',
      value: singles,
      unit: 'calls/s',
      target: '>= 6000',
      ...(peer === undefined ? {} : { against: { name: 'MLflow', value: peer.singles } }),
    });
    return results;
  },
};

async function measurePeer(): Promise<{ batches: number[]; singles: number } | undefined> {
  const peer = await startMlflowServer();
  if (peer === undefined) return undefined;
  try {
    const batches: number[] = [];
    for (const shape of shapes) batches.push(await measureBatches(peer.url, shape, 8, 400));
    return { batches, singles: await measureSingles(peer.url, 8) };
  } finally {
    await peer.stop();
  }
}
