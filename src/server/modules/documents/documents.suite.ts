import type { Database } from '#server/ports/database.ts';
import {
  createTestServer,
  type Reply,
  type TestServer,
  toReply,
} from '#server/protocols/mlflow/mlflow-client.suite.ts';
import { beforeAll, describe, expect, test } from 'vitest';

/** What people write beside the runs: views, reports, notes on charts, directions and baselines, on one engine. */
export function documentsSuite(engine: string, open: () => Promise<Database>, skipReason?: string): void {
  const title = skipReason === undefined ? engine : `${engine} (skipped: ${skipReason})`;
  describe.skipIf(skipReason !== undefined)(`what people write, on ${title}`, () => {
    let server: TestServer;

    beforeAll(async () => {
      server = await createTestServer(await open());
    });

    async function call(method: string, path: string, body?: object): Promise<Reply> {
      const headers = { 'content-type': 'application/json' };
      const init = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) };
      return toReply(await server.send(`/api/workspaces/default${path}`, init));
    }

    const document = { version: 1, screen: 'runs', filter: 'metrics.acc > 0.9', order: ['-metrics.acc'] };

    async function createView(name: string, visibility = 'shared'): Promise<string> {
      return String((await call('POST', '/views', { name, visibility, document })).body['viewId']);
    }

    test('a view is saved in versions, each with its author; an earlier one comes back as a new one', async () => {
      const viewId = await createView('Best runs', 'private');
      const second = { ...document, filter: 'metrics.acc > 0.95', rest: { strange: ['1', '2'] } };
      const saved = await call('PATCH', `/views/${viewId}`, { document: second, basedOn: 1 });
      expect(saved.body).toMatchObject({ version: 2, document: second, visibility: 'private' });
      // The same again is no version.
      expect((await call('PATCH', `/views/${viewId}`, { document: second })).body).toMatchObject({
        version: 2,
      });
      expect((await call('PATCH', `/views/${viewId}`, { name: 'Better' })).body).toMatchObject({
        name: 'Better',
        version: 2,
      });
      expect((await call('GET', `/views/${viewId}/versions/1`)).body).toMatchObject({ document });
      const back = await call('POST', `/views/${viewId}/versions/1/restore`);
      expect(back.body).toMatchObject({ version: 3, document });
      expect((await call('GET', `/views/${viewId}/versions`)).body['versions']).toMatchObject([
        { version: 3, restoredFrom: 1, author: 'Local person' },
        { version: 2, restoredFrom: null },
        { version: 1, restoredFrom: null },
      ]);
      expect((await call('GET', `/views/${viewId}/versions/9`)).status).toBe(404);
      const activity = await call('GET', `/activity?subjectKind=view&subjectId=${viewId}`);
      expect(activity.body['events']).toMatchObject([
        { action: 'view.update', detail: { restoredFrom: 1, version: 3 } },
        { action: 'view.update', detail: {} },
        { action: 'view.update' },
        { action: 'view.update', detail: { version: 2 } },
        { action: 'view.create', detail: { visibility: 'private' } },
      ]);
      // Others read this too.
      expect(JSON.stringify(activity.body)).not.toMatch(/Best runs|Better/);
      await call('PATCH', `/views/${viewId}`, { visibility: 'shared' });
      const shared = await call('GET', `/activity?subjectKind=view&subjectId=${viewId}`);
      expect(shared.body['events']).toMatchObject([{ detail: { name: 'Better' } }, {}, {}, {}, {}, {}]);
    });

    test('saving over somebody’s newer version is refused', async () => {
      const viewId = await createView('Contested');
      await call('PATCH', `/views/${viewId}`, { document: { ...document, filter: 'mine' }, basedOn: 1 });
      const late = await call('PATCH', `/views/${viewId}`, {
        document: { ...document, filter: 'late' },
        basedOn: 1,
      });
      expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } });
      expect((await call('GET', `/views/${viewId}`)).body).toMatchObject({ version: 2 });
    });

    test('a view goes to the trash and back, and says so to those who come by a link', async () => {
      const viewId = await createView('Short-lived');
      await call('PUT', '/experiments/0/default-view', { viewId });
      await call('POST', `/views/${viewId}/delete`);
      expect(await call('GET', `/views/${viewId}`)).toMatchObject({ status: 410, body: { code: 'gone' } });
      // Browsers would keep that answer for ever, and the view may come back.
      const gone = await server.send(`/api/workspaces/default/views/${viewId}`);
      expect(gone.headers.get('cache-control')).toBe('no-store');
      expect((await call('GET', '/experiments/0/default-view')).body).toEqual({ view: null });
      const trash = (await call('GET', '/views?trash=true')).body['views'] as { viewId: string }[];
      expect(trash.map((view) => view.viewId)).toContain(viewId);
      expect((await call('POST', `/views/${viewId}/restore`)).body).toMatchObject({ deletedAtMs: null });
      // It is a default again, and was none meanwhile.
      expect(trash.find((view) => view.viewId === viewId)).toMatchObject({ defaultOf: [] });
      expect((await call('GET', '/experiments/0/default-view')).body).toMatchObject({ view: { viewId } });
      expect((await call('GET', `/views/${viewId}`)).body).toMatchObject({ defaultOf: ['0'] });
      await call('PUT', '/experiments/0/default-view', { viewId: null });
      expect((await call('GET', '/views/123456')).status).toBe(404);
    });

    test('an experiment opens with a shared view, never with a private one', async () => {
      const [viewId, own] = [await createView('For all'), await createView('Mine', 'private')];
      const set = async (id: string | null) => call('PUT', '/experiments/0/default-view', { viewId: id });
      expect((await set(viewId)).body).toMatchObject({ view: { viewId, defaultOf: ['0'] }, before: null });
      expect((await set(own)).body).toMatchObject({ code: 'conflict' });
      expect((await call('GET', '/experiments/0/default-view')).body).toMatchObject({
        view: { viewId, document },
      });
      // Made private, it is a default to nobody.
      await call('PATCH', `/views/${viewId}`, { visibility: 'private' });
      expect((await call('GET', '/experiments/0/default-view')).body).toEqual({ view: null });
      expect((await call('GET', `/views/${viewId}`)).body).toMatchObject({ defaultOf: [] });
      await call('PATCH', `/views/${viewId}`, { visibility: 'shared' });
      expect((await set(null)).body).toMatchObject({ view: null, before: viewId });
    });

    test.each([
      ['a screen that is not there', { ...document, screen: 'kitchen' }],
      ['a version of the future', { ...document, version: 2 }],
      ['no document', undefined],
    ])('%s is refused', async (_name, wrong) => {
      expect((await call('POST', '/views', { name: 'x', document: wrong })).status).toBe(400);
    });

    test('a report is written, versioned and moved like a view', async () => {
      const made = await call('POST', '/reports', { name: 'Week 12', text: '# Week 12' });
      const reportId = String(made.body['reportId']);
      expect(made.body).toMatchObject({ version: 1, visibility: 'shared', text: '# Week 12' });
      await call('PATCH', `/reports/${reportId}`, { text: '# Week 12\n\nBetter.', basedOn: 1 });
      expect((await call('GET', `/reports/${reportId}/versions/1`)).body).toMatchObject({
        text: '# Week 12',
      });
      expect((await call('POST', `/reports/${reportId}/versions/1/restore`)).body).toMatchObject({
        version: 3,
      });
      await call('POST', `/reports/${reportId}/delete`);
      expect((await call('GET', `/reports/${reportId}`)).status).toBe(410);
      await call('POST', `/reports/${reportId}/restore`);
      expect((await call('GET', '/reports')).body['reports']).toMatchObject([{ reportId, name: 'Week 12' }]);
      // A report is no view.
      expect((await call('GET', `/views/${reportId}`)).status).toBe(404);
    });

    test('frozen lines stay as they were', async () => {
      const runId = await server.createRun();
      const log = async (step: number) =>
        server.post('runs/log-metric', {
          run_id: runId,
          key: 'loss',
          value: 1 / (step + 1),
          timestamp: step,
          step,
        });
      await log(0);
      const body = { runIds: [runId], key: 'loss' };
      const frozen = await call('POST', '/report-snapshots', body);
      const read = async () =>
        server.send(`/api/workspaces/default/report-snapshots/${String(frozen.body['snapshotId'])}`);
      const before = new Uint8Array(await (await read()).arrayBuffer());
      await log(1);
      expect(new Uint8Array(await (await read()).arrayBuffer())).toEqual(before);
      expect((await call('GET', '/report-snapshots/99')).status).toBe(404);
    });

    test('notes on charts: of a run, of an experiment, answered, settled, taken away and put back', async () => {
      const runId = await server.createRun();
      const place = { axis: 'step', from: 10, to: 20.5 };
      const made = await call('POST', '/annotations', { runId, metric: 'loss', ...place, text: 'Spike' });
      const id = String(made.body['annotationId']);
      expect(made.body).toMatchObject({ runId, experimentId: '0', metric: 'loss', ...place, replies: [] });
      await call('POST', '/annotations', {
        experimentId: '0',
        axis: 'step',
        from: 5,
        to: 5,
        text: 'New data',
      });
      await call('POST', `/annotations/${id}/replies`, { text: 'Seen before' });
      await call('PATCH', `/annotations/${id}`, { text: 'Spike of the loss', resolved: true });
      const search = async (query: object) =>
        (await call('POST', '/annotations/search', { runIds: [runId], experimentIds: ['0'], ...query })).body;
      expect(await search({})).toMatchObject({
        total: 2,
        annotations: [
          { text: 'New data', runId: null },
          { text: 'Spike of the loss', resolvedBy: 'Local person', replies: [{ text: 'Seen before' }] },
        ],
      });
      expect(await search({ resolved: false })).toMatchObject({ total: 1 });
      await call('POST', `/annotations/${id}/delete`);
      expect(await search({})).toMatchObject({ total: 1 });
      expect((await call('PATCH', `/annotations/${id}`, { text: 'x' })).body).toMatchObject({ code: 'gone' });
      await call('POST', `/annotations/${id}/restore`);
      expect((await call('PATCH', `/annotations/${id}`, { resolved: false })).body).toMatchObject({
        resolvedAtMs: null,
        editedAtMs: expect.any(Number) as number,
      });
      const activity = await call('GET', `/activity?subjectKind=annotation&subjectId=${id}`);
      expect((activity.body['events'] as { action: string }[]).map((event) => event.action)).toEqual([
        'annotation.update',
        'annotation.restore',
        'annotation.delete',
        'annotation.update',
        'annotation.reply',
        'annotation.create',
      ]);
    });

    test.each([
      ['neither run nor experiment', {}],
      ['both', { runId: 'a', experimentId: '0' }],
      ['a range that ends before it begins', { experimentId: '0', from: 2, to: 1 }],
      ['no words', { experimentId: '0', text: '  ' }],
      ['no number', { experimentId: '0', from: null }],
    ])('a note with %s is refused', async (_name, wrong) => {
      const note = { axis: 'step', from: 1, to: 1, text: 'x', ...wrong };
      expect((await call('POST', '/annotations', note)).status).toBe(400);
    });

    test('what happened to a run is read from what it carries', async () => {
      const runId = await server.createRun();
      const at = (step: number, value: number | string) => ({
        key: 'loss',
        value,
        step,
        timestamp: 1000 + step,
      });
      const points = Array.from({ length: 40 }, (_none, step) => at(step, step === 25 ? 'NaN' : step));
      await server.post('runs/log-batch', { run_id: runId, metrics: points });
      await server.post('runs/update', { run_id: runId, status: 'FINISHED', end_time: 2000 });
      await server.post('runs/update', { run_id: runId, status: 'RUNNING' });
      await server.post('runs/update', { run_id: runId, status: 'FAILED', end_time: 3000 });
      const { body } = await call('POST', '/annotations/markers', {
        runIds: [runId],
        metrics: ['loss', 'none'],
      });
      const markers = body['markers'] as { kind: string }[];
      expect(markers.find(({ kind }) => kind === 'nan')).toMatchObject({ runId, step: '25', atMs: 1025 });
      expect(markers.find(({ kind }) => kind === 'failed')).toMatchObject({ step: '39', atMs: 3000 });
      expect(markers.map(({ kind }) => kind).toSorted((a, b) => a.localeCompare(b))).toEqual([
        'failed',
        'nan',
        'resumed',
      ]);
    });

    test('directions and baselines', async () => {
      await call('POST', '/metrics/direction', { key: 'odd', direction: 'up', unit: '%' });
      await call('POST', '/metrics/direction', { key: 'odd', direction: 'down' });
      expect((await call('GET', '/metrics/settings')).body['settings']).toMatchObject([
        { key: 'odd', direction: 'down', unit: '%' },
      ]);
      const runId = await server.createRun({ run_name: 'base' });
      expect((await call('PUT', '/experiments/0/baseline', { runId })).body).toMatchObject({
        baseline: { runId, name: 'base', lifecycle: 'active' },
      });
      expect((await call('DELETE', '/experiments/0/baseline')).body).toMatchObject({ baseline: null });
    });
  });
}
