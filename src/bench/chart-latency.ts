import type { Page } from 'playwright';
import { openConnection, toWire } from './keep-alive.ts';
import { createRuns, logSeries, mlflowUrl } from './tracking-calls.ts';

const pointsBefore = 200;

/**
 * Opens a run's page and logs `count` points, one after the other. The milliseconds, rising, from the answer of each
 * call until the frame with the new point was drawn.
 */
export async function timeNewPoints(page: Page, url: URL, count: number): Promise<readonly number[]> {
  const [runId = ''] = await createRuns(url, 1);
  await logSeries(url, runId, 'loss', pointsBefore);
  await page.goto(new URL(`/w/default/runs/${runId}?tab=metrics`, url).href);
  const card = page.locator('section[aria-label="loss"]');
  await card.getByText(`${pointsBefore} points`).waitFor();
  const connection = await openConnection(url);
  const times: number[] = [];
  for (let step = pointsBefore; step < pointsBefore + count; step += 1) {
    // The card says how many points it has drawn, in the very commit that draws them.
    const drawn = card.evaluate(
      async (element, text) =>
        new Promise<number>((resolve) => {
          const look = (): void => {
            if (element.textContent.includes(text)) requestAnimationFrame(() => resolve(Date.now()));
            else requestAnimationFrame(look);
          };
          look();
        }),
      `${step + 1} points`,
    );
    const metric = { run_id: runId, key: 'loss', value: Math.sin(step), timestamp: Date.now(), step };
    await connection.send(toWire('POST', mlflowUrl(url, 'runs/log-metric'), JSON.stringify(metric)));
    const answeredAtMs = Date.now();
    times.push((await drawn) - answeredAtMs);
  }
  connection.close();
  return times.sort((a, b) => a - b);
}
