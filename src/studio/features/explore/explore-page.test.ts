import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { logRun, startBackend, type TestBackend } from '#studio/testing/backend.suite.ts';
import { openStudio, studioAddress } from '#studio/testing/studio.suite.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});

/** Twelve runs: the loss follows lr, whatever the seed; the last has no loss. */
async function sweep(): Promise<{ slug: string; ids: string[] }> {
  const slug = await backend.workspace('Sweep');
  const tracking = backend.tracking(slug);
  const ids: string[] = [];
  for (let index = 0; index < 12; index += 1) {
    ids.push(
      await logRun(tracking, {
        name: `trial ${index}`,
        params: { lr: String(10 ** -(index % 4)), seed: String(index), net: 'mlp' },
        metrics: index === 11 ? {} : { 'val/loss': [9, 1 + (index % 4)] },
        end: 'FINISHED',
      }),
    );
  }
  return { slug, ids };
}

test('a page begins with what differs, and a brush by key keeps runs', async () => {
  const { slug } = await sweep();
  openStudio(`/w/${slug}/explore`);
  const parallel = page.getByRole('region', { name: 'Parallel coordinates' });
  await expect.element(parallel.getByRole('slider', { name: 'Range of params.lr' })).toBeVisible();
  expect(parallel.getByRole('slider', { name: 'Range of params.net' }).elements()).toEqual([]);
  await expect.element(parallel.getByText('12 runs', { exact: true })).toBeVisible();
  const axis = parallel.getByRole('slider', { name: /^Range of metrics/ }).element() as HTMLElement;
  axis.focus();
  axis.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
  await expect.element(parallel.getByText(/\d of 12 runs in the brushes/)).toBeVisible();
  await parallel.getByRole('button', { name: 'Keep only these' }).click();
  await expect.poll(() => studioAddress().searchParams.get('runs')?.split(',').length).toBeLessThan(12);
  await expect.element(page.getByText(/chosen runs/)).toBeVisible();
});

test('what explains the result is worked out, and every chart has its values as a table', async () => {
  const { slug } = await sweep();
  const term = encodeURIComponent(encodeURIComponent('metrics.`val/loss`'));
  openStudio(`/w/${slug}/explore?chart=importance:${term}&chart=bar:${term}`);
  const importance = page.getByRole('region', { name: 'Importance' });
  await expect.element(importance.getByRole('rowheader').first()).toHaveTextContent('lr');
  await expect.element(importance.getByText(/11 runs/)).toBeVisible();
  const bars = page.getByRole('region', { name: 'Bars' });
  await expect.element(bars.getByText(/11 of 11 runs with a value/)).toBeVisible();
  await bars.getByRole('button', { name: 'Bars as a table' }).click();
  await expect.element(bars.getByRole('cell', { name: 'trial 11' })).toBeVisible();
  await expect.element(bars.getByText('none', { exact: true })).toBeVisible();
});

test('without any metric there is still something to add', async () => {
  const slug = await backend.workspace('Empty');
  openStudio(`/w/${slug}/explore`);
  await page.getByRole('button', { name: 'Add a chart over runs' }).click();
  await page.getByRole('menuitem', { name: 'Scatter' }).click();
  await expect.element(page.getByText('Choose across and up first.')).toBeVisible();
});
