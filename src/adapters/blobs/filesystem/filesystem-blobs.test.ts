import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '#contract/problem.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeBlobs, textStream } from '../blobs.suite.ts';
import { openFilesystemBlobs } from './filesystem-blobs.ts';
import { toStorageProblem } from './storage-problem.ts';

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'atelier-blobs-'));
});
afterAll(async () => rm(base, { recursive: true, force: true }));

const newRoot = () => mkdtemp(join(base, 'root-'));

describeBlobs('a folder', async () => openFilesystemBlobs({ root: await newRoot() }));

describe('blobs in a folder, besides', () => {
  it('lie at the path that the key says, so that other tools read them', async () => {
    const root = await newRoot();
    const blobs = await openFilesystemBlobs({ root });
    await blobs.put('3/abc/artifacts/model/MLmodel', textStream('flavors:'));
    expect(await readFile(join(root, '3/abc/artifacts/model/MLmodel'), 'utf8')).toBe('flavors:');
  });

  it('keeps its own folder for files on their way in to itself', async () => {
    const blobs = await openFilesystemBlobs({ root: await newRoot() });
    await expect(blobs.put('.incoming/x', textStream('x'))).rejects.toThrow('Invalid path');
    await expect(blobs.delete('.incoming')).rejects.toThrow('Invalid path');
  });

  it('removes at start what a killed process left half-written', async () => {
    const root = await newRoot();
    await mkdir(join(root, '.incoming'));
    await writeFile(join(root, '.incoming', 'half'), 'half');
    await openFilesystemBlobs({ root });
    expect(await readdir(join(root, '.incoming'))).toEqual([]);
  });

  it('does not follow a link out of the root, for any call', async () => {
    const root = await newRoot();
    const outside = await mkdtemp(join(base, 'outside-'));
    await writeFile(join(outside, 'secret'), 'secret');
    const blobs = await openFilesystemBlobs({ root });
    await symlink(outside, join(root, 'out'));
    await symlink(join(outside, 'secret'), join(root, 'file'));
    const calls = [
      () => blobs.get('out/secret'),
      () => blobs.get('file'),
      () => blobs.size('out/secret'),
      () => blobs.list('out'),
      () => blobs.put('out/new', textStream('x')),
      () => blobs.put('out/deep/new', textStream('x')),
      () => blobs.delete('out/secret'),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await blobs.list('')).toEqual([]);
    await blobs.put('file', textStream('mine'));
    await blobs.delete('out');
    expect(await readdir(outside)).toEqual(['secret']);
    expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('secret');
  });

  it.each(['CON', 'aux.json', 'f/nul', 'Lpt1.txt', 'a:b', 'name.', 'name ', 'what?'])(
    'says clearly that Windows cannot keep %s',
    async (key) => {
      const blobs = await openFilesystemBlobs({ root: await newRoot(), platform: 'win32' });
      await expect(blobs.put(key, textStream('x'))).rejects.toThrow(/^Windows cannot keep a file named/);
    },
  );

  it.each([
    ['ENOSPC', 'storage-full'],
    ['EDQUOT', 'storage-full'],
    ['ENAMETOOLONG', 'invalid-input'],
    ['ENOTDIR', 'conflict'],
    ['EISDIR', 'conflict'],
    ['EACCES', 'unavailable'],
  ])('tells %s from the system as %s', (code, expected) => {
    const told = toStorageProblem(Object.assign(new Error(code), { code }), 'a/b');
    expect(told).toBeInstanceOf(Problem);
    expect((told as Problem).code).toBe(expected);
  });

  it('leaves an unforeseen failure as it is', () => {
    const error = new Error('who knows');
    expect(toStorageProblem(error, 'a')).toBe(error);
  });
});
