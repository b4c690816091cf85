import { beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { logRun, startBackend, type TestBackend } from '#studio/testing/backend.suite.ts';
import { openStudio, studioAddress } from '#studio/testing/studio.suite.ts';

let backend: TestBackend;
let slug: string;

beforeAll(async () => {
  backend = await startBackend();
  slug = await backend.workspace('Filters');
  const tracking = backend.tracking(slug);
  for (const [index, opt] of ['adam', 'adam', 'sgd', 'lion'].entries()) {
    await logRun(tracking, {
      name: `trial ${index}`,
      params: { opt, lr: String(index / 10) },
      metrics: { 'val/accuracy': [0.1, index / 4] },
      end: index === 3 ? 'FAILED' : 'FINISHED',
    });
  }
});

const filter = page.getByRole('combobox', { name: 'Filter runs' });
const chips = page.getByRole('group', { name: 'Conditions' });
const filterInAddress = (): string | null => studioAddress().searchParams.get('filter');

test('a key is found by a part of its name, and values by what runs have', async () => {
  openStudio(`/w/${slug}/runs`);
  await filter.click();
  await userEvent.keyboard('val/acc');
  await page.getByRole('option', { name: /^metrics.`val\/accuracy`/ }).click();
  await expect.element(filter).toHaveValue('metrics.`val/accuracy` ');
  await userEvent.keyboard('> 0.1 OR params.opt = ');
  await page.getByRole('option', { name: /^'lion'/ }).click();
  await userEvent.keyboard('{Enter}');
  await expect.poll(filterInAddress).toBe("metrics.`val/accuracy` > 0.1 OR params.opt = 'lion'");
  await expect.element(page.getByText('3 match · 4 total')).toBeVisible();
  await expect.element(page.getByText('extended', { exact: true })).toBeVisible();
});

test('chips and text say the same, and either changes both', async () => {
  const text = "(params.opt = 'adam' OR params.opt = 'sgd') AND NOT params.lr > 0.1";
  openStudio(`/w/${slug}/runs?filter=${encodeURIComponent(text)}`);
  await expect.element(page.getByText('2 match · 4 total')).toBeVisible();
  await expect
    .element(chips)
    .toHaveTextContent("(params.opt = 'adam'ORparams.opt = 'sgd')ANDNOTparams.lr > 0.1");
  await chips.getByRole('button', { name: 'NOT; take it away' }).click();
  await expect.element(filter).toHaveValue("(params.opt = 'adam' OR params.opt = 'sgd') AND params.lr > 0.1");
  await expect.element(page.getByText('1 match · 4 total')).toBeVisible();
  await chips.getByRole('button', { name: "Remove params.opt = 'adam'" }).click();
  await expect.poll(filterInAddress).toBe("params.opt = 'sgd' AND params.lr > 0.1");
  await chips.getByRole('button', { name: 'AND; join with OR' }).click();
  await expect.element(filter).toHaveValue("params.opt = 'sgd' OR params.lr > 0.1");
});

test('Escape brings back the filter that holds, and what was abandoned is not wrong', async () => {
  openStudio(`/w/${slug}/runs?filter=lion`);
  await expect.element(page.getByText('1 match · 4 total')).toBeVisible();
  await filter.fill('metrics.a <> 1 ');
  await userEvent.keyboard('{Enter}');
  await expect.element(filter).toHaveAttribute('aria-invalid', 'true');
  await userEvent.keyboard('{Escape}{Escape}');
  await expect.element(filter).toHaveValue('lion');
  await expect.element(filter).toHaveAttribute('aria-invalid', 'false');
});

test('facets count under the rest of the filter, and a press writes into it', async () => {
  openStudio(`/w/${slug}/runs?filter=${encodeURIComponent("params.opt != 'sgd'")}`);
  await page.getByRole('button', { name: 'Facets', exact: true }).click();
  const status = page.getByRole('region', { name: 'Status' });
  await expect.element(status.getByRole('button', { name: 'FINISHED 2' })).toBeVisible();
  await status.getByRole('button', { name: 'FAILED 1' }).click();
  await expect.poll(filterInAddress).toBe("params.opt != 'sgd' AND status = 'FAILED'");
  await expect.element(status.getByRole('button', { name: 'FINISHED 2' })).toBeVisible();
  await expect
    .element(status.getByRole('button', { name: 'FAILED 1' }))
    .toHaveAttribute('aria-pressed', 'true');
  await status.getByRole('button', { name: 'Any' }).click();
  await expect.poll(filterInAddress).toBe("params.opt != 'sgd'");
});
