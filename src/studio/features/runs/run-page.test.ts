import { updateRun } from '#contract/runs.ts';
import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { logRun, startBackend, type TestBackend } from '#studio/testing/backend.suite.ts';
import { openStudio } from '#studio/testing/studio.suite.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});

test('an undo that is refused says why', async () => {
  const workspace = await backend.workspace('Tags');
  const runId = await logRun(backend.tracking(workspace), { name: 'tagged', end: 'FINISHED' });
  await backend.client.call(updateRun, {
    params: { workspace, runId },
    body: { setTags: { team: 'vision' } },
  });
  openStudio(`/w/${workspace}/runs/${runId}`);
  await page.getByRole('button', { name: 'Remove the tag team' }).click();
  await expect.element(page.getByText('Removed the tag team.')).toBeVisible();
  // As often as live events may ask for the run meanwhile.
  backend.faults.set({ failing: [{ path: runId, code: 'conflict', times: 1000 }] });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .element(page.getByRole('alert').filter({ hasText: 'This failure was asked for.' }))
    .toBeVisible();
  backend.faults.set({ failing: [] });
});

test('the activity of a run tells what was done to it', async () => {
  const workspace = await backend.workspace('Told');
  const runId = await logRun(backend.tracking(workspace), { name: 'watched', end: 'FINISHED' });
  openStudio(`/w/${workspace}/runs/${runId}?tab=activity`);
  const table = page.getByRole('table', { name: 'Activity of the run, newest first' });
  await expect.element(table.getByRole('cell', { name: /^created the run/ })).toBeVisible();
  await expect.element(table.getByRole('cell', { name: 'MLflow client' }).first()).toBeVisible();
});
