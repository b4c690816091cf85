import { startServer } from '#checks/server-process.ts';
import type { Bench } from '../bench.ts';
import { openConnection, toWire } from '../keep-alive.ts';
import { percentile, timeRequests } from '../load.ts';
import { startMlflowServer } from '../mlflow-server.ts';
import type { Result } from '../result.ts';
import { atelierWith } from '../seeds/atelier-home.ts';
import { manyNames, metricKey, sharedNames } from '../seeds/many-runs.ts';
import { mlflowWith } from '../seeds/mlflow-home.ts';
import { defaultExperiment, mlflowUrl } from '../tracking-calls.ts';

/** The rows of a page of the table. */
const rows = 100;

interface Question {
  readonly filter: string;
  readonly orderBy: string;
}

/** No two are the same: metrics that all runs have, and bounds that leave from 0.1 % of the runs to nearly all. */
function questionOf(count: number): Question {
  const key = metricKey(count % sharedNames);
  const bound = [0.001, 0.01, 0.03, 0.1, 0.3, 0.6, 0.97][count % 7] ?? 0.5;
  const direction = count % 2 === 0 ? 'ASC' : 'DESC';
  return { filter: `metrics.${key} < ${bound + count / 1e6}`, orderBy: `metrics.${key} ${direction}` };
}

const columns: readonly string[] = [
  'metrics.metric_0',
  'min(metrics.metric_1)',
  'max(metrics.metric_2)',
  'mean(metrics.metric_3)',
  'metrics.metric_4',
  'metrics.metric_5',
  'params.param_0',
  'params.param_1',
  'params.param_2',
  'tags.tag_0',
  'tags.tag_1',
  'duration',
];

function toOurs(url: URL, { filter, orderBy }: Question): Buffer {
  const body = { filter, orderBy: [orderBy], terms: columns, limit: rows };
  return toWire('POST', new URL('/api/workspaces/default/runs/search', url), JSON.stringify(body));
}

function toTheirs(url: URL, experimentId: string, { filter, orderBy }: Question): Buffer {
  const body = { experiment_ids: [experimentId], filter, order_by: [orderBy], max_results: rows };
  return toWire('POST', mlflowUrl(url, 'runs/search'), JSON.stringify(body));
}

function questions(from: number, count: number): readonly Question[] {
  return Array.from({ length: count }, (_each, index) => questionOf(from + index));
}

interface Measured {
  /** Milliseconds, rising. */
  readonly times: readonly number[];
  /** Kilobytes of the longest of some answers. */
  readonly size: number;
}

async function measureOurs(home: string): Promise<Measured> {
  const server = await startServer({ home });
  try {
    const url = new URL(server.url);
    const ask = (from: number, count: number) => questions(from, count).map((each) => toOurs(url, each));
    await timeRequests(url, ask(0, 7));
    const times = await timeRequests(url, ask(7, 140));
    const connection = await openConnection(url);
    let size = 0;
    for (const request of ask(0, 7))
      size = Math.max(size, (await connection.send(request)).body.length / 1000);
    connection.close();
    return { times, size };
  } finally {
    await server.stop();
  }
}

async function timePeer(home: string): Promise<readonly number[] | undefined> {
  const peer = await startMlflowServer(home);
  if (peer === undefined) return undefined;
  try {
    const experimentId = await defaultExperiment(peer.url);
    const ask = (from: number, count: number) =>
      questions(from, count).map((each) => toTheirs(peer.url, experimentId, each));
    await timeRequests(peer.url, ask(0, 1));
    return await timeRequests(peer.url, ask(7, 7));
  } finally {
    await peer.stop();
  }
}

/** A page of the table of runs over 100,000 runs with 2,000 metric names, beside MLflow's own search for it. */
export const table: Bench = {
  name: 'table',
  async run() {
    const ours = await measureOurs(await atelierWith('atelier-2k-names', manyNames));
    const peerHome = await mlflowWith('mlflow-2k-names', manyNames);
    const theirs = peerHome === undefined ? undefined : await timePeer(peerHome);
    const against =
      theirs === undefined
        ? {}
        : { against: { name: 'MLflow', value: percentile(theirs, 0.95), atLeast: 30 } };
    const results: readonly Result[] = [
      {
        name: 'table: 100 of 100,000 runs, 12 columns, filtered and sorted by a metric, p95',
        value: percentile(ours.times, 0.95),
        unit: 'ms',
        target: '<= 50',
        ...against,
      },
      { name: 'table: its answer', value: ours.size, unit: 'kB', target: '<= 60' },
    ];
    return results;
  },
};
