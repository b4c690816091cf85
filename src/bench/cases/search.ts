import { startServer } from '#checks/server-process.ts';
import type { Bench } from '../bench.ts';
import { toWire } from '../keep-alive.ts';
import { percentile, timeRequests } from '../load.ts';
import { startMlflowServer } from '../mlflow-server.ts';
import type { Result } from '../result.ts';
import { atelierWithManyRuns } from '../seeds/atelier-home.ts';
import { manyRuns, metricKey } from '../seeds/many-runs.ts';
import { mlflowWithManyRuns } from '../seeds/mlflow-home.ts';
import { defaultExperiment, mlflowUrl } from '../tracking-calls.ts';

interface Search {
  readonly name: string;
  readonly pageSize: number;
  readonly target: string;
  /** Whether runs are ordered by another metric than the filter is about. */
  readonly byOther: boolean;
}

const searches: readonly Search[] = [
  { name: '100 runs, ordered by the metric filtered by', pageSize: 100, target: '<= 30', byOther: false },
  { name: '100 runs, ordered by another metric', pageSize: 100, target: '<= 30', byOther: true },
  { name: '1,000 runs, ordered by the metric filtered by', pageSize: 1000, target: '<= 120', byOther: false },
  { name: '1,000 runs, ordered by another metric', pageSize: 1000, target: '<= 120', byOther: true },
];

type Page = Pick<Search, 'pageSize' | 'byOther'>;

/** No two searches are the same: another metric, bound and direction each time, from 0.1 % of the runs to nearly all. */
function bodyOf({ pageSize, byOther }: Page, experimentId: string, count: number): string {
  const key = metricKey(count % manyRuns.metrics);
  const orderKey = byOther ? metricKey((count + 7) % manyRuns.metrics) : key;
  const bound = [0.001, 0.01, 0.03, 0.1, 0.3, 0.6, 0.97][count % 7] ?? 0.5;
  return JSON.stringify({
    experiment_ids: [experimentId],
    filter: `metrics.${key} < ${bound + count / 1e6}`,
    order_by: [`metrics.${orderKey} ${count % 2 === 0 ? 'ASC' : 'DESC'}`],
    max_results: pageSize,
  });
}

/** So many different searches of one of the two servers that hold `manyRuns`. */
async function requestsOf(url: URL, page: Page, count: number): Promise<readonly Buffer[]> {
  const experimentId = await defaultExperiment(url);
  const address = mlflowUrl(url, 'runs/search');
  return Array.from({ length: count }, (_each, index) =>
    toWire('POST', address, bodyOf(page, experimentId, index)),
  );
}

export async function searchRequests(url: URL, pageSize: number, count: number): Promise<readonly Buffer[]> {
  return requestsOf(url, { pageSize, byOther: true }, count);
}

/** Milliseconds, rising, of `count` searches after some that do not count. */
async function timeSearches(
  url: URL,
  page: Page,
  count: number,
  forgotten: number,
): Promise<readonly number[]> {
  const requests = await requestsOf(url, page, count + forgotten);
  await timeRequests(url, requests.slice(0, forgotten));
  return timeRequests(url, requests.slice(forgotten));
}

/** What the first searches find, so that no server is quick because it answers something else. */
async function findings(url: URL): Promise<string> {
  const experimentId = await defaultExperiment(url);
  const found: string[] = [];
  for (const [index, search] of searches.entries()) {
    const body = bodyOf(search, experimentId, index + 2);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(mlflowUrl(url, 'runs/search'), { method: 'POST', headers, body });
    found.push(...Array.from((await answer.text()).matchAll(/"run_id": *"(\w+)"/g), ([, id]) => id ?? ''));
  }
  return found.join();
}

/** Searching 100,000 runs over HTTP, side by side with MLflow's own server on the same content. */
export const search: Bench = {
  name: 'search',
  async run() {
    const [home, peerHome] = [await atelierWithManyRuns(), await mlflowWithManyRuns()];
    const ours = await startServer({ home });
    const url = new URL(ours.url);
    const times: (readonly number[])[] = [];
    for (const each of searches) times.push(await timeSearches(url, each, 140, 7));
    const found = await findings(url);
    await ours.stop();
    const peer = peerHome === undefined ? undefined : await timePeer(peerHome, found);
    return searches.map(({ name, target }, index): Result => {
      const against = { name: 'MLflow', value: percentile(peer?.[index] ?? [], 0.95), atLeast: 10 };
      return {
        name: `search: ${name}, of 100,000, p95`,
        value: percentile(times[index] ?? [], 0.95),
        unit: 'ms',
        target,
        ...(peer === undefined ? {} : { against }),
      };
    });
  },
};

async function timePeer(home: string, expected: string): Promise<(readonly number[])[] | undefined> {
  const peer = await startMlflowServer(home);
  if (peer === undefined) return undefined;
  try {
    if ((await findings(peer.url)) !== expected) throw new Error('The two servers found different runs.');
    const times: (readonly number[])[] = [];
    for (const each of searches) times.push(await timeSearches(peer.url, each, 7, 1));
    return times;
  } finally {
    await peer.stop();
  }
}
