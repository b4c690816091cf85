import { expect, test } from '../fixtures/test.ts';
import { RunsTable } from '../pages/runs-table.ts';
import { Studio } from '../pages/studio.ts';

const sampleRuns = 24;

test('two dozen trainings are filtered, sorted, chosen by key and compared, and the best is found', async ({
  open,
  backend,
  page,
}) => {
  await open('/');
  const workspace = await backend.workspace('Sample');
  await open(`/w/${workspace}`);
  await page.getByRole('button', { name: 'Train the sample' }).click();
  await open(`/w/${workspace}/runs`);
  const table = new RunsTable(page);
  await table.expectCount(`${sampleRuns} runs`);
  await expect(page.getByRole('button', { name: '0 running now' })).toBeVisible({ timeout: 60_000 });

  await table.filter("params.family = 'mlp' AND metrics.`val/accuracy` > 0.5");
  await expect(page.getByText(/^\d+ match · 24 total$/)).toBeVisible();
  const unfiltered = page.url();
  await table.sortBy('val/loss', 'ascending');
  await expect.poll(async () => isAscending(await table.numbers('val/loss'))).toBe(true);
  const best = (await table.names())[0] ?? '';
  expect(best).toMatch(/^mlp-/);

  await page.goBack();
  await page.goForward();
  await expect.poll(async () => (await table.names())[0]).toBe(best);
  expect(page.url()).not.toBe(unfiltered);

  for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
  await expect(page.getByText(/^3 selected · /)).toBeVisible();
  await page.keyboard.press('c');
  const studio = new Studio(page);
  await expect(studio.heading).toHaveText('Compare');
  const compared = page.getByRole('complementary', { name: 'Runs compared' });
  await expect(compared.getByRole('listitem')).toHaveCount(3);
  const chart = page.getByRole('region', { name: 'val/loss', exact: true });
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.getByRole('application', { name: /^val\/loss by step, 3 runs/ })).toBeVisible();

  await page.keyboard.press('t');
  await expect(page.getByRole('rowheader', { name: 'val/loss' })).toBeVisible();
  await compared.getByRole('listitem').filter({ hasText: best }).hover();
  await compared.getByRole('button', { name: `Measure against ${best}` }).click();
  await expect(page.getByRole('columnheader', { name: best })).toContainText('baseline');
  await page.goBack();
  await expect(page.getByRole('columnheader', { name: best })).not.toContainText('baseline');
});

function isAscending(numbers: readonly number[]): boolean {
  return (
    numbers.length > 1 && numbers.every((each, index) => index === 0 || each >= (numbers[index - 1] ?? each))
  );
}

test(
  'an address shows another browser the very same',
  { tag: '@server' },
  async ({ open, backend, page, browser }) => {
    const workspace = await backend.workspace('Link');
    const script = backend.script(workspace);
    for (const [index, loss] of [0.4, 0.2, 0.3].entries()) {
      await (await script.run(`trial ${index}`, { metrics: { loss } })).end('FINISHED');
    }
    await open(`/w/${workspace}/runs`);
    const table = new RunsTable(page);
    await table.filter('metrics.loss < 0.35');
    await table.sortBy('loss', 'descending');
    await table.expectNames(['trial 2', 'trial 1']);

    const other = await browser.newPage();
    await other.goto(page.url());
    const same = new RunsTable(other);
    await same.expectNames(['trial 2', 'trial 1']);
    await same.expectCount('2 match · 3 total');
    await expect(other.getByRole('combobox', { name: 'Filter runs' })).toHaveValue('metrics.loss < 0.35');
    await other.close();
  },
);
