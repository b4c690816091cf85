import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { logRun, startBackend, type TestBackend } from '#studio/testing/backend.suite.ts';
import { openStudio, studioAddress } from '#studio/testing/studio.suite.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});

async function twoRuns(): Promise<{ slug: string; first: string; second: string }> {
  const slug = await backend.workspace('Duel');
  const tracking = backend.tracking(slug);
  const first = await logRun(tracking, {
    name: 'slow and steady',
    params: { lr: '0.01', depth: '4', seed: '7' },
    metrics: { loss: [1, 0.5, 0.25], accuracy: [0.5, 0.75] },
    end: 'FINISHED',
  });
  const second = await logRun(tracking, {
    name: 'fast and loose',
    params: { lr: '0.5', depth: '4', dropout: '0.1' },
    metrics: { loss: [1, 0.75], accuracy: [0.5, 0.75] },
    end: 'FINISHED',
  });
  return { slug, first, second };
}

/** The texts of the table, row by row, as a reader would say them. */
function readTable(): string[][] {
  const rows = page.getByRole('table', { name: 'Runs side by side' }).getByRole('row').elements();
  return rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()));
}

test('the table shows in columns what two runs differ in, and all of it when asked', async () => {
  const { slug, first, second } = await twoRuns();
  openStudio(`/w/${slug}/compare?runs=${first},${second}&tab=table`);
  await expect.element(page.getByRole('table', { name: 'Runs side by side' })).toBeVisible();
  const differing = [
    ['Parameter or metric', 'slow and steady', 'fast and loose'],
    ['Metrics'],
    ['loss', '★ best 0.25', '0.75'],
    ['Parameters'],
    ['lr', '0.01', '0.5'],
  ];
  expect(readTable()).toEqual(differing);
  await expect
    .element(page.getByText('Not shown: 5 rows in which all agree, 2 rows that only some runs logged'))
    .toBeVisible();

  await page.getByRole('switch', { name: 'Count not logged' }).click();
  await expect.element(page.getByRole('rowheader', { name: 'seed' })).toBeVisible();
  expect(readTable()).toContainEqual(['dropout', '–', '0.1']);

  await page.getByRole('switch', { name: 'Only what differs' }).click();
  await expect.element(page.getByRole('rowheader', { name: 'depth' })).toBeVisible();
  expect(readTable()).toContainEqual(['depth', '4', '4']);
  expect(readTable()).toContainEqual(['accuracy', '0.75', '0.75']);
  expect(studioAddress().searchParams.has('all')).toBe(true);
});

test('a run that is not there is told by its id, and can be taken out', async () => {
  const { slug, first, second } = await twoRuns();
  const gone = 'f'.repeat(32);
  openStudio(`/w/${slug}/compare?runs=${first},${gone},${second}`);
  await expect.element(page.getByText(gone)).toBeVisible();
  await expect.element(page.getByText(/^This run is not in this workspace/)).toBeVisible();
  await page.getByRole('button', { name: 'Remove from the comparison', exact: true }).click();
  await expect.element(page.getByText(gone)).not.toBeInTheDocument();
  expect(studioAddress().searchParams.get('runs')).toBe(`${first},${second}`);
});

test('every metric of either run has a chart', async () => {
  const { slug, first, second } = await twoRuns();
  openStudio(`/w/${slug}/compare?runs=${first},${second}`);
  for (const metric of ['loss', 'accuracy']) {
    await expect
      .element(page.getByRole('application', { name: new RegExp(`^${metric} by step, 2 runs`) }))
      .toBeVisible();
  }
});
