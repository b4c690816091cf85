import { expect, test } from '../fixtures/test.ts';
import { RunPage } from '../pages/run-page.ts';
import { RunsTable } from '../pages/runs-table.ts';
import { Studio } from '../pages/studio.ts';

test('a deleted run comes back by Undo, and from the trash', async ({ open, backend, page }) => {
  await open('/');
  const workspace = await backend.workspace('Trash');
  const script = backend.script(workspace);
  const kept = await script.run('kept', { metrics: { loss: 1 } });
  await kept.end('FINISHED');
  await (await script.run('other', { metrics: { loss: 2 } })).end('FINISHED');

  await open(`/w/${workspace}/runs/${kept.runId}`);
  const studio = new Studio(page);
  const runPage = new RunPage(page);
  await runPage.rename('kept for good');
  await expect(studio.heading).toHaveText('kept for good');
  await runPage.act('Delete');
  await expect(page.getByText('This run is in the trash')).toBeVisible();
  await studio.undo();
  await expect(page.getByText('This run is in the trash')).toHaveCount(0);

  await studio.goTo('Runs');
  const table = new RunsTable(page);
  await table.expectCount('2 runs');
  await table.row('kept for good').getByRole('checkbox').click();
  await page.keyboard.press('Delete');
  await table.expectNames(['other']);

  await page.getByRole('button', { name: 'Trash', exact: true }).click();
  await table.expectNames(['kept for good']);
  await table.row('kept for good').getByRole('checkbox').click();
  await page.getByRole('toolbar', { name: 'Selected runs' }).getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the runs' }).click();
  await table.expectCount('2 runs');
});
