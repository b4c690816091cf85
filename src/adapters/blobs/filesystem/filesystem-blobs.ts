import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '#contract/problem.ts';
import type { BlobEntry, Blobs, StoredBlob } from '#server/ports/blobs.ts';
import { requireInside, toFilePath } from './confined-path.ts';
import { makeDurableFolder, syncFolder } from './durable-folder.ts';
import { streamFile } from './file-stream.ts';
import { errorCode, toStorageProblem } from './storage-problem.ts';

/** Files on their way in lie here, in the same file system as their place to be. */
const incomingFolder = '.incoming';

export interface FilesystemBlobsOptions {
  /** The folder that holds everything; made where it is missing. */
  readonly root: string;
  /** Whose rules for names hold; the machine's own unless said otherwise. */
  readonly platform?: NodeJS.Platform;
}

/** Blobs as plain files below a folder, at the very path that their key says. */
export async function openFilesystemBlobs(options: FilesystemBlobsOptions): Promise<Blobs> {
  await mkdir(options.root, { recursive: true });
  const root = await realpath(options.root);
  const incoming = join(root, incomingFolder);
  // What a killed process left half-written belongs to nobody.
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming);

  async function locate(key: string): Promise<string> {
    const path = toFilePath(root, key, options.platform ?? process.platform);
    await requireInside(root, path, key);
    return path;
  }

  /** The place for a new file: a link at the very end is replaced, not followed, so only its folder matters. */
  async function locateNew(key: string): Promise<string> {
    const path = toFilePath(root, key, options.platform ?? process.platform);
    await requireInside(root, dirname(path), key);
    return path;
  }

  async function receive(key: string, chunks: AsyncIterable<Uint8Array>): Promise<StoredBlob> {
    const temporary = join(incoming, randomUUID());
    try {
      const target = await locateNew(key);
      const stored = await writeDurably(temporary, chunks);
      await moveInto(temporary, target);
      return stored;
    } catch (error) {
      await rm(temporary, { force: true });
      throw toStorageProblem(error, key);
    }
  }

  async function* readParts(parts: readonly string[]): AsyncGenerator<Uint8Array> {
    for (const part of parts) {
      const handle = await openFile(await locate(part));
      if (handle === undefined) throw new Problem('not-found', `There is no part "${part}".`, { part });
      yield* streamFile(handle, 0, (await handle.stat()).size - 1);
    }
  }

  return {
    put: (key, body) => receive(key, body),
    async join(key, parts) {
      const stored = await receive(key, readParts(parts));
      for (const part of parts) await rm(await locate(part), { force: true });
      return stored;
    },
    async get(key, range) {
      const handle = await openFile(await locate(key));
      if (handle === undefined) return undefined;
      const { size: totalSize } = await handle.stat();
      const start = Math.min(range?.start ?? 0, totalSize);
      const end = Math.min(range?.end ?? totalSize - 1, totalSize - 1);
      return { body: streamFile(handle, start, end), size: Math.max(end + 1 - start, 0), totalSize };
    },
    async size(key) {
      const found = await statOf(await locate(key));
      return found?.isFile() === true ? found.size : undefined;
    },
    list: async (key) => listFolder(key === '' ? root : await locate(key), key === ''),
    async delete(key) {
      const path = await locateNew(key);
      await rm(path, { recursive: true, force: true });
      if ((await statOf(dirname(path))) !== undefined) await syncFolder(dirname(path));
    },
  };
}

async function writeDurably(path: string, chunks: AsyncIterable<Uint8Array>): Promise<StoredBlob> {
  const hash = createHash('sha256');
  const handle = await open(path, 'wx');
  let size = 0;
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      for (let done = 0; done < chunk.length;) {
        done += (await handle.write(chunk, done, chunk.length - done)).bytesWritten;
      }
      size += chunk.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { size, sha256: hash.digest('hex') };
}

/** The folder may be deleted by another call just after it was made: then it is made once more. */
async function moveInto(temporary: string, target: string): Promise<void> {
  const folder = dirname(target);
  await makeDurableFolder(folder);
  try {
    await rename(temporary, target);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    await makeDurableFolder(folder);
    await rename(temporary, target);
  }
  await syncFolder(folder);
}

async function openFile(path: string) {
  const found = await statOf(path);
  return found?.isFile() === true ? open(path, 'r') : undefined;
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
    throw error;
  }
}

/** Links are left out: they may lead anywhere. */
async function listFolder(path: string, isRoot: boolean): Promise<readonly BlobEntry[]> {
  if ((await statOf(path))?.isDirectory() !== true) return [];
  const found: BlobEntry[] = [];
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (isRoot && entry.name === incomingFolder) continue;
    if (entry.isDirectory()) found.push({ name: entry.name, isDirectory: true, size: 0 });
    if (!entry.isFile()) continue;
    const size = (await statOf(join(path, entry.name)))?.size;
    if (size !== undefined) found.push({ name: entry.name, isDirectory: false, size });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
