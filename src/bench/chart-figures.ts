import { removeHome, startServer } from '#checks/server-process.ts';
import type { Browser } from 'playwright';
import { withFreshPage } from './browser-page.ts';
import { hoverChart, scrollCards, timeCharts } from './chart-frames.ts';
import { type ChartRuns, fillChartRuns, widePoints } from './chart-home.ts';
import { measureLive } from './live-charts.ts';
import { median, percentile } from './load.ts';
import type { Result } from './result.ts';

const openings = 5;

/** What the charts of many runs and of many metrics cost the page. */
export async function measureCharts(browser: Browser): Promise<readonly Result[]> {
  const server = await startServer();
  try {
    const url = new URL(server.url);
    const runs = await fillChartRuns(url);
    return [
      await measureHover(browser, url, runs),
      ...(await measureCards(browser, url, runs)),
      await measureOpening(browser, url, runs),
      ...(await measureLiveCharts(browser, url, runs)),
    ];
  } finally {
    await server.stop();
    await removeHome(server.home);
  }
}

function compare(url: URL, runIds: readonly string[], more = ''): string {
  return new URL(`/w/default/compare?runs=${runIds.join(',')}${more}`, url).href;
}

async function measureHover(browser: Browser, url: URL, { long }: ChartRuns): Promise<Result> {
  const frames = await withFreshPage(browser, async (page) => {
    await page.goto(compare(url, long));
    return hoverChart(page, 'train/loss');
  });
  // Frames come 60 times a second: one in time takes 16.67 ms.
  const value = Math.floor(percentile(frames, 0.95) * 10) / 10;
  return { name: 'studio: hovering over 100 lines, p95 frame', value, unit: 'ms', target: '<= 16.7' };
}

async function measureCards(browser: Browser, url: URL, { many }: ChartRuns): Promise<readonly Result[]> {
  const { framesPerSecond, mostCards } = await withFreshPage(browser, async (page) => {
    await page.goto(new URL(`/w/default/runs/${many[0]}?tab=metrics`, url).href);
    await page.locator('[role="application"]').first().waitFor();
    return scrollCards(page);
  });
  return [
    {
      name: 'studio: charts in the page at once, of 2,000',
      value: mostCards,
      unit: 'charts',
      target: '<= 40',
    },
    {
      name: 'studio: scrolling over 2,000 charts',
      value: framesPerSecond,
      unit: 'frames/s',
      target: '>= 55',
    },
  ];
}

async function measureOpening(browser: Browser, url: URL, { wide }: ChartRuns): Promise<Result> {
  const times: number[] = [];
  for (let count = 0; count < openings; count += 1) {
    const time = await withFreshPage(browser, async (page) => {
      await page.setViewportSize({ width: 1920, height: 1750 });
      // The code is there as it would be for somebody at work; the data is not.
      await page.goto(compare(url, wide.slice(0, 2)));
      await page.locator('[role="application"]').first().waitFor();
      return timeCharts(page, compare(url, wide, '&columns=4'), 20);
    });
    times.push(time);
  }
  const name = 'studio: 20 charts of 50 lines each are drawn, median';
  return { name, value: median(times), unit: 'ms', target: '<= 600' };
}

async function measureLiveCharts(
  browser: Browser,
  url: URL,
  { wide }: ChartRuns,
): Promise<readonly Result[]> {
  const { pageShare, missed } = await withFreshPage(browser, async (page) => {
    await page.goto(compare(url, wide));
    await page.locator('[role="application"]').first().waitFor();
    return measureLive(page, url, wide, widePoints);
  });
  return [
    {
      name: 'studio: 50 runs log 20 metrics a second, main thread of the open page',
      value: pageShare,
      unit: '% of a core',
      target: '<= 10',
    },
    { name: 'studio: points missed meanwhile', value: missed, unit: 'points', target: '<= 0' },
  ];
}
