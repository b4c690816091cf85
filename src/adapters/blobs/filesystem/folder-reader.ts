import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobEntry, BlobReader } from '#server/ports/blobs.ts';
import { requireInside, toFilePath } from './confined-path.ts';
import { streamFile } from './file-stream.ts';
import { errorCode } from './storage-problem.ts';

export interface FolderOptions {
  readonly root: string;
  /** Whose rules for names hold; the machine's own unless said otherwise. */
  readonly platform?: NodeJS.Platform;
}

/** Reads plain files below a folder, which need not be there yet, and never anything outside of it. */
export function createFolderReader(options: FolderOptions): BlobReader {
  /** `undefined` while the root itself is missing. */
  async function locate(key: string): Promise<string | undefined> {
    const root = await realpath(options.root).catch(() => undefined);
    if (root === undefined || key === '') return root;
    const path = toFilePath(root, key, options.platform ?? process.platform);
    await requireInside(root, path, key);
    return path;
  }

  return {
    async get(key, range) {
      const path = await locate(key);
      if (path === undefined || (await statIfThere(path))?.isFile() !== true) return undefined;
      const handle = await open(path, 'r');
      const { size: totalSize } = await handle.stat();
      const start = Math.min(range?.start ?? 0, totalSize);
      const end = Math.min(range?.end ?? totalSize - 1, totalSize - 1);
      return { body: streamFile(handle, start, end), size: Math.max(end + 1 - start, 0), totalSize };
    },
    async size(key) {
      const path = await locate(key);
      const found = path === undefined ? undefined : await statIfThere(path);
      return found?.isFile() === true ? found.size : undefined;
    },
    async list(key) {
      const path = await locate(key);
      return path === undefined ? [] : listFolder(path);
    },
  };
}

export async function statIfThere(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
    throw error;
  }
}

/** Links are left out: they may lead anywhere. */
async function listFolder(path: string): Promise<readonly BlobEntry[]> {
  if ((await statIfThere(path))?.isDirectory() !== true) return [];
  const found: BlobEntry[] = [];
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) found.push({ name: entry.name, isDirectory: true, size: 0 });
    if (!entry.isFile()) continue;
    const size = (await statIfThere(join(path, entry.name)))?.size;
    if (size !== undefined) found.push({ name: entry.name, isDirectory: false, size });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
