import { logRun, startBackend, type TestBackend } from '#studio/testing/backend.suite.ts';
import { openStudio, studioAddress } from '#studio/testing/studio.suite.ts';
import { beforeAll, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});

const chart = (metric: string) => page.getByRole('region', { name: metric, exact: true });
const mounted = (): number => document.querySelectorAll('[data-item^="chart "]').length;

async function openRun(metrics: Record<string, readonly number[]>): Promise<void> {
  const slug = await backend.workspace('Charts');
  const runId = await logRun(backend.tracking(slug), { name: 'run', params: {}, metrics, end: 'FINISHED' });
  openStudio(`/w/${slug}/runs/${runId}?tab=metrics`);
}

test('of very many charts only those near the screen are there, and every one can be found', async () => {
  const keys = Array.from({ length: 120 }, (_none, index) => `m${String(index).padStart(3, '0')}`);
  await openRun(Object.fromEntries(keys.map((key) => [key, [1, 2]])));
  await expect.element(chart('m000')).toBeVisible();
  expect(mounted()).toBeLessThanOrEqual(40);
  await page.getByRole('textbox', { name: 'Search metrics' }).fill('^m11(8|9)$');
  await expect.element(chart('m119')).toBeInTheDocument();
  await expect.element(page.getByText('2 of 120')).toBeVisible();
});

test('a chart is moved, sized and pinned by key, and the address holds it', async () => {
  await openRun({ a: [1, 2], b: [1, 2], c: [1, 2] });
  await expect.element(chart('a')).toBeVisible();
  page.getByRole('button', { name: 'Move a', exact: true }).element().focus();
  await userEvent.keyboard('{ArrowRight}');
  await vi.waitFor(() => expect(studioAddress().searchParams.getAll('move')).toEqual(['1..a']));
  page
    .getByRole('button', { name: /^Size of a,/ })
    .element()
    .focus();
  await userEvent.keyboard('{ArrowDown}');
  await vi.waitFor(() => expect(studioAddress().searchParams.getAll('size')).toEqual(['1x2..a']));
  await page.getByRole('button', { name: 'More for c' }).click();
  await page.getByRole('button', { name: 'Pin to the top' }).click();
  await expect.element(page.getByRole('heading', { name: /Pinned/ })).toBeVisible();
  expect(studioAddress().searchParams.getAll('pin')).toEqual(['c']);
});
