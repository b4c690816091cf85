import { expect, test } from '../fixtures/test.ts';
import { Studio } from '../pages/studio.ts';

test.describe('the network goes', { tag: '@server' }, () => {
  test.use({ expectedErrors: /ERR_INTERNET_DISCONNECTED/ });

  test('what was known stays, it is said, and the page catches up', async ({
    open,
    backend,
    page,
    context,
  }) => {
    const workspace = await backend.workspace('Tunnel');
    const script = backend.script(workspace);
    await (await script.run('before')).end('FINISHED');
    await open(`/w/${workspace}`);
    const studio = new Studio(page);
    await studio.expectLive();
    await expect(page.getByRole('link', { name: 'before' })).toBeVisible();

    await context.setOffline(true);
    const note = page.getByRole('alert').filter({ hasText: 'Atelier has not answered' });
    await expect(note).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('link', { name: 'before' })).toBeVisible();
    await (await script.run('meanwhile')).end('FINISHED');

    await context.setOffline(false);
    await expect(page.getByRole('link', { name: 'meanwhile' })).toBeVisible({ timeout: 20_000 });
    await expect(note).toHaveCount(0);
    await studio.expectLive();
    await (await script.run('after')).end('FINISHED');
    await expect(page.getByRole('link', { name: 'after' })).toBeVisible();
  });
});
