/** Looks at a run in the studio with a real browser, from the link that MLflow's client prints. */
import { type Browser, chromium, type Page } from 'playwright';
import { z } from 'zod';
import { browserFlags, ensureBrowser } from '../browser.ts';

export const sight = z.object({
  kind: z.literal('see'),
  /** The address in MLflow's form, below the server's. */
  link: z.string(),
  name: z.string(),
  metrics: z.record(z.string(), z.number()),
  params: z.record(z.string(), z.string()),
  artifacts: z.array(z.string()),
});
export type Sight = z.infer<typeof sight>;

const patience = { timeout: 30_000 };

/** What is not on the pages as it was logged; nothing, when all of it is. */
export async function lookForFaults(url: string, wanted: Sight): Promise<string[]> {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
  try {
    return await look(browser, url, wanted);
  } finally {
    await browser.close();
  }
}

async function look(browser: Browser, url: string, wanted: Sight): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`the console says: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`the page threw: ${error.message}`));

  await page.goto(`${url}${wanted.link}`);
  await page.getByRole('heading', { name: wanted.name }).first().waitFor(patience);
  for (const [key, value] of Object.entries(wanted.metrics)) {
    if (!(await readRow(page, 'Metrics', key)).includes(String(value))) {
      faults.push(`the metric ${key} is not shown as ${value}`);
    }
  }
  for (const [key, value] of Object.entries(wanted.params)) {
    if (!(await readRow(page, 'Parameters', key)).includes(value)) {
      faults.push(`the parameter ${key} is not shown as ${value}`);
    }
  }
  await openTab(page, 'Metrics');
  await page.locator('#run-tab canvas').first().waitFor(patience);
  await openTab(page, 'Artifacts');
  for (const name of wanted.artifacts) {
    await page.locator('#run-tab').getByText(name, { exact: true }).first().waitFor(patience);
  }
  return faults;
}

async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: false }).first().click();
}

/** The texts of a row's cells, and the exact values that their shortened numbers carry. */
async function readRow(page: Page, caption: string, key: string): Promise<string[]> {
  const table = page.getByRole('table', { name: caption });
  await table.waitFor(patience);
  const row = table.getByRole('row').filter({ has: page.getByText(key, { exact: true }) });
  if ((await row.count()) === 0) return [];
  const exact = await row.first().locator('[title]').all();
  const titles = await Promise.all(exact.map(async (element) => (await element.getAttribute('title')) ?? ''));
  return [...(await row.first().getByRole('cell').allInnerTexts()), ...titles];
}
