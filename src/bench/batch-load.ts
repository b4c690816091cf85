import { toWire } from './keep-alive.ts';
import { runLoad } from './load.ts';
import { createRuns, mlflowUrl } from './tracking-calls.ts';

/** The metrics of one call of log-batch. */
export interface Shape {
  readonly name: string;
  readonly keys: number;
  readonly steps: number;
}

export const batchShapes: readonly Shape[] = [
  { name: '10 keys x 100 steps', keys: 10, steps: 100 },
  { name: '1,000 keys x 1 step', keys: 1000, steps: 1 },
];

const clients = 8;

/** So many requests are made before the clock starts for each second, so that no point is sent twice. */
const preparedPerSecond = 1500;

/** The metrics of the `count`-th call of one client. */
export function toMetrics(shape: Shape, count: number) {
  return Array.from({ length: shape.keys * shape.steps }, (_each, index) => ({
    key: `metric_${index % shape.keys}`,
    value: Math.sin(index + count),
    timestamp: 1_700_000_000_000 + count * 1000,
    step: count * shape.steps + Math.floor(index / shape.keys),
  }));
}

/** Calls of log-batch a second, from eight clients with a run each. */
export async function measureBatches(
  url: URL,
  shape: Shape,
  seconds: number,
  prepared = seconds * preparedPerSecond,
): Promise<number> {
  const runIds = await createRuns(url, clients);
  const address = mlflowUrl(url, 'runs/log-batch');
  const perClient = runIds.map((runId) =>
    Array.from({ length: Math.ceil(prepared / clients) }, (_each, count) =>
      toWire('POST', address, JSON.stringify({ run_id: runId, metrics: toMetrics(shape, count) })),
    ),
  );
  const next = (client: number, count: number): Buffer => nextRequest(perClient[client], count);
  return (await runLoad({ url, clients, seconds, next })).perSecond;
}

/** Begins anew where all were sent. */
export function nextRequest(requests: readonly Buffer[] | undefined, count: number): Buffer {
  const request = requests?.[count % requests.length];
  if (request === undefined) throw new Error('There is no request to send.');
  return request;
}
