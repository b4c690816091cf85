import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStaticServer } from '#checks/static-server.ts';
import { expect, test } from '../fixtures/test.ts';

test.describe('a page on another origin', { tag: '@server' }, () => {
  test.use({ expectedErrors: /CORS|ERR_FAILED|403|ERR_BLOCKED|text\/event-stream|favicon/i });

  test('reads nothing, writes nothing, and watches nothing', async ({ page, backend }) => {
    const workspace = await backend.workspace('Guarded');
    const folder = await mkdtemp(join(tmpdir(), 'atelier-foreign-'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Elsewhere</title><main></main>');
    const elsewhere = await startStaticServer(folder);
    try {
      await page.goto(elsewhere.url);
      const api = `${backend.origin}/api`;
      const seen = await page.evaluate(attack, { api, workspace });
      expect(seen).toEqual({ read: 'refused', write: 'refused', plainWrite: 'refused', watch: 'refused' });

      // A form needs nobody's leave to be sent: the server itself must refuse it.
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.evaluate(sendForm, `${backend.origin}/ws/${workspace}/api/2.0/mlflow/experiments/create`);
      expect((await answered).status()).toBe(403);
    } finally {
      await elsewhere.close();
      await rm(folder, { recursive: true });
    }
    const list = await backend.fetch(
      new Request(`${backend.origin}/api/workspaces/${workspace}/experiments`),
    );
    expect(await list.text()).not.toContain('stolen');
    const all = await backend.fetch(new Request(`${backend.origin}/api/workspaces`));
    expect(await all.text()).not.toContain('stolen');
  });
});

/** Runs in the foreign page. */
async function attack({ api, workspace }: { api: string; workspace: string }) {
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'went through',
      () => 'refused',
    );
  const body = JSON.stringify({ slug: 'stolen', name: 'stolen' });
  const events = new EventSource(`${api}/workspaces/${workspace}/events`);
  const watch = new Promise<string>((resolve) => {
    events.addEventListener('open', () => resolve('went through'));
    events.addEventListener('error', () => resolve('refused'));
  });
  const seen = {
    read: await outcome(fetch(`${api}/workspaces`)),
    write: await outcome(
      fetch(`${api}/workspaces`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    ),
    // Without a header of its own a browser sends it unasked, and only hides the answer.
    plainWrite: await outcome(fetch(`${api}/workspaces`, { method: 'POST', body })),
    watch: await watch,
  };
  events.close();
  return seen;
}

/** Runs in the foreign page. */
function sendForm(action: string): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.enctype = 'text/plain';
  form.action = action;
  const field = document.createElement('input');
  // A form's text body can be made to look like JSON.
  field.name = '{"name":"stolen","x":"';
  field.value = '"}';
  form.append(field);
  document.body.append(form);
  form.submit();
}
