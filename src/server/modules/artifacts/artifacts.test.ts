import { beforeEach, describe, expect, it } from 'vitest';
import { type ArtifactWorld, createArtifactWorld } from './artifact-world.suite.ts';

const proxy = '/api/2.0/mlflow-artifacts';
let world: ArtifactWorld;
beforeEach(async () => {
  world = await createArtifactWorld();
});

async function put(path: string, body: BodyInit, scope = ''): Promise<Response> {
  return world.fetch(`${scope}${proxy}/artifacts/${path}`, { method: 'PUT', body });
}

async function json(path: string): Promise<unknown> {
  return (await world.fetch(path)).json();
}

describe('artifacts through the studio', () => {
  it('are listed with size, sha256 and time, folders first', async () => {
    const run = await world.createRun();
    await put(`${run.root}/notes.txt`, 'hello');
    await put(`${run.root}/model/MLmodel`, 'flavors:');
    expect(await json(`/api/workspaces/default/runs/${run.id}/artifacts`)).toEqual({
      path: '',
      location: `mlflow-artifacts:/${run.root}`,
      reachable: true,
      entries: [
        expect.objectContaining({ name: 'model', path: 'model', isDirectory: true, size: 0, sha256: null }),
        {
          name: 'notes.txt',
          path: 'notes.txt',
          isDirectory: false,
          size: 5,
          sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
          createdAtMs: expect.any(Number) as unknown,
        },
      ],
    });
    const below = await json(`/api/workspaces/default/runs/${run.id}/artifacts?path=model`);
    expect(below).toMatchObject({ path: 'model', entries: [{ name: 'MLmodel', path: 'model/MLmodel' }] });
  });

  it.each([
    ['text', Buffer.from('größer\n'), 'utf-8', 'größer\n'],
    ['an empty file', Buffer.from(''), 'utf-8', ''],
    ['UTF-16', Buffer.from('\uFEFFhi', 'utf16le'), 'utf-16le', 'hi'],
    ['bytes', Buffer.from([1, 2, 0, 255]), null, null],
    ['Latin-1', Buffer.from('gr\xf6\xdfer', 'latin1'), null, null],
  ])('are previewed: %s', async (_what, bytes, encoding, text) => {
    const run = await world.createRun();
    await put(`${run.root}/f`, new Uint8Array(bytes));
    const preview = await json(`/api/workspaces/default/runs/${run.id}/artifacts/preview?path=f`);
    expect(preview).toMatchObject({ encoding, text, size: bytes.length, truncated: false });
  });

  it('are previewed up to the bytes asked for, never half a character', async () => {
    const run = await world.createRun();
    await put(`${run.root}/f`, 'aé'.repeat(10));
    const preview = await json(`/api/workspaces/default/runs/${run.id}/artifacts/preview?path=f&bytes=5`);
    expect(preview).toMatchObject({ text: 'aéa', truncated: true, size: 30 });
  });

  it.each([
    ['page.html', 'text/html; charset=utf-8', 'inline'],
    ['drawing.svg', 'image/svg+xml', 'inline'],
    ['plot.png', 'image/png', 'inline'],
    ['run.log', 'text/plain; charset=utf-8', 'inline'],
    ['clip.mp4', 'video/mp4', 'inline'],
    ['voice.wav', 'audio/wav', 'inline'],
    ['weights.bin', 'application/octet-stream', 'attachment'],
    ['constructor', 'application/octet-stream', 'attachment'],
  ])('never act in the studio: %s', async (name, type, disposition) => {
    const run = await world.createRun();
    await put(`${run.root}/${name}`, '<script>alert(1)</script>');
    const file = `/api/workspaces/default/runs/${run.id}/artifacts/file?path=${name}`;
    const viewed = await world.fetch(`${file}&as=view`);
    expect(viewed.headers.get('content-type')).toBe(type);
    expect(viewed.headers.get('content-disposition')).toMatch(new RegExp(`^${disposition};`));
    const saved = await world.fetch(file);
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(saved.headers.get('content-type')).not.toMatch(/html|svg/);
    for (const response of [viewed, saved]) {
      const policy = response.headers.get('content-security-policy');
      expect(policy).toMatch(/^sandbox; default-src 'none'/);
      expect(policy).not.toMatch(/allow-|script-src/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it.each([
    ['start=2&end=5', '234'],
    ['start=8', '89'],
    ['end=2', '01'],
    ['start=8&end=99', '89'],
    ['start=10', ''],
    ['start=5&end=5', ''],
  ])('are read in part: %s', async (span, text) => {
    const run = await world.createRun();
    await put(`${run.root}/digits.html`, '0123456789');
    const file = `/api/workspaces/default/runs/${run.id}/artifacts/file?path=digits.html&${span}`;
    const response = await world.fetch(file);
    expect([response.status, await response.text()]).toEqual([200, text]);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toBe('attachment');
  });

  it('are deleted for good, with a trace, and only below the run', async () => {
    const run = await world.createRun();
    await put(`${run.root}/model/a`, 'a');
    await put(`${run.root}/model2`, 'b');
    const folder = `/api/workspaces/default/runs/${run.id}/artifacts`;
    expect((await world.fetch(`${folder}?path=..`, { method: 'DELETE' })).status).toBe(400);
    expect((await world.fetch(`${folder}?path=model`, { method: 'DELETE' })).status).toBe(200);
    expect(await json(folder)).toMatchObject({ entries: [{ name: 'model2' }] });
    expect(await world.blobs.size(`${run.root}/model/a`)).toBeUndefined();
    const activity = await json(`/api/workspaces/default/activity?subjectKind=run&subjectId=${run.id}`);
    expect(activity).toMatchObject({
      events: expect.arrayContaining([
        expect.objectContaining({
          action: 'artifact.delete',
          detail: { path: `${run.root}/model`, files: 1 },
        }),
        expect.objectContaining({ action: 'artifact.write', count: 2 }),
      ]) as unknown,
    });
  });

  it('say so where there is no such run, file or path', async () => {
    const run = await world.createRun();
    const base = `/api/workspaces/default/runs/${run.id}/artifacts`;
    expect((await world.fetch('/api/workspaces/default/runs/nope/artifacts')).status).toBe(404);
    expect((await world.fetch(`/api/workspaces/vision/runs/${run.id}/artifacts`)).status).toBe(404);
    expect((await world.fetch(`${base}/file?path=none`)).status).toBe(404);
    expect((await world.fetch(`${base}/preview?path=../x`)).status).toBe(400);
  });
});

describe('ranges', () => {
  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=5-2', 200, '0123456789', null],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
  ])('%s', async (range, status, text, contentRange) => {
    const run = await world.createRun();
    await put(`${run.root}/digits`, '0123456789');
    const response = await world.fetch(`${proxy}/artifacts/${run.root}/digits`, { headers: { range } });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-range')).toBe(contentRange);
    expect(await response.text()).toBe(text);
  });

  it('spare a client what it has', async () => {
    const run = await world.createRun();
    await put(`${run.root}/f`, 'x');
    const path = `${proxy}/artifacts/${run.root}/f`;
    const etag = (await world.fetch(path)).headers.get('etag') ?? '';
    expect((await world.fetch(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    await put(`${run.root}/f`, 'y');
    expect((await world.fetch(path, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });
});

describe('workspaces', () => {
  it('do not reach the artifacts of one another, by any call', async () => {
    const mine = await world.createRun();
    const experiment = await world.call('/ws/vision/api/2.0/mlflow/experiments/create', { name: 'e' });
    const theirs = await world.createRun('/ws/vision', String(experiment['experiment_id']));
    expect(theirs.root).toMatch(/^workspaces\/vision\/\d+\//);
    await put(`${mine.root}/secret`, 'mine');
    expect((await put(`${theirs.root}/secret`, 'theirs', '/ws/vision')).status).toBe(200);
    const crossings = [
      ['', `${theirs.root}/secret`],
      ['', `${theirs.root.replace('workspaces/vision/', '')}/secret`],
      ['/ws/vision', `${mine.root}/secret`],
      ['/ws/vision', `workspaces/vision/${mine.root}/secret`],
      ['/ws/vision', 'workspaces/default/0/x'],
      ['', `Workspaces/${theirs.root.slice('workspaces/'.length)}/secret`],
      ['/ws/vision', `WORKSPACES/${theirs.root.slice('workspaces/'.length)}/secret`],
    ] as const;
    for (const [scope, path] of crossings) {
      const address = `${scope}${proxy}/artifacts/${path}`;
      expect((await world.fetch(address)).status, `GET ${address}`).toBe(404);
      expect((await put(path, 'x', scope)).status, `PUT ${address}`).toBe(404);
      expect((await world.fetch(address, { method: 'DELETE' })).status, `DELETE ${address}`).toBe(404);
    }
    expect(await (await world.fetch(`${proxy}/artifacts/${mine.root}/secret`)).text()).toBe('mine');
    expect(await json(`${proxy}/artifacts`)).toEqual({ files: [{ path: '0', is_dir: true }] });
    expect(await json(`/ws/vision${proxy}/artifacts`)).toMatchObject({ files: [{ is_dir: true }] });
    const byHeader = await world.fetch(`${proxy}/artifacts/${theirs.root}/secret`, {
      headers: { 'x-mlflow-workspace': 'vision' },
    });
    expect(await byHeader.text()).toBe('theirs');
  });
});

describe('an experiment that says where its artifacts lie', () => {
  it.each([
    ['', 'mlflow-artifacts:/workspaces/vision/1'],
    ['', 'mlflow-artifacts:/Workspaces/vision/1'],
    ['', 'mlflow-artifacts:/%77orkspaces/vision/1'],
    ['', 'mlflow-artifacts:/./workspaces/vision/1'],
    ['', 'mlflow-artifacts://localhost/workspaces/vision/1'],
    ['/ws/vision', 'mlflow-artifacts:/0'],
    ['/ws/vision', 'file:///etc'],
  ])('is refused a place of another workspace: %s %s', async (scope, artifact_location) => {
    const created = world.call(`${scope}/api/2.0/mlflow/experiments/create`, {
      name: 'e',
      artifact_location,
    });
    await expect(created).rejects.toThrow(/^400 .*artifact.location/);
  });

  it('is let have a folder of its own in the default workspace', async () => {
    await world.call('/api/2.0/mlflow/experiments/create', {
      name: 'e',
      artifact_location: 'mlflow-artifacts:/my-team/workspaces',
    });
  });
});

describe('places that clients fill by themselves', () => {
  it('are closed to other workspaces', async () => {
    const shared = (await createArtifactWorld()).blobs;
    world = await createArtifactWorld({ artifactRoot: 'file:///shared', directArtifacts: shared });
    await shared.put('workspaces/vision/9/secret', new Blob(['theirs']).stream());
    const created = world.call('/api/2.0/mlflow/experiments/create', {
      name: 'e',
      artifact_location: 'file:///shared/workspaces/vision/9',
    });
    await expect(created).rejects.toThrow(/^400 /);
  });

  it('are listed and read where they are below the root that the server was given', async () => {
    const shared = (await createArtifactWorld()).blobs;
    world = await createArtifactWorld({ artifactRoot: 'file:///shared', directArtifacts: shared });
    const run = await world.createRun();
    await shared.put(`${run.root.replace('shared/', '')}/a b.txt`, new Blob(['direct']).stream());
    const base = `/api/workspaces/default/runs/${run.id}/artifacts`;
    expect(await json(base)).toMatchObject({
      reachable: true,
      entries: [{ name: 'a b.txt', size: 6, sha256: null }],
    });
    expect(await (await world.fetch(`${base}/file?path=a%20b.txt`)).text()).toBe('direct');
    const listed = await json(`/api/2.0/mlflow/artifacts/list?run_id=${run.id}`);
    expect(listed).toMatchObject({ files: [{ path: 'a b.txt', is_dir: false, file_size: 6 }] });
    expect((await world.fetch(`${base}?path=a%20b.txt`, { method: 'DELETE' })).status).toBe(409);
  });

  it('are left alone elsewhere', async () => {
    const { experiment_id } = await world.call('/api/2.0/mlflow/experiments/create', {
      name: 'outside',
      artifact_location: 'file:///etc',
    });
    const run = await world.createRun('', String(experiment_id));
    const base = `/api/workspaces/default/runs/${run.id}/artifacts`;
    expect(await json(base)).toMatchObject({ reachable: false, entries: [] });
    expect((await world.fetch(`${base}/file?path=passwd`)).status).toBe(404);
  });
});
