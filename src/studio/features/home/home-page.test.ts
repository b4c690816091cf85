import { beforeAll, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { logRun, startBackend, type TestBackend } from '#studio/testing/backend.suite.ts';
import { openStudio, studioAddress } from '#studio/testing/studio.suite.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});
beforeEach(() => backend.faults.set({ offline: false, failing: [] }));

const heading = page.getByRole('heading', { level: 1 });
const workspaces = page.getByRole('list', { name: 'Workspaces' });

test('every workspace stands on Home with what is going on in it', async () => {
  const slug = await backend.workspace('Vision');
  const tracking = backend.tracking(slug);
  await logRun(tracking, { name: 'going on' });
  await logRun(tracking, { name: 'broke', end: 'FAILED' });
  openStudio('/');
  const row = workspaces.getByRole('listitem').filter({ hasText: slug });
  await expect.element(row.getByRole('link', { name: 'Vision' })).toBeVisible();
  await expect.element(row).toMatchTextContent(/1 running.*1 failed, last day.*2 runs.*2 experiments/);
});

test('a name in addresses that cannot be is told while it is typed, and a good one opens its workspace', async () => {
  const taken = await backend.workspace('Speech');
  openStudio('/?create=true');
  const create = page.getByRole('button', { name: 'Create workspace' }).last();
  const slug = page.getByRole('textbox', { name: 'Name in addresses' });
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Sound Lab');
  await expect.element(slug).toHaveValue('sound-lab');
  await expect.element(create).toBeEnabled();

  await slug.fill('Sound lab!');
  await expect.element(slug).toHaveAttribute('aria-invalid', 'true');
  await expect.element(create).toBeDisabled();
  await slug.fill(taken);
  await expect.element(page.getByText(/exists already/)).toBeVisible();
  await expect.element(create).toBeDisabled();

  await slug.fill('sounds');
  await userEvent.keyboard('{Enter}');
  await expect.element(heading).toMatchTextContent('Sound Lab');
  expect(studioAddress().pathname).toBe('/w/sounds');
});

test('a failing backend is told, and trying again shows the workspaces', async () => {
  const slug = await backend.workspace('Retail');
  backend.faults.set({ failing: [{ path: '/api/workspaces', code: 'internal', times: 99 }] });
  openStudio('/');
  const alert = page.getByRole('alert');
  await expect.element(alert).toMatchTextContent('The workspaces could not be loaded');
  await expect.element(alert).toMatchTextContent('This failure was asked for.');
  backend.faults.set({ failing: [] });
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect.element(workspaces).toMatchTextContent(slug);
  await expect.element(alert).not.toBeInTheDocument();
});

test('without a network Home keeps what was known and says so, and catches up when asked', async () => {
  const slug = await backend.workspace('Audio');
  openStudio('/');
  const row = workspaces.getByRole('listitem').filter({ hasText: slug });
  await expect.element(row).toMatchTextContent(/0 runs/);
  backend.faults.set({ offline: true });
  const note = page.getByRole('alert').filter({ hasText: 'Atelier has not answered' });
  await expect.element(note).toBeVisible();
  await expect.element(row).toBeVisible();

  await logRun(backend.tracking(slug), { name: 'meanwhile' });
  backend.faults.set({ offline: false });
  await note.getByRole('button', { name: 'Try now' }).click();
  await expect.element(row).toMatchTextContent(/1 run/);
  await expect.element(note).not.toBeInTheDocument();
});
