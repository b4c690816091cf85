import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Backend } from '../fixtures/backend.ts';
import { Studio } from '../pages/studio.ts';

type Filled = {
  readonly full: string;
  readonly empty: string;
  readonly long: string;
  readonly failed: string;
};

const pages: Readonly<Record<string, (filled: Filled) => string[]>> = {
  'the table of runs': ({ full, empty }) => [
    `/w/${full}/runs`,
    `/w/${full}/runs?view=deleted`,
    `/w/${full}/runs?filter=nonsense`,
    `/w/${empty}/runs`,
    `/w/${empty}`,
    `/w/${full}/nowhere`,
  ],
  'a run': ({ full, long, failed }) => [
    `/w/${full}/runs/${long}`,
    `/w/${full}/runs/${failed}`,
    `/w/${full}/runs/${'0'.repeat(32)}`,
  ],
  'the parts of a run': ({ full, long }) => [
    `/w/${full}/runs/${long}?tab=metrics`,
    `/w/${full}/runs/${long}?tab=params`,
    `/w/${full}/runs/${long}?tab=artifacts&path=table.csv`,
    `/w/${full}/runs/${long}?tab=activity`,
  ],
  'the comparison': ({ full, long, failed }) => [
    `/w/${full}/compare`,
    `/w/${full}/compare?runs=${long},${failed}`,
    `/w/${full}/compare?runs=${long},${failed}&tab=table`,
  ],
};

/** A workspace with a run of a long name and a failed one, and a workspace with nothing. */
async function fill(backend: Backend): Promise<Filled> {
  const full = await backend.workspace('Pages');
  const empty = await backend.workspace('Bare');
  const script = backend.script(full);
  const long = await script.run('a-name-that-goes-on-and-on-as-names-of-sweeps-do-lr0.0003-wd0.01-seed42', {
    params: { learning_rate: '0.0003', schedule: 'cosine' },
    metrics: { 'val/loss': 0.25, 'val/accuracy': 0.75 },
    artifacts: { 'model/weights.json': '{"layers": []}', 'table.csv': 'a,b\n1,2\n' },
  });
  await long.log('val/loss', 0.2, 1);
  await long.end('FINISHED');
  const failed = await script.run('failed', { metrics: { 'val/loss': 0.5 } });
  await failed.end('FAILED');
  return { full, empty, long: long.runId, failed: failed.runId };
}

const looks = [
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
  { width: 390, colorScheme: 'dark' },
] as const;

// The pages are the same in both homes: once is enough.
test.describe('every page can be read and used, wide and narrow, light and dark', { tag: '@server' }, () => {
  // A run that is not there is asked for, and a filter that cannot be read.
  test.use({ expectedErrors: /status of 40[04]/ });

  for (const [what, toPaths] of Object.entries(pages)) {
    test(what, async ({ open, backend, page }) => {
      // Many looks at many pages, each searched for what keeps somebody out.
      test.setTimeout(300_000);
      await open('/');
      const studio = new Studio(page);
      for (const path of toPaths(await fill(backend))) {
        await open(path);
        for (const { width, colorScheme } of looks) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 844 });
          await studio.expectLoaded();
          await expectAccessible(page);
          await studio.expectNoSidewaysScroll(path);
        }
      }
    });
  }
});

test('the theme is kept, and the sheet of keys tells those of the screen', async ({ open, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open('/');
  const scheme = () => page.evaluate(() => document.documentElement.style.colorScheme);
  await page.getByRole('button', { name: 'Use the dark theme' }).click();
  await expect.poll(scheme).toBe('dark');
  await page.reload();
  await expect(new Studio(page).heading).toHaveText('Workspaces', { timeout: 60_000 });
  await expect.poll(scheme).toBe('dark');

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet).toContainText('Find anything');
  await expect(sheet).toContainText('Create workspace');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
});

test('the palette finds a run by a part of its name', async ({ open, backend, page }) => {
  await open('/');
  const workspace = await backend.workspace('Palette');
  await (await backend.script(workspace).run('needle in the hay')).end('FINISHED');
  await open(`/w/${workspace}`);
  await expect(page.getByRole('link', { name: 'needle in the hay' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: /^Find pages/ }).fill('needle');
  await page.getByRole('option', { name: /needle in the hay/ }).click();
  await expect(new Studio(page).heading).toHaveText('needle in the hay');
});
