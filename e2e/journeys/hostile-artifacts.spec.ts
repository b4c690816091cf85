import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

/** Tries all that a script in the studio's origin could do, and leaves a trace where it can. */
const script = `try { localStorage.setItem('hostile', 'ran') } catch {}
try { document.cookie = 'hostile=ran' } catch {}
try { parent.document.title = 'hostile ran' } catch {}
try { parent.postMessage('hostile ran', '*') } catch {}
document.documentElement.setAttribute('data-hostile', 'ran')`;

const artifacts = {
  'report.html': `<!doctype html><title>Report</title><h1>Quarterly report</h1><script>${script}</script>
    <img src="nowhere:" onerror="document.documentElement.setAttribute('data-hostile', 'ran')">`,
  'figure.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text y="20">A figure</text>
    <script>${script}</script></svg>`,
};

test.describe('files that would act', () => {
  // The browser itself says that it kept a sandboxed page's script from running.
  test.use({ expectedErrors: /sandboxed|Content Security Policy|Refused to|ERR_UNKNOWN_URL_SCHEME/i });

  test(
    'a page and a drawing among the artifacts are shown and never run',
    { tag: '@server' },
    async ({ open, backend, page }) => {
      await open('/');
      const workspace = await backend.workspace('Hostile');
      const { runId } = await backend.script(workspace).run('careless', { artifacts });
      await open(`/w/${workspace}/runs/${runId}?tab=artifacts`);
      await page.evaluate(() => {
        window.addEventListener('message', ({ data }) => {
          if (data === 'hostile ran') document.documentElement.setAttribute('data-hostile', 'told');
        });
      });
      const said = { 'report.html': 'Quarterly report', 'figure.svg': 'A figure' };
      for (const [path, text] of Object.entries(said)) {
        await page.getByRole('button', { name: new RegExp(`^${path}`) }).click();
        const shown = page.frameLocator(`iframe[title="${path}"]`);
        await expect(shown.getByText(text)).toBeVisible();
        await expect(shown.locator(':root')).not.toHaveAttribute('data-hostile', /./);
      }
      await expectUntouched(page);
    },
  );

  test(
    'nor do they run in a tab of their own',
    { tag: '@server' },
    async ({ open, backend, page, context }) => {
      const workspace = await backend.workspace('Hostile');
      const { runId } = await backend.script(workspace).run('careless', { artifacts });
      for (const path of Object.keys(artifacts)) {
        const query = new URLSearchParams({ path, as: 'view' }).toString();
        await page.goto(`${fileAddress(backend.origin, workspace, runId)}?${query}`);
        await expect(page.locator(':root')).not.toHaveAttribute('data-hostile', /./);
      }
      await open('/');
      await expectUntouched(page);
      expect(await context.cookies()).toEqual([]);
    },
  );
});

test.describe('paths that climb', () => {
  test.use({ expectedErrors: /status of 400/ });

  test('are refused, and the page says so', async ({ backend, open, page }) => {
    await open('/');
    const workspace = await backend.workspace('Climb');
    const { runId } = await backend.script(workspace).run('careless', { artifacts });
    const file = fileAddress(backend.origin, workspace, runId);
    for (const path of ['../secret', '..%2f..%2fsecret', '/etc/passwd', 'a/../../secret', 'a\0b', '..\\up']) {
      const query = new URLSearchParams({ path }).toString();
      const answer = await backend.fetch(new Request(`${file}?${query}`));
      expect(answer.status, path).toBe(400);
      expect(await answer.text(), path).toContain('Invalid path');
    }
    await open(`/w/${workspace}/runs/${runId}?tab=artifacts&path=${encodeURIComponent('../../secret')}`);
    await expect(page.getByRole('alert')).toContainText('The file could not be read');
  });
});

function fileAddress(origin: string, workspace: string, runId: string): string {
  return `${origin}/api/workspaces/${workspace}/runs/${runId}/artifacts/file`;
}

async function expectUntouched(page: Page): Promise<void> {
  const stored = await page.evaluate(() => localStorage.getItem('hostile'));
  expect(stored, 'what a hostile script stored').toBeNull();
  await expect(page.locator('html')).not.toHaveAttribute('data-hostile', /./);
  await expect(page).not.toHaveTitle('hostile ran');
}
