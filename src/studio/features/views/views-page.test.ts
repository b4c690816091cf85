import { createView, getView, listViews } from '#contract/views.ts';
import { listExperiments } from '#contract/experiments.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { logRun, startBackend, type TestBackend } from '#studio/testing/backend.suite.ts';
import { openStudio, studioAddress } from '#studio/testing/studio.suite.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});

async function workspaceWithRuns(): Promise<string> {
  const slug = await backend.workspace('Views');
  for (const [name, acc] of [
    ['good', 0.9],
    ['bad', 0.1],
  ] as const) {
    await logRun(backend.tracking(slug), { name, metrics: { acc: [acc] }, end: 'FINISHED' });
  }
  return slug;
}

const filter = 'metrics.acc > 0.5';
const document = { version: 1, screen: 'runs', filter } as const;
const viewsButton = () => page.getByRole('button', { name: /^Views|changed$|Good ones/ }).first();

async function kept(workspace: string, viewId: string) {
  return backend.client.call(getView, { params: { workspace, viewId } });
}

describe('saved views', () => {
  test('what is shown is saved under a name, changed, saved again, and taken back', async () => {
    const workspace = await workspaceWithRuns();
    openStudio(`/w/${workspace}/runs?${new URLSearchParams({ filter }).toString()}`);
    await expect.element(page.getByText('good').first()).toBeVisible();
    await viewsButton().click();
    await page.getByRole('menuitem', { name: /Save as a view/ }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Good ones');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'Good ones' })).toBeVisible();
    const viewId = studioAddress().searchParams.get('v') ?? '';
    expect(await kept(workspace, viewId)).toMatchObject({
      name: 'Good ones',
      visibility: 'private',
      document: { screen: 'runs', filter },
    });

    location.hash = `${location.hash}&view=all`;
    await expect.element(page.getByRole('button', { name: /Good ones.*changed/ })).toBeVisible();
    await viewsButton().click();
    await page.getByRole('menuitem', { name: 'Save changes' }).click();
    await expect.element(page.getByText('Saved version 2 of Good ones.')).toBeVisible();
    expect((await kept(workspace, viewId)).document.lifecycle).toBe('all');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await kept(workspace, viewId)).version).toBe(3);
    expect((await kept(workspace, viewId)).document.lifecycle).toBeUndefined();
  });

  test('a short link opens the screen as it was saved', async () => {
    const workspace = await workspaceWithRuns();
    const body = { name: 'Good ones', visibility: 'shared', document } as const;
    const { viewId } = await backend.client.call(createView, { params: { workspace }, body });
    openStudio(`/w/${workspace}/v/${viewId}`);
    await expect.element(page.getByRole('button', { name: 'Good ones' })).toBeVisible();
    await expect.poll(() => studioAddress().pathname).toBe(`/w/${workspace}/runs`);
    expect(studioAddress().searchParams.get('filter')).toBe(filter);
    await expect.element(page.getByText('good').first()).toBeVisible();
    await expect.element(page.getByText('bad', { exact: true })).not.toBeInTheDocument();
  });

  test('a link to a view in the trash says so, and gives it back', async () => {
    const workspace = await workspaceWithRuns();
    const body = { name: 'Short-lived', visibility: 'shared', document } as const;
    const { viewId } = await backend.client.call(createView, { params: { workspace }, body });
    openStudio(`/w/${workspace}/v/${viewId}`);
    await page.getByRole('button', { name: 'Short-lived' }).click();
    await page.getByRole('menuitem', { name: 'Move to the trash' }).click();
    await expect.element(page.getByText('Moved Short-lived to the trash.')).toBeVisible();
    location.hash = `/w/${workspace}/v/${viewId}`;
    await expect.element(page.getByRole('heading', { name: 'Short-lived is in the trash' })).toBeVisible();
    await page.getByRole('button', { name: 'Restore and open' }).click();
    await expect.poll(() => studioAddress().searchParams.get('filter')).toBe(filter);
  });

  test('a link to no view says what may have happened', async () => {
    const workspace = await workspaceWithRuns();
    openStudio(`/w/${workspace}/v/99999`);
    await expect
      .element(page.getByRole('heading', { name: 'There is no view at this address' }))
      .toBeVisible();
    location.hash = `/w/${workspace}/v/half-a-li`;
    await expect
      .element(page.getByRole('heading', { name: 'There is no view at this address' }))
      .toBeVisible();
  });

  test('an experiment opens with its default, unless more is said', async () => {
    const workspace = await workspaceWithRuns();
    const { experiments } = await backend.client.call(listExperiments, { params: { workspace }, query: {} });
    const id = experiments.find(({ name }) => name === 'trials')?.experimentId ?? '';
    const params = { workspace, experimentId: id };
    const body = {
      name: 'Good ones',
      visibility: 'shared' as const,
      document: { ...document, experiments: [id] },
    };
    const { viewId } = await backend.client.call(createView, { params: { workspace }, body });
    openStudio(`/w/${workspace}/v/${viewId}`);
    await page.getByRole('button', { name: 'Good ones' }).click();
    await page.getByRole('menuitem', { name: 'Open this experiment with it' }).click();
    await expect.element(page.getByText('The experiment opens with Good ones now.')).toBeVisible();
    location.hash = `/w/${workspace}`;
    await expect.element(page.getByRole('heading', { level: 1, name: /Views/ })).toBeVisible();
    location.hash = `/w/${workspace}/runs?experiments=${params.experimentId}`;
    await expect.poll(() => studioAddress().searchParams.get('filter')).toBe(filter);
    location.hash = `/w/${workspace}`;
    await expect.element(page.getByRole('heading', { level: 1, name: /Views/ })).toBeVisible();
    location.hash = `/w/${workspace}/runs?experiments=${params.experimentId}&view=all`;
    await expect.element(page.getByText('bad', { exact: true })).toBeVisible();
    expect(studioAddress().searchParams.get('v')).toBeNull();
  });

  test('versions are compared as text and come back; a file brings a view into another workspace', async () => {
    const workspace = await workspaceWithRuns();
    const body = { name: 'Good ones', visibility: 'shared', document } as const;
    const { viewId } = await backend.client.call(createView, { params: { workspace }, body });
    openStudio(`/w/${workspace}/v/${viewId}`);
    await expect.element(page.getByRole('button', { name: 'Good ones' })).toBeVisible();
    location.hash = `/w/${workspace}/runs?filter=metrics.acc+%3E+0.8&v=${viewId}`;
    await page.getByRole('button', { name: /Good ones.*changed/ }).click();
    await page.getByRole('menuitem', { name: 'Save changes' }).click();
    await expect.element(page.getByText('Saved version 2 of Good ones.')).toBeVisible();
    await viewsButton().click();
    await page.getByRole('menuitem', { name: 'Versions' }).click();
    const diff = page.getByLabelText('Version 2', { exact: true });
    await expect.element(diff).toBeVisible();
    await expect.poll(() => diff.element().textContent).toMatch(/removed:.*acc > 0\.5.*added:.*acc > 0\.8/s);
    await page.getByRole('button', { name: /^Version 1/ }).click();
    await page.getByRole('button', { name: 'Bring version 1 back' }).click();
    await expect.poll(() => studioAddress().searchParams.get('filter')).toBe(filter);

    const elsewhere = await backend.workspace('Elsewhere');
    location.hash = `/w/${elsewhere}/runs?panel=views`;
    await expect.element(page.getByRole('heading', { name: 'No views yet' })).toBeVisible();
    const file = new File(
      [JSON.stringify({ kind: 'atelier-view', name: 'From a file', document })],
      'x.view.json',
      { type: 'application/json' },
    );
    await userEvent.upload(
      page
        .getByRole('button', { name: 'Import' })
        .element()
        .parentElement!.querySelector('input[type=file]')!,
      file,
    );
    await expect.poll(() => studioAddress().searchParams.get('filter')).toBe(filter);
    const { views } = await backend.client.call(listViews, { params: { workspace: elsewhere }, query: {} });
    expect(views).toMatchObject([{ name: 'From a file', visibility: 'private' }]);
  });
});
