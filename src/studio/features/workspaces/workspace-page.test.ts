import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { logRun, startBackend, type TestBackend } from '#studio/testing/backend.suite.ts';
import { openStudio } from '#studio/testing/studio.suite.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});

const { origin } = location;

test('an empty workspace shows the line that logs to it, and its first run as soon as it is there', async () => {
  const slug = await backend.workspace('Vision');
  openStudio(`/w/${slug}`);
  const line = `mlflow.set_tracking_uri("${origin}/ws/${slug}")`;
  await expect.element(page.getByText(line, { exact: false }).first()).toBeVisible();
  await expect.element(page.getByText(/Waiting for the first run/)).toBeVisible();

  await logRun(backend.tracking(slug), { name: 'first light', end: 'FINISHED' });
  await expect.element(page.getByRole('link', { name: 'first light' })).toBeVisible();
  await expect.element(page.getByText(/Waiting for the first run/)).not.toBeInTheDocument();
});

test('the default workspace is logged to at the bare address', async () => {
  openStudio('/w/default');
  await expect
    .element(page.getByText(`mlflow.set_tracking_uri("${origin}")`, { exact: false }).first())
    .toBeVisible();
});

test('a workspace that is not there is told', async () => {
  openStudio('/w/nowhere');
  await expect.element(page.getByRole('heading', { name: 'There is no workspace "nowhere"' })).toBeVisible();
});
