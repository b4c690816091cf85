import { type ArtifactWorld, createArtifactWorld } from '#server/modules/artifacts/artifact-world.suite.ts';
import type { BlobReader } from '#server/ports/blobs.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createArtifactProxyReader } from './artifact-proxy-reader.ts';

const proxy = '/api/2.0/mlflow-artifacts/artifacts';
let world: ArtifactWorld;
let reader: BlobReader;
beforeEach(async () => {
  world = await createArtifactWorld();
  await world.fetch(`${proxy}/some/folder/1/a b%25.txt`, { method: 'PUT', body: '0123456789' });
  await world.fetch(`${proxy}/some/folder/1/sub/c`, { method: 'PUT', body: 'c' });
  reader = createArtifactProxyReader({ root: `http://other${proxy}/some/folder/`, fetch: toWorld });
});

async function toWorld(request: Request): Promise<Response> {
  return world.fetch(request.url.replace('http://other', ''), request);
}

async function textOf(found: Awaited<ReturnType<BlobReader['get']>>): Promise<string | undefined> {
  return found === undefined ? undefined : new Response(found.body).text();
}

describe('artifacts of another MLflow server', () => {
  it('are listed below the root', async () => {
    expect(await reader.list('1')).toEqual([
      { name: 'a b%.txt', isDirectory: false, size: 10 },
      { name: 'sub', isDirectory: true, size: 0 },
    ]);
    expect(await reader.list('none')).toEqual([]);
  });

  it('are read whole and in part', async () => {
    expect(await reader.size('1/a b%.txt')).toBe(10);
    expect(await textOf(await reader.get('1/a b%.txt'))).toBe('0123456789');
    const part = await reader.get('1/a b%.txt', { start: 2, end: 4 });
    expect(part).toMatchObject({ size: 3, totalSize: 10 });
    expect(await textOf(part)).toBe('234');
  });

  it('are read in part from a server that knows no ranges', async () => {
    const plain = createArtifactProxyReader({
      root: 'http://other/files',
      fetch: () => Promise.resolve(new Response('0123456789', { headers: { 'content-length': '10' } })),
    });
    for (const [start, end, expected] of [
      [2, 4, '234'],
      [8, 99, '89'],
      [0, 0, '0'],
    ] as const) {
      const part = await plain.get('x', { start, end });
      expect(part).toMatchObject({ size: expected.length, totalSize: 10 });
      expect(await textOf(part)).toBe(expected);
    }
  });

  it('are absent where the server says so, and a problem where it fails', async () => {
    expect(await reader.get('1/none')).toBeUndefined();
    expect(await reader.size('1/none')).toBeUndefined();
    expect(await reader.get('1/sub')).toBeUndefined();
    const answers = [
      () => Promise.resolve(new Response('', { status: 500 })),
      () => Promise.reject(new Error('down')),
    ];
    for (const fetch of answers) {
      const broken = createArtifactProxyReader({ root: 'http://other/files', fetch });
      await expect(broken.get('x')).rejects.toMatchObject({ code: 'unavailable' });
      await expect(broken.list('x')).rejects.toMatchObject({ code: 'unavailable' });
    }
  });
});
