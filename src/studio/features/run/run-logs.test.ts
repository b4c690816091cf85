import { listActivity } from '#contract/activity.ts';
import { appendLog } from '#contract/run-logs.ts';
import { getRun, updateRun } from '#contract/runs.ts';
import { beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { logRun, startBackend, type TestBackend } from '#studio/testing/backend.suite.ts';
import { openStudio, studioAddress } from '#studio/testing/studio.suite.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});

const grid = page.getByRole('grid');
const startedAtMs = 1_780_000_000_000;

async function openLog(search: string, running = false) {
  const workspace = await backend.workspace('Logs');
  const runId = await logRun(backend.tracking(workspace), {
    name: 'first try',
    metrics: { loss: [3, 2, 1] },
    ...(running ? {} : { end: 'FINISHED' }),
  });
  const append = async (lines: readonly string[], atMs = startedAtMs) =>
    backend.client.call(appendLog, {
      params: { workspace, runId },
      body: { entries: lines.map((text, index) => ({ text, atMs: atMs + index })) },
    });
  await append(
    Array.from({ length: 1500 }, (_none, index) =>
      index === 1200 ? 'ValueError: bad batch' : `step ${index}`,
    ),
  );
  openStudio(`/w/${workspace}/runs/${runId}?tab=logs${search}`);
  return { append, workspace, runId };
}

test('a log is read from the line that the address names, of which only those in sight exist', async () => {
  await openLog('&line=900');
  await expect.element(grid).toHaveAttribute('aria-rowcount', '1500');
  await expect.element(grid.getByText('step 899', { exact: true })).toBeVisible();
  await expect.element(grid.getByText('step 0', { exact: true })).not.toBeInTheDocument();
  expect(grid.element().querySelectorAll('[role=row]').length).toBeLessThan(200);
});

test('an error is one press away, and the keys go on from there', async () => {
  await openLog('');
  await expect.element(page.getByText('1 line tells of an error')).toBeVisible();
  await page.getByRole('button', { name: 'Next error' }).click();
  await expect.element(grid.getByText('ValueError: bad batch')).toBeVisible();
  await expect.element(page.getByRole('region', { name: 'Line 1,201' })).toBeVisible();
  grid.element().focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('region', { name: 'Line 1,202' })).toBeVisible();
  await userEvent.keyboard('{End}');
  await expect.element(page.getByRole('region', { name: 'Line 1,500' })).toBeVisible();
  await expect.poll(() => studioAddress().searchParams.get('line')).toBe('1500');
});

test('what is looked for is counted, marked and walked through', async () => {
  await openLog('&find=step%20149');
  await expect.element(page.getByText('11 matches')).toBeVisible();
  await page.getByRole('textbox', { name: 'Find in the log' }).click();
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.element(page.getByText('2 of 11 matches')).toBeVisible();
  await expect.element(grid.getByText('step 1490', { exact: false })).toBeVisible();
  await page.getByRole('textbox', { name: 'Find in the log' }).fill('nowhere at all');
  await expect.element(page.getByText('No match')).toBeVisible();
});

test('a running run’s log is followed, until somebody scrolls back', async () => {
  const { append } = await openLog('', true);
  await expect.element(grid.getByText('step 1499', { exact: true })).toBeVisible();
  await append(['a new line'], startedAtMs + 9000);
  await expect.element(grid.getByText('a new line')).toBeVisible();
  grid.element().scrollTo({ top: 0 });
  await expect.element(page.getByRole('switch', { name: 'Follow' })).not.toBeChecked();
  await append(['one more'], startedAtMs + 9001);
  await expect.element(grid).toHaveAttribute('aria-rowcount', '1502');
  await expect.element(grid.getByText('step 0', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'To the end' }).click();
  await expect.element(grid.getByText('one more')).toBeVisible();
});

test('a run without a log says how to send one', async () => {
  const workspace = await backend.workspace('Silent');
  const runId = await logRun(backend.tracking(workspace), { name: 'silent', end: 'FINISHED' });
  openStudio(`/w/${workspace}/runs/${runId}?tab=logs`);
  await expect.element(page.getByRole('heading', { name: 'No console output' })).toBeVisible();
  await expect.element(page.getByText(new RegExp(`${runId}.logs.append`))).toBeVisible();
});

test('an earlier version of a note is seen and brought back', async () => {
  const workspace = await backend.workspace('Notes');
  const params = {
    workspace,
    runId: await logRun(backend.tracking(workspace), { name: 'noted', end: 'FINISHED' }),
  };
  for (const note of ['the first thought', 'the second thought']) {
    await backend.client.call(updateRun, { params, body: { note } });
  }
  openStudio(`/w/${workspace}/runs/${params.runId}`);
  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByRole('button', { name: /^Version 1 by/ }).click();
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect.element(page.getByRole('button', { name: /^Version 3 by/ })).toBeVisible();
  const run = await backend.client.call(getRun, { params });
  expect(run.tags['mlflow.note.content']).toBe('the first thought');
  const query = { subjectKind: 'run', subjectId: params.runId };
  const { events } = await backend.client.call(listActivity, { params: { workspace }, query });
  expect(events[0]?.detail['changes']).toEqual([
    { what: 'note', key: null, from: 'the second thought', to: 'the first thought' },
  ]);
});
