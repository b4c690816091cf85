import { startServer } from '#checks/server-process.ts';
import type { Bench } from '../bench.ts';
import { toWire } from '../keep-alive.ts';
import { median, timeRequests } from '../load.ts';
import { homeWithLongSeries } from '../seeds/long-series.ts';

const repeats = 5;

/** The first request of a server just started, in milliseconds. */
async function firstRequest(home: string, runIds: readonly string[]): Promise<number> {
  const server = await startServer({ home });
  const url = new URL(server.url);
  const body = JSON.stringify({ runIds, key: 'loss', maxBuckets: 1000 });
  const request = toWire('POST', new URL('/api/workspaces/default/metrics/series', url), body);
  const [time = Number.NaN] = await timeRequests(url, [request]);
  await server.stop();
  return time;
}

async function coldMedian(home: string, runIds: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < repeats; count += 1) times.push(await firstRequest(home, runIds));
  return median(times);
}

/** The data of a chart, asked of a server that has only just started. */
export const buckets: Bench = {
  name: 'buckets',
  async run() {
    const { home, many, longest } = await homeWithLongSeries();
    // What a start leaves to do (folding what waited in the journal) is done once.
    await firstRequest(home, [...many, longest]);
    return [
      {
        name: 'buckets: chart of 100 runs x 100,000 points, cold',
        value: await coldMedian(home, many),
        unit: 'ms',
        target: '<= 300',
      },
      {
        name: 'buckets: chart of one run with 1,000,000 points, cold',
        value: await coldMedian(home, [longest]),
        unit: 'ms',
        target: '<= 50',
      },
    ];
  },
};
