import { browserFlags, findBrowser } from '#checks/browser.ts';
import { type Browser, chromium, type Page } from 'playwright';

/** Chromium as the tests use it, or `undefined` where there is none. */
export async function launchBrowser(): Promise<Browser | undefined> {
  const executablePath = findBrowser();
  return executablePath === undefined ? undefined : chromium.launch({ executablePath, args: browserFlags });
}

/** Opens a page with nothing in any cache, gives it to `use`, and closes it. */
export async function withFreshPage<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/**
 * Opens an address and tells the milliseconds from then on until every selector finds something and that has been
 * painted.
 */
export async function timeUntilThere(
  page: Page,
  address: URL,
  selectors: readonly string[],
): Promise<number> {
  await page.addInitScript((wanted) => {
    const look = (): void => {
      if (!wanted.every((selector) => document.querySelector(selector) !== null)) requestAnimationFrame(look);
      // What is there in one frame is painted when the next begins.
      else requestAnimationFrame((now) => Object.assign(globalThis, { benchThereAtMs: now }));
    };
    requestAnimationFrame(look);
  }, selectors);
  await page.goto(address.href);
  const found = await page.waitForFunction(
    () => Number(Reflect.get(globalThis, 'benchThereAtMs') ?? 0),
    null,
    {
      timeout: 60_000,
    },
  );
  return found.jsonValue();
}

/** Kilobytes of script that a page loads, gzipped, by the name of each file. */
export function watchScripts(page: Page, toGzippedKilobytes: (content: Buffer) => number) {
  const waiting: Promise<readonly [string, number]>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    waiting.push(response.body().then((body) => [response.url(), toGzippedKilobytes(body)] as const));
  });
  return async (): Promise<ReadonlyMap<string, number>> => new Map(await Promise.all(waiting));
}
