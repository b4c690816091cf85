import { createClient } from '#client/call.ts';
import { setBaseline as setBaselineOf } from '#contract/baselines.ts';
import { listExperiments } from '#contract/experiments.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import type { Backend } from '../fixtures/backend.ts';
import { expect, test } from '../fixtures/test.ts';
import { Studio } from '../pages/studio.ts';

/** Says through the studio's API which run an experiment is measured against. */
async function setBaseline(backend: Backend, workspace: string, runId: string): Promise<void> {
  const { call } = createClient({ baseUrl: backend.origin, fetch: backend.fetch });
  const { experiments } = await call(listExperiments, { params: { workspace }, query: { search: 'trials' } });
  const experimentId = experiments[0]?.experimentId ?? '';
  await call(setBaselineOf, { params: { workspace, experimentId }, body: { runId } });
}

test(
  'from Home to the best run by validation loss and what differs from the baseline, in two actions',
  { tag: '@server' },
  async ({ open, backend, page }) => {
    await open('/');
    const workspace = await backend.workspace('Best');
    const script = backend.script(workspace);
    const losses = [0.5, 0.2, 0.4];
    const ids: string[] = [];
    for (const [index, loss] of losses.entries()) {
      const run = await script.run(`trial ${index}`, {
        params: { lr: `1e-${index}`, depth: '4', width: '0.1e1' },
        metrics: { val_loss: loss, loss: loss / 2 },
      });
      await run.end('FINISHED');
      ids.push(run.runId);
    }
    await setBaseline(backend, workspace, ids[0] ?? '');
    await open(`/w/${workspace}`);
    await open('/');
    const studio = new Studio(page);

    await studio.goTo('Compare');
    const best = page.getByRole('region', { name: 'Best runs' }).getByRole('listitem');
    await expect(best).toHaveText([/^trial 1.*0\.2/, /^trial 2.*0\.4/, /^trial 0.*0\.5/]);
    await best.first().getByRole('link').click();

    const table = page.getByRole('table', { name: 'Runs side by side' });
    await expect(table.getByRole('columnheader', { name: 'trial 0' })).toContainText('baseline');
    await expect(table.getByRole('row', { name: /^val_loss/ })).toContainText(/0\.5.*best.*0\.2.*60 %/);
    await expect(table.getByRole('row', { name: /^lr/ })).toContainText('1e-1');
    await expect(table.getByRole('rowheader', { name: 'depth' })).toHaveCount(0);
    await expectAccessible(page);
  },
);

test(
  'twenty seeds of two methods: which is better, by pairs of the same seed',
  { tag: '@server' },
  async ({ open, backend, page }) => {
    await open('/');
    const workspace = await backend.workspace('Seeds');
    const script = backend.script(workspace);
    for (const method of ['plain', 'mixed']) {
      for (let seed = 0; seed < 20; seed += 1) {
        const luck = ((seed * 7) % 20) / 100;
        const run = await script.run(`${method} ${seed}`, {
          params: { method, seed: String(seed), lr: seed % 2 === 0 ? '0.001' : '1e-3' },
          metrics: { 'val/loss': 0.5 + luck - (method === 'mixed' ? 0.1 + (seed % 3) / 1000 : 0) },
        });
        await run.end('FINISHED');
      }
    }
    await open(`/w/${workspace}/compare?group=${encodeURIComponent("status = 'FINISHED'")}`);
    await expect(page.getByText('40 shown · 40 match · 40 total')).toBeVisible();
    await page.getByRole('tab', { name: 'Groups' }).click();
    const groups = page.getByRole('region', { name: 'Groups by val/loss' });
    const first = groups.getByRole('row', { name: /method mixed/ });
    const second = groups.getByRole('row', { name: /method plain/ });
    // The newest run is the first: its group is what the other is measured against until somebody says otherwise.
    await expect(first).toContainText('baseline');
    await expect(second).toContainText('Worse: 0.101 higher on average');
    await expect(second).toContainText('20 pairs with the same seed');

    await page.getByRole('listitem').filter({ hasText: 'plain 3' }).hover();
    await page.getByRole('button', { name: 'Measure against plain 3' }).click();
    await expect(first).toContainText('Better: 0.101 lower on average');
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await new Studio(page).expectNoSidewaysScroll('The groups');
  },
);
