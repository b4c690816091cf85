import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newFolder } from './spawn-server.suite.ts';
import { openStudioFiles, type StudioFiles } from './studio-files.ts';

const inline = 'document.title = "early"';
let folder: string;
let studio: StudioFiles;
beforeAll(async () => {
  folder = await newFolder();
  await mkdir(join(folder, 'assets'));
  await writeFile(
    join(folder, 'index.html'),
    `<html><script>${inline}</script><script src="/assets/a.js"></script>`,
  );
  await writeFile(join(folder, 'assets/a.js'), 'export {};\n'.repeat(100));
  await writeFile(join(folder, 'assets/f.woff2'), 'font');
  studio = await openStudioFiles(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const request = (headers: HeadersInit = {}, method = 'GET') =>
  new Request('http://localhost/', { headers, method });

it('serves hashed files for ever, compressed where that helps and is taken', async () => {
  const response = await studio.file('/assets/a.js', request({ 'accept-encoding': 'gzip, br' }));
  expect(Object.fromEntries(response!.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
    'x-content-type-options': 'nosniff',
  });
  expect(gunzipSync(await response!.arrayBuffer()).toString()).toBe('export {};\n'.repeat(100));
  const plain = await studio.file('/assets/a.js', request());
  expect(plain!.headers.get('content-encoding')).toBeNull();
  const font = await studio.file('/assets/f.woff2', request({ 'accept-encoding': 'gzip' }));
  expect(font!.headers.get('content-encoding')).toBeNull();
});

it('serves the page anew each time it changed, and lets nothing foreign in', async () => {
  const response = await studio.page(request());
  expect(response.headers.get('cache-control')).toBe('no-cache');
  const policy = response.headers.get('content-security-policy') ?? '';
  const hash = createHash('sha256').update(inline).digest('base64');
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).toContain("frame-ancestors 'none'");
  const etag = response.headers.get('etag') ?? '';
  expect((await studio.page(request({ 'if-none-match': etag }))).status).toBe(304);
  expect(await (await studio.page(request({}, 'HEAD'))).text()).toBe('');
});

it.each(['/none.js', '/', '/assets', '/../package.json', '/assets/../index.html'])(
  'has no file %s',
  async (path) => {
    expect(await studio.file(path, request())).toBeUndefined();
  },
);

it('says what to do where the studio is not built', async () => {
  const unbuilt = await openStudioFiles(join(folder, 'nowhere'));
  const response = await unbuilt.page(request());
  expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm start')]);
});

it('has no file that went away before it was asked for, and has it when it is back', async () => {
  const path = join(folder, 'assets/late.js');
  await writeFile(path, 'late');
  const files = await openStudioFiles(folder);
  await rm(path);
  expect(await files.file('/assets/late.js', request())).toBeUndefined();
  await writeFile(path, 'late');
  expect(await (await files.file('/assets/late.js', request()))!.text()).toBe('late');
});

it('serves a build that is made anew, and to pages of the old one what they had', async () => {
  const root = await newFolder();
  const write = async (page: string, asset: string): Promise<void> => {
    await rm(root, { recursive: true, force: true });
    await mkdir(join(root, 'assets'), { recursive: true });
    await writeFile(join(root, 'assets', asset), asset);
    await writeFile(join(root, 'index.html'), page);
  };
  await write('old', 'old.js');
  const files = await openStudioFiles(root);
  const text = async (path: string) => (await files.file(path, request()))?.text();
  expect(await (await files.page(request())).text()).toBe('old');
  expect(await text('/assets/old.js')).toBe('old.js');
  await write('a newer one', 'new.js');
  expect(await (await files.page(request())).text()).toBe('a newer one');
  expect(await text('/assets/new.js')).toBe('new.js');
  expect(await text('/assets/old.js')).toBe('old.js');
  expect(await text('/assets/never.js')).toBeUndefined();
  await rm(root, { recursive: true });
  expect((await files.page(request())).status).toBe(503);
});
