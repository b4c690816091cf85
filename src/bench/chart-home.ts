import { openConnection, toWire } from './keep-alive.ts';
import { createRuns, mlflowUrl } from './tracking-calls.ts';

/** The runs that the figures of charts are taken with. */
export interface ChartRuns {
  /** A hundred with one long metric. */
  readonly long: readonly string[];
  /** Fifty with twenty metrics each. */
  readonly wide: readonly string[];
  /** One with two thousand metrics. */
  readonly many: readonly string[];
}

export const wideMetrics = 20;
export const manyMetrics = 2000;
const longPoints = 4000;
export const widePoints = 1000;
const manyPoints = 5;
/** As many as a call may have. */
const perCall = 1000;

/** Fills a server with the runs of `ChartRuns`. */
export async function fillChartRuns(url: URL): Promise<ChartRuns> {
  const [long, wide, many] = [
    await createRuns(url, 100),
    await createRuns(url, 50),
    await createRuns(url, 1),
  ];
  await log(url, long, ['train/loss'], longPoints);
  await log(url, wide, names('metric', wideMetrics), widePoints);
  await log(url, many, names('layer', manyMetrics), manyPoints);
  return { long, wide, many };
}

/** Names in the order of their numbers. */
export function names(word: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_none, index) => `${word}_${String(index).padStart(4, '0')}`);
}

async function log(
  url: URL,
  runIds: readonly string[],
  keys: readonly string[],
  points: number,
): Promise<void> {
  const connection = await openConnection(url);
  const address = mlflowUrl(url, 'runs/log-batch');
  for (const [index, runId] of runIds.entries()) {
    const metrics = Array.from({ length: points * keys.length }, (_none, at) =>
      pointOf(index, keys[at % keys.length] ?? '', Math.floor(at / keys.length)),
    );
    for (let from = 0; from < metrics.length; from += perCall) {
      const body = { run_id: runId, metrics: metrics.slice(from, from + perCall) };
      const answer = await connection.send(toWire('POST', address, JSON.stringify(body)));
      if (answer.status !== 200) throw new Error(`log-batch answered ${answer.status}`);
    }
  }
  connection.close();
}

/** A falling, noisy curve, a little higher from run to run. */
export function pointOf(run: number, key: string, step: number) {
  const noise = Math.sin(step * 12.9898 + run * 78.233) * 0.05;
  return {
    key,
    value: (2 + run / 50) / (1 + step / 200) + noise,
    timestamp: 1_700_000_000_000 + step * 1000,
    step,
  };
}
