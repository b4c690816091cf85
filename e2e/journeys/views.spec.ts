import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/axe.ts';
import type { Backend } from '../fixtures/backend.ts';
import { expect, test } from '../fixtures/test.ts';
import { RunsTable } from '../pages/runs-table.ts';
import { Studio } from '../pages/studio.ts';

async function threeTrials(backend: Backend): Promise<{ workspace: string; runIds: string[] }> {
  const workspace = await backend.workspace('Views');
  const script = backend.script(workspace);
  const runIds: string[] = [];
  for (const [index, loss] of [0.4, 0.2, 0.3].entries()) {
    const run = await script.run(`trial ${index}`, { metrics: { loss } });
    await run.log('loss', loss / 2, 1);
    await run.end('FINISHED');
    runIds.push(run.runId);
  }
  return { workspace, runIds };
}

async function expectUsable(page: Page, path: string): Promise<void> {
  const studio = new Studio(page);
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    await studio.expectLoaded();
    await expectAccessible(page);
    await studio.expectNoSidewaysScroll(path);
  }
  await page.setViewportSize({ width: 1280, height: 844 });
}

// A view that is not there is asked for.
test.use({ expectedErrors: /status of 4(04|10)/ });

test(
  'a view is saved by key, sent as a short link, saved again, and its first version comes back',
  { tag: '@server' },
  async ({ open, backend, page, browser }) => {
    await open('/');
    const { workspace } = await threeTrials(backend);
    await open(`/w/${workspace}/runs`);
    const table = new RunsTable(page);
    await table.expectCount('3 runs');
    await table.filter('metrics.loss < 0.18');
    await expect(page.getByText('2 match · 3 total')).toBeVisible();
    await page.getByRole('heading', { level: 1 }).click();

    await page.keyboard.press('Shift+V');
    await page.getByRole('textbox', { name: 'Name' }).fill('Worth a look');
    await page.getByText('Everybody here').click();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const menu = page.getByRole('button', { name: 'Worth a look' });
    await expect(menu).toBeVisible();
    const viewId = new URL(page.url()).searchParams.get('v') ?? '';

    const colleague = await (await browser.newContext()).newPage();
    await colleague.goto(new URL(`/w/${workspace}/v/${viewId}`, page.url()).href);
    await expect(colleague.getByText('2 match · 3 total')).toBeVisible();
    expect(new URL(colleague.url()).searchParams.get('filter')).toBe('metrics.loss < 0.18');
    await colleague.context().close();

    await table.filter('metrics.loss < 0.12');
    await expect(page.getByText('1 match · 3 total')).toBeVisible();
    await page.getByRole('button', { name: /Worth a look.*changed/ }).click();
    await page.getByRole('menuitem', { name: 'Save changes' }).click();
    await expect(page.getByText('Saved version 2 of Worth a look.')).toBeVisible();

    await menu.click();
    await page.getByRole('menuitem', { name: 'Versions' }).click();
    await expect(page.getByLabel('Version 2', { exact: true })).toContainText('metrics.loss < 0.12');
    await page.getByRole('button', { name: /^Version 1/ }).click();
    await page.getByRole('button', { name: 'Bring version 1 back' }).click();
    await expect(page.getByText('2 match · 3 total')).toBeVisible();
    await expectUsable(page, 'the versions of a view');

    await open(`/w/${workspace}/v/${viewId}`);
    await menu.click();
    await page.getByRole('menuitem', { name: 'Move to the trash' }).click();
    await expect(page.getByText('Moved Worth a look to the trash.')).toBeVisible();
    await open(`/w/${workspace}/v/${viewId}`);
    await expect(page.getByRole('heading', { name: 'Worth a look is in the trash' })).toBeVisible();
    await expectUsable(page, 'a view in the trash');
    await page.getByRole('button', { name: 'Restore and open' }).click();
    await expect(page.getByText('2 match · 3 total')).toBeVisible();
    await open(`/w/${workspace}/runs?panel=views`);
    await expect(page.getByRole('link', { name: /Worth a look/ })).toBeVisible();
    await expectUsable(page, 'the list of views');
  },
);

test(
  'a report is written with a chart and a table, its lines are frozen, and it is found again',
  { tag: '@server' },
  async ({ open, backend, page }) => {
    await open('/');
    const { workspace } = await threeTrials(backend);
    await open(`/w/${workspace}/reports`);
    await expectUsable(page, 'no reports');
    await page.getByRole('button', { name: 'New report' }).first().click();
    const text = page.getByRole('textbox', { name: 'Text of the report' });
    await text.fill('## What we saw\n\n');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('button', { name: 'Insert chart' }).click();
    await page.getByRole('combobox', { name: 'Metric' }).fill('lo');
    await page.getByRole('option', { name: 'loss' }).click();
    await page.getByRole('button', { name: 'Insert', exact: true }).click();
    await expect(page.getByText('3 runs, 6 points, every spike kept, live')).toBeVisible();
    await page.getByRole('button', { name: 'Freeze' }).click();
    await expect(page.getByText('3 runs, 6 points, every spike kept, frozen')).toBeVisible();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved version 2.')).toBeVisible();
    const late = await backend.script(workspace).run('late', { metrics: { loss: 9 } });
    await late.end('FINISHED');
    await page.reload();
    await expect(page.getByRole('heading', { name: 'What we saw' })).toBeVisible();
    await expect(page.getByText('3 runs, 6 points, every spike kept, frozen')).toBeVisible();
    await expectUsable(page, 'a report');
    await open(`/w/${workspace}`);
    await new Studio(page).goTo('Reports');
    await expect(page.getByRole('link', { name: 'Untitled report' })).toBeVisible();
  },
);

test(
  'a note on the charts of a comparison is seen by a colleague, answered and settled',
  { tag: '@server' },
  async ({ open, backend, page }) => {
    await open('/');
    const { workspace, runIds } = await threeTrials(backend);
    await open(`/w/${workspace}/compare?runs=${runIds.join(',')}&range=0..1`);
    await page.getByRole('button', { name: 'Notes' }).click();
    await page.getByRole('textbox', { name: 'New note' }).fill('The data **changed** here');
    await page.getByRole('button', { name: 'Add note' }).click();
    const note = page.getByRole('article', { name: /steps 0 to 1/ });
    await expect(note).toContainText('The data changed here');
    await note.getByRole('textbox', { name: 'Reply' }).fill('Seen');
    await page.keyboard.press('Control+Enter');
    await expect(note.getByText('Seen')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Notes 1' })).toBeVisible();
    await expectUsable(page, 'the notes of a comparison');
    await note.getByRole('button', { name: 'Settle the note' }).click();
    await expect(page.getByRole('heading', { name: 'No open notes' })).toBeVisible();
  },
);
