import { removeHome, startServer } from '#checks/server-process.ts';
import { buildStudioIfStale } from '#main/studio-build.ts';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import type { Bench } from '../bench.ts';
import { brushRuns } from '../brush-runs.ts';
import { launchBrowser, timeUntilThere, watchScripts, withFreshPage } from '../browser-page.ts';
import { measureCharts } from '../chart-figures.ts';
import { timeNewPoints } from '../chart-latency.ts';
import { median, percentile } from '../load.ts';
import type { Result } from '../result.ts';
import { scrollRows } from '../scroll-rows.ts';
import { atelierWithManyRuns } from '../seeds/atelier-home.ts';

const repeats = 5;
const homeIsThere = ['h1', 'ul[aria-label="Workspaces"] li'];
const runsAreThere = ['h1', '[role="grid"] [role="row"] a'];

function gzippedKilobytes(content: Buffer): number {
  return gzipSync(content).length / 1000;
}

/** What the first page loads, and what the table of runs loads beyond it. */
async function measureScripts(browser: Browser, url: URL): Promise<readonly Result[]> {
  const load = async (path: string, there: readonly string[]): Promise<ReadonlyMap<string, number>> =>
    withFreshPage(browser, async (page) => {
      const scripts = watchScripts(page, gzippedKilobytes);
      await timeUntilThere(page, new URL(path, url), there);
      return scripts();
    });
  const home = await load('/', homeIsThere);
  const runs = [...(await load('/w/default/runs', runsAreThere))].filter(([name]) => !home.has(name));
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  const unit = 'kB gzipped';
  return [
    { name: 'studio: script of the first page', value: sum([...home.values()]), unit, target: '<= 250' },
    { name: 'studio: script that the table of runs adds', value: sum(runs.map(([, size]) => size)), unit },
  ];
}

async function measureOpening(browser: Browser, url: URL): Promise<Result> {
  const times: number[] = [];
  for (let count = 0; count < repeats; count += 1)
    times.push(await withFreshPage(browser, async (page) => timeUntilThere(page, url, homeIsThere)));
  const name = 'studio: home is there from an empty cache, 100,000 runs, median';
  return { name, value: median(times), unit: 'ms', target: '<= 1000' };
}

async function measureScrolling(browser: Browser, url: URL): Promise<Result> {
  const frames = await withFreshPage(browser, async (page) => {
    await timeUntilThere(page, new URL('/w/default/runs', url), runsAreThere);
    return scrollRows(page, 10_000);
  });
  // Frames come 60 times a second: one in time takes 16.67 ms.
  const value = Math.floor(percentile(frames, 0.95) * 10) / 10;
  return { name: 'studio: scrolling over 10,000 rows, p95 frame', value, unit: 'ms', target: '<= 16.7' };
}

/** Parallel coordinates of as many runs as one chart takes. */
async function measureBrush(browser: Browser, url: URL): Promise<Result> {
  const times = await withFreshPage(browser, async (page) => {
    const axes = [
      'params.param_0',
      'params.param_1',
      'params.param_2',
      'metrics.metric_1',
      'metrics.metric_0',
    ];
    const chart = `parallel:${axes.join(',')}`;
    const address = new URL(`/w/default/explore?chart=${encodeURIComponent(chart)}`, url);
    await timeUntilThere(page, address, ['section output']);
    return brushRuns(page, 40);
  });
  const name = 'studio: a brush over 10,000 runs in parallel coordinates is answered, p95';
  return { name, value: percentile(times, 0.95), unit: 'ms', target: '<= 50' };
}

async function measureLatency(browser: Browser): Promise<Result> {
  const server = await startServer();
  try {
    const times = await withFreshPage(browser, async (page) => timeNewPoints(page, new URL(server.url), 20));
    const name = 'studio: a new point is drawn after its call was answered, p95';
    return { name, value: percentile(times, 0.95), unit: 'ms', target: '<= 500' };
  } finally {
    await server.stop();
    await removeHome(server.home);
  }
}

/** The studio in a real browser. */
export const studio: Bench = {
  name: 'studio',
  async run() {
    const browser = await launchBrowser();
    if (browser === undefined) {
      process.stderr.write('  studio: not measured, as no Chromium was found (`npm test` installs one)\n');
      return [];
    }
    await buildStudioIfStale();
    const server = await startServer({ home: await atelierWithManyRuns() });
    const url = new URL(server.url);
    try {
      return [
        ...(await measureScripts(browser, url)),
        await measureOpening(browser, url),
        await measureScrolling(browser, url),
        await measureBrush(browser, url),
        await measureLatency(browser),
        ...(await measureCharts(browser)),
      ];
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};
