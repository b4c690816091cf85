import { expect, test } from '../fixtures/test.ts';
import { RunPage } from '../pages/run-page.ts';
import { Studio } from '../pages/studio.ts';

test('a run shows by itself, its curve grows with every point, and its end is told', async ({
  open,
  backend,
  page,
}) => {
  await open('/');
  const workspace = await backend.workspace('Live');
  await open(`/w/${workspace}`);
  const studio = new Studio(page);
  await studio.expectLive();
  await expect(page.getByText('Waiting for the first run', { exact: false })).toBeVisible();
  await studio.markDocument();

  const run = await backend
    .script(workspace)
    .run('night shift', { params: { lr: '0.01' }, metrics: { loss: 1 } });
  await page.getByRole('link', { name: 'night shift' }).click();
  await expect(studio.heading).toHaveText('night shift');
  const runPage = new RunPage(page);
  await runPage.expectStatus('Running');

  await runPage.showPart('Metrics');
  const chart = runPage.chart('loss');
  await expect(chart.getByText('1 point', { exact: true })).toBeVisible();
  await expect(chart.getByRole('application', { name: /^loss by step, 1 run/ })).toBeVisible();
  await run.log('loss', 0.5, 1);
  await expect(chart.getByText('2 points', { exact: true })).toBeVisible();

  const points = await runPage.showAsTable('loss');
  await run.log('loss', 0.125, 2);
  await expect(points.getByRole('cell', { name: '0.125' })).toBeVisible();

  await run.end('FINISHED');
  await runPage.expectStatus('Finished');
  await studio.expectSameDocument();
});

test('a run that fails shows why', async ({ open, backend, page }) => {
  await open('/');
  const workspace = await backend.workspace('Trouble');
  const run = await backend
    .script(workspace)
    .run('too hot', { artifacts: { 'traceback.txt': 'ValueError: loss is not a number' } });
  await open(`/w/${workspace}/runs/${run.runId}`);
  const runPage = new RunPage(page);
  await runPage.expectStatus('Running');
  await run.end('FAILED');
  await runPage.expectStatus('Failed');
  await expect(page.getByText('ValueError: loss is not a number').first()).toBeVisible();
});
