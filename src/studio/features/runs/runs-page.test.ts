import { beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { logRun, startBackend, type TestBackend } from '#studio/testing/backend.suite.ts';
import { openStudio, studioAddress } from '#studio/testing/studio.suite.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});

async function fiveRuns(): Promise<string> {
  const slug = await backend.workspace('Table');
  const tracking = backend.tracking(slug);
  for (const [index, loss] of [0.5, 0.1, 0.9, 0.3, 0.7].entries()) {
    await logRun(tracking, {
      name: `trial ${index}`,
      params: { index: String(index) },
      metrics: { loss: [1, loss] },
      end: index === 2 ? 'FAILED' : 'FINISHED',
    });
  }
  return slug;
}

const grid = page.getByRole('grid', { name: 'Runs' });
const filter = page.getByRole('combobox', { name: 'Filter runs' });
const names = (): string[] =>
  grid
    .getByRole('link')
    .elements()
    .map((link) => link.textContent);

test('a mistake in the filter is underlined where it is, and nothing is asked', async () => {
  const slug = await fiveRuns();
  openStudio(`/w/${slug}/runs`);
  await expect.element(page.getByText('5 runs', { exact: true })).toBeVisible();
  await filter.fill('metrics.loss <> 0.5');
  await userEvent.keyboard('{Enter}');
  await expect.element(filter).toHaveAttribute('aria-invalid', 'true');
  const wrong = document.querySelector('search [class*="wrong"]');
  expect(wrong?.textContent).toContain('<>');
  await expect.element(filter).toHaveAccessibleDescription(/\S/);
  expect(studioAddress().searchParams.get('filter')).toBeNull();
});

test('counts follow the filter; a filter that nothing fits says how many it left out', async () => {
  const slug = await fiveRuns();
  openStudio(`/w/${slug}/runs`);
  await filter.fill('metrics.loss < 0.4');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('2 match · 5 total')).toBeVisible();
  await expect.poll(() => names().toSorted()).toEqual(['trial 1', 'trial 3']);

  await filter.fill('metrics.loss < 0.01');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: 'No run matches' })).toBeVisible();
  await expect.element(page.getByText(/None of 5 runs/)).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filter' }).last().click();
  await expect.element(page.getByText('5 runs', { exact: true })).toBeVisible();
});

test('a press on a heading sorts by it, the other way round on the next', async () => {
  const slug = await fiveRuns();
  openStudio(`/w/${slug}/runs?columns=metrics.loss`);
  const loss = page.getByRole('columnheader', { name: 'loss' });
  await loss.getByRole('button').first().click();
  await expect.element(loss).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(names).toEqual(['trial 1', 'trial 3', 'trial 0', 'trial 4', 'trial 2']);
  await loss.getByRole('button').first().click();
  await expect.poll(names).toEqual(['trial 2', 'trial 4', 'trial 0', 'trial 3', 'trial 1']);
});

test('a status button writes itself into the filter and the address', async () => {
  const slug = await fiveRuns();
  openStudio(`/w/${slug}/runs`);
  await page.getByRole('button', { name: 'Failed' }).click();
  await expect.element(page.getByText('1 match · 5 total')).toBeVisible();
  await expect.poll(names).toEqual(['trial 2']);
  expect(studioAddress().searchParams.get('filter')).toContain('FAILED');
});

test('runs chosen by key go to the trash, and back by Undo', async () => {
  const slug = await fiveRuns();
  openStudio(`/w/${slug}/runs?sort=name`);
  await expect.poll(names).toHaveLength(5);
  await userEvent.keyboard('jxjx');
  await expect.element(page.getByText('2 selected · 5 runs')).toBeVisible();
  await userEvent.keyboard('{Delete}');
  await expect.element(page.getByText('3 runs', { exact: true })).toBeVisible();
  await expect.poll(names).toEqual(['trial 2', 'trial 3', 'trial 4']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('5 runs', { exact: true })).toBeVisible();
});

test('a run that is logged meanwhile shows by itself while the newest come first', async () => {
  const slug = await fiveRuns();
  openStudio(`/w/${slug}/runs`);
  await expect.poll(names).toHaveLength(5);
  await logRun(backend.tracking(slug), { name: 'latecomer' });
  await expect.element(grid.getByRole('link', { name: 'latecomer' })).toBeVisible();
  await expect.element(page.getByText('6 runs', { exact: true })).toBeVisible();
});

