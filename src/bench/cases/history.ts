import { removeHome, startServer } from '#checks/server-process.ts';
import type { Bench } from '../bench.ts';
import { toWire } from '../keep-alive.ts';
import { median, timeRequests } from '../load.ts';
import { startMlflowServer } from '../mlflow-server.ts';
import { createRuns, logSeries, mlflowUrl } from '../tracking-calls.ts';

const allPoints = 100_000;
const pagePoints = 25_000;

/** Logs a long metric, then reads it page by page `repeats` times; the median page in milliseconds. */
async function measure(url: URL, repeats: number): Promise<number> {
  const [runId = ''] = await createRuns(url, 1);
  await logSeries(url, runId, 'loss', allPoints);
  const pages = await addressesOfPages(url, runId);
  const requests = pages.map((page) => toWire('GET', page));
  const times: number[] = [];
  for (let count = 0; count < repeats; count += 1) times.push(...(await timeRequests(url, requests)));
  return median(times);
}

async function addressesOfPages(url: URL, runId: string): Promise<URL[]> {
  const query = `run_id=${runId}&metric_key=loss&max_results=${pagePoints}`;
  const pages = [mlflowUrl(url, `metrics/get-history?${query}`)];
  while (pages.length < allPoints / pagePoints) {
    const text = await (await fetch(pages.at(-1) ?? url)).text();
    const token = /"next_page_token": *("[^"]+")/.exec(text)?.[1];
    if (token === undefined) throw new Error('The history ended too early.');
    const page = mlflowUrl(url, `metrics/get-history?${query}`);
    page.searchParams.set('page_token', String(JSON.parse(token)));
    pages.push(page);
  }
  return pages;
}

/** Reading a long history through MLflow's call, side by side with its own server. */
export const history: Bench = {
  name: 'history',
  async run() {
    const ours = await startServer();
    const value = await measure(new URL(ours.url), 8);
    await ours.stop();
    await removeHome(ours.home);
    const peer = await startMlflowServer();
    const name = 'history: get-history of 25,000 of 100,000 points, median';
    const result = { name, value, unit: 'ms', target: '<= 60' };
    if (peer === undefined) return [result];
    try {
      return [{ ...result, against: { name: 'MLflow', value: await measure(peer.url, 2) } }];
    } finally {
      await peer.stop();
    }
  },
};
