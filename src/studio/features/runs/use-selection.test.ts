import { beforeAll, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { logRun, startBackend, type TestBackend } from '#studio/testing/backend.suite.ts';
import { openStudio, studioAddress } from '#studio/testing/studio.suite.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});
beforeEach(() => backend.faults.set({ failing: [] }));

const tree = page.getByRole('treegrid', { name: 'Runs' });
const selected = (): string | null => studioAddress().searchParams.get('selected');

test('a group is no run: neither a key nor a range chooses any for it', async () => {
  const slug = await backend.workspace('Chosen');
  for (const rate of ['0.1', '0.2', '0.3']) {
    await logRun(backend.tracking(slug), { name: rate, params: { rate }, end: 'FINISHED' });
  }
  openStudio(`/w/${slug}/runs?group=params.rate`);
  await expect.element(tree.getByText('rate: 0.3')).toBeVisible();
  await userEvent.keyboard('jx');
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
  // Whatever would be asked for has been answered by then.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(selected()).toBeNull();
});

test('what could not be asked for is told, by key and by button', async () => {
  const slug = await backend.workspace('Failing');
  await logRun(backend.tracking(slug), { name: 'only', end: 'FINISHED' });
  openStudio(`/w/${slug}/runs`);
  await expect.element(page.getByRole('link', { name: 'only' })).toBeVisible();
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.element(page.getByText('1 of 1 selected')).toBeVisible();
  backend.faults.set({ failing: [{ path: '/runs/columns', code: 'internal', times: 99 }] });
  const told = page.getByRole('alert');
  await userEvent.keyboard('{Delete}');
  await expect.poll(() => told.elements()).toHaveLength(1);
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect.poll(() => told.elements()).toHaveLength(2);
});