test('in another order rows keep their places until new runs are let in, and change within them', async () => {
  const slug = await backend.workspace('Still');
  const tracking = backend.tracking(slug);
  const runId = await logRun(tracking, { name: 'first', metrics: { loss: [0.25] } });
  await logRun(tracking, { name: 'second', metrics: { loss: [0.5] } });
  openStudio(`/w/${slug}/runs?sort=metrics.loss&columns=metrics.loss`);
  await expect.poll(names).toEqual(['first', 'second']);

  await logRun(tracking, { name: 'latecomer', metrics: { loss: [0.125] } });
  const pill = page.getByRole('button', { name: '1 new run', exact: true });
  await expect.element(pill).toBeVisible();
  await tracking.logBatch(runId, {
    params: [],
    metrics: [{ key: 'loss', value: 0.75, step: 1, timestamp: Date.now() }],
  });
  await expect.element(grid.getByText('0.75')).toBeVisible();
  expect(names()).toEqual(['first', 'second']);

  await pill.click();
  await expect.poll(names).toEqual(['latecomer', 'second', 'first']);
});

test('an empty workspace teaches how to log', async () => {
  const slug = await backend.workspace('Empty');
  openStudio(`/w/${slug}/runs`);
  await expect.element(page.getByRole('heading', { name: 'No runs yet' })).toBeVisible();
  await expect.element(page.getByText(`/ws/${slug}`, { exact: false }).first()).toBeVisible();
});

test('all that match are tagged at once, and the tag is taken back by Undo', async () => {
  const slug = await fiveRuns();
  openStudio(`/w/${slug}/runs?sort=name&columns=tags.team`);
  await expect.poll(names).toHaveLength(5);
  await userEvent.keyboard('jx');
  await page.getByRole('button', { name: 'Select all 5' }).click();
  await expect.element(page.getByText('5 of 5 selected')).toBeVisible();
  expect(studioAddress().searchParams.get('selected')).toBe('*');
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await page.getByLabelText('Tag', { exact: true }).fill('team');
  await page.getByLabelText('Value').fill('blue');
  await page.getByRole('button', { name: 'Set the tag' }).click();
  await expect.poll(() => grid.getByText('blue', { exact: true }).elements().length).toBe(5);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => grid.getByText('blue', { exact: true }).elements().length).toBe(0);
});

test('groups tell how many they are and their mean, and open in place', async () => {
  const slug = await backend.workspace('Groups');
  const tracking = backend.tracking(slug);
  for (const [name, rate, loss] of [
    ['a', '0.1', 0.5],
    ['b', '0.1', 0.75],
    ['c', '0.2', 0.25],
  ] as const) {
    await logRun(tracking, { name, params: { rate }, metrics: { loss: [loss] }, end: 'FINISHED' });
  }
  openStudio(`/w/${slug}/runs?columns=metrics.loss&group=params.rate&sort=metrics.loss`);
  const table = page.getByRole('treegrid', { name: 'Runs' });
  const group = table.getByRole('row').filter({ hasText: 'rate: 0.1' });
  const texts = (): string[] => group.elements().map((row) => row.textContent);
  await expect.poll(texts).toEqual([expect.stringMatching(/n = 2.*0\.625 ±/)]);
  expect(table.getByRole('link').elements()).toHaveLength(0);
  await group.getByRole('button').click();
  await expect
    .poll(() =>
      table
        .getByRole('link')
        .elements()
        .map((link) => link.textContent),
    )
    .toEqual(['a', 'b']);
  await group.getByRole('button').click();
  await expect.poll(() => table.getByRole('link').elements().length).toBe(0);
});

test('the best value of a metric shows, and a column is one of several summaries', async () => {
  const slug = await backend.workspace('Summaries');
  const tracking = backend.tracking(slug);
  await logRun(tracking, { name: 'up and down', metrics: { accuracy: [0.25, 0.875, 0.5] }, end: 'FINISHED' });
  await logRun(tracking, { name: 'steady', metrics: { accuracy: [0.5, 0.625, 0.75] }, end: 'FINISHED' });
  openStudio(`/w/${slug}/runs?columns=metrics.accuracy,best(metrics.accuracy)&sort=-best(metrics.accuracy)`);
  await expect.poll(names).toEqual(['up and down', 'steady']);
  await expect.element(grid.getByText('0.875')).toHaveAttribute('data-best', 'true');
  await expect.element(grid.getByText('0.75', { exact: true }).first()).toHaveAttribute('data-best', 'true');
});
