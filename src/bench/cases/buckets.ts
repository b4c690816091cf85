import { startServer } from '#checks/server-process.ts';
import { decodeSeries } from '#domain/series/series-wire.ts';
import type { Bench } from '../bench.ts';
import { openConnection, toWire } from '../keep-alive.ts';
import { median } from '../load.ts';
import type { Result } from '../result.ts';
import { homeWithLongSeries } from '../seeds/long-series.ts';
import { homeWithMillionSteps, millionSteps, spikeOf } from '../seeds/million-steps.ts';

const repeats = 5;

interface Chart {
  readonly runIds: readonly string[];
  readonly from?: number;
  readonly to?: number;
}

/** The charts of a server just started, one after the other: milliseconds each, and what was answered. */
async function openCharts(home: string, charts: readonly Chart[]) {
  const server = await startServer({ home });
  const url = new URL(server.url);
  const connection = await openConnection(url);
  const address = new URL('/api/workspaces/default/metrics/series', url);
  const opened: { readonly ms: number; readonly body: Buffer }[] = [];
  for (const chart of charts) {
    const request = toWire('POST', address, JSON.stringify({ ...chart, key: 'loss', maxBuckets: 1000 }));
    const startedAt = performance.now();
    const { status, body } = await connection.send(request);
    if (status !== 200) throw new Error(`Answered ${status}: ${body.toString().slice(0, 300)}`);
    opened.push({ ms: performance.now() - startedAt, body });
  }
  connection.close();
  await server.stop();
  return opened;
}

async function coldMedian(home: string, runIds: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < repeats; count += 1) {
    const [opened] = await openCharts(home, [{ runIds }]);
    times.push(opened?.ms ?? Number.NaN);
  }
  return median(times);
}

/** A chart of long series opened, and then zoomed into: by eight each time, around the spike of the first run. */
async function measureMillions(): Promise<Result[]> {
  const { home, runIds } = await homeWithMillionSteps();
  const spike = spikeOf(0);
  const zooms = [8, 64, 512, 4096].map((factor) => {
    const reach = millionSteps.steps / factor / 2;
    return { runIds, from: spike - reach, to: spike + reach };
  });
  const [cold, zoomed]: [number[], number[]] = [[], []];
  for (let count = 0; count < repeats; count += 1) {
    const [first, ...rest] = await openCharts(home, [{ runIds }, ...zooms]);
    for (const { body } of first === undefined ? rest : [first, ...rest]) checkSpike(body);
    cold.push(first?.ms ?? Number.NaN);
    zoomed.push(Math.max(...rest.map(({ ms }) => ms)));
  }
  const of = '100 runs x 1,000,000 points';
  return [
    { name: `buckets: chart of ${of}, cold`, value: median(cold), unit: 'ms', target: '<= 1000' },
    { name: `buckets: after a zoom of ${of}, slowest`, value: median(zoomed), unit: 'ms', target: '<= 150' },
  ];
}

/** Nothing counts that lost what it was to show. */
function checkSpike(body: Uint8Array): void {
  const [line] = decodeSeries(Uint8Array.from(body)).lines;
  if (!(Math.max(...(line?.greatest ?? [])) === millionSteps.spike))
    throw new Error('The spike is not there.');
}

/** The data of a chart, asked of a server that has only just started. */
export const buckets: Bench = {
  name: 'buckets',
  async run() {
    const { home, many, longest } = await homeWithLongSeries();
    // What a start leaves to do (folding what waited in the journal) is done once.
    await openCharts(home, [{ runIds: [...many, longest] }]);
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
      ...(await measureMillions()),
    ];
  },
};
