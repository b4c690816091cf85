import type { Page } from 'playwright';
import { pointOf, names, wideMetrics } from './chart-home.ts';
import { openConnection, toWire } from './keep-alive.ts';
import { mlflowUrl } from './tracking-calls.ts';

const seconds = 20;
const pauseMs = 1000;

export interface LiveFigures {
  /** Per cent of a core that the page's main thread was busy. */
  readonly pageShare: number;
  /** Points that the first chart said it had at the end, less those that were logged. */
  readonly missed: number;
}

/**
 * Has every run log all its metrics once a second while the page shows them, the calls spread over the second.
 * @param from the step that the runs have come to
 */
export async function measureLive(
  page: Page,
  url: URL,
  runIds: readonly string[],
  from: number,
): Promise<LiveFigures> {
  const keys = names('metric', wideMetrics);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
  };
  const connection = await openConnection(url);
  const busyBefore = await busy();
  const startedAt = performance.now();
  for (let second = 0; second < seconds; second += 1) {
    for (const [index, runId] of runIds.entries()) {
      const dueAt = startedAt + second * pauseMs + (index / runIds.length) * pauseMs;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueAt - performance.now())));
      const metrics = keys.map((key) => pointOf(index, key, from + second));
      const body = JSON.stringify({ run_id: runId, metrics });
      await connection.send(toWire('POST', mlflowUrl(url, 'runs/log-batch'), body));
    }
  }
  const took = (performance.now() - startedAt) / 1000;
  const pageShare = (((await busy()) - busyBefore) / took) * 100;
  connection.close();
  const logged = runIds.length * (from + seconds);
  const said = page.locator(`section[aria-label="${keys[0]}"]`).getByText(/points/);
  await page.waitForFunction(
    ({ key, points }) =>
      document.querySelector(`section[aria-label="${key}"]`)?.textContent?.includes(points),
    { key: keys[0], points: logged.toLocaleString('en-US') },
    { timeout: 15_000 },
  );
  return { pageShare, missed: logged - pointsIn((await said.first().textContent()) ?? '') };
}

/** The number of points that a chart says it has: "2,000 of 50,000 points" is fifty thousand. */
function pointsIn(text: string): number {
  const [, points = ''] = /([\d,]+) points/.exec(text) ?? [];
  return Number(points.replaceAll(',', ''));
}
