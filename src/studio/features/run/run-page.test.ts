import { beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { logRun, startBackend, type TestBackend } from '#studio/testing/backend.suite.ts';
import { openStudio } from '#studio/testing/studio.suite.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});

const heading = page.getByRole('heading', { level: 1 });

async function openRun(): Promise<void> {
  const slug = await backend.workspace('Run');
  const runId = await logRun(backend.tracking(slug), {
    name: 'first try',
    params: { lr: '0.01' },
    metrics: { loss: [1, 0.5, 0.25] },
    end: 'FINISHED',
  });
  openStudio(`/w/${slug}/runs/${runId}`);
  await expect.element(heading).toHaveTextContent('first try');
}

test('a run says how it went: status, parameters, and the last, least and greatest of each metric', async () => {
  await openRun();
  const main = page.getByRole('main');
  await expect.element(main.getByText('Finished', { exact: true }).first()).toBeVisible();
  await expect.element(main.getByRole('row', { name: /^lr 0\.01/ })).toBeVisible();
  await expect.element(main.getByRole('row', { name: /^loss .*0\.25.*1/ })).toBeVisible();
});

test('a new name counts with Enter, and Escape leaves the old one', async () => {
  await openRun();
  const rename = page.getByRole('button', { name: 'Rename the run' });
  const field = page.getByRole('textbox', { name: 'Name of the run' });
  await rename.click();
  await field.fill('thrown away');
  await userEvent.keyboard('{Escape}');
  await expect.element(field).not.toBeInTheDocument();
  await expect.element(heading).toHaveTextContent('first try');

  await rename.click();
  await field.fill('second try');
  await userEvent.keyboard('{Enter}');
  await expect.element(heading).toHaveTextContent('second try');
  await expect.element(field).not.toBeInTheDocument();
});

test('a name that cannot be saved stays in its field with the reason', async () => {
  await openRun();
  await page.getByRole('button', { name: 'Rename the run' }).click();
  const field = page.getByRole('textbox', { name: 'Name of the run' });
  await field.fill('unlucky');
  backend.faults.set({ failing: [{ path: '/runs/', code: 'conflict', times: 1 }] });
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  await expect.element(field).toHaveValue('unlucky');
  await expect.element(page.getByText('This failure was asked for.')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(heading).toHaveTextContent('unlucky');
});

test('a deleted run says so, and Undo brings it back', async () => {
  await openRun();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect.element(page.getByText(/^This run is in the trash/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText(/^This run is in the trash/)).not.toBeInTheDocument();
});

test('a run that is not there is told', async () => {
  const slug = await backend.workspace('Void');
  openStudio(`/w/${slug}/runs/${'0'.repeat(32)}`);
  await expect.element(page.getByRole('heading', { name: 'No such run' })).toBeVisible();
  await expect.element(page.getByText('0'.repeat(32))).toBeVisible();
});
