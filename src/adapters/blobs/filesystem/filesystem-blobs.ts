import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, realpath, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { Problem } from '#contract/problem.ts';
import type { Blobs, ConfirmStored, StoredBlob } from '#server/ports/blobs.ts';
import { requireInside, toFilePath } from './confined-path.ts';
import { syncFolder } from './durable-folder.ts';
import { createFolderReader, type FolderOptions, statIfThere } from './folder-reader.ts';
import { createTurns, replaceFile } from './replace-file.ts';
import { toStorageProblem } from './storage-problem.ts';

/** Files on their way in lie here, in the same file system as their place to be. */
const incomingFolder = '.incoming';

/** Blobs as plain files below a folder, made where it is missing, at the very path that their key says. */
export async function openFilesystemBlobs(options: FolderOptions): Promise<Blobs> {
  await mkdir(options.root, { recursive: true });
  const root = await realpath(options.root);
  const incoming = join(root, incomingFolder);
  // What a killed process left half-written belongs to nobody.
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming);

  const reader = createFolderReader({ ...options, root });

  function toPath(key: string): string {
    const path = toFilePath(root, key, options.platform ?? process.platform);
    if (path === incoming || path.startsWith(incoming + sep)) {
      throw new Problem('invalid-input', 'Invalid path', { path: key });
    }
    return path;
  }

  /** The place for a new file: a link at the very end is replaced, not followed, so only its folder matters. */
  async function locateNew(key: string): Promise<string> {
    const path = toPath(key);
    await requireInside(root, dirname(path), key);
    return path;
  }

  const takeTurn = createTurns();

  async function receive(
    key: string,
    chunks: AsyncIterable<Uint8Array>,
    confirm: ConfirmStored = async () => undefined,
  ): Promise<StoredBlob> {
    const temporary = join(incoming, randomUUID());
    try {
      const target = await locateNew(key);
      const stored = await writeDurably(temporary, chunks);
      await takeTurn(target, async () => replaceFile(temporary, target, async () => confirm(stored)));
      return stored;
    } catch (error) {
      await rm(temporary, { force: true });
      throw toStorageProblem(error, key);
    }
  }

  async function* readParts(parts: readonly string[]): AsyncGenerator<Uint8Array> {
    for (const part of parts) {
      const found = await reader.get(part);
      if (found === undefined) throw new Problem('not-found', `There is no part "${part}".`, { part });
      yield* found.body;
    }
  }

  return {
    ...reader,
    list: async (key) => {
      const entries = await reader.list(key);
      return key === '' ? entries.filter((entry) => entry.name !== incomingFolder) : entries;
    },
    put: (key, body, confirm) => receive(key, body, confirm),
    async join(key, parts, confirm) {
      const stored = await receive(key, readParts(parts), confirm);
      for (const part of parts) await rm(await locateNew(part), { force: true });
      return stored;
    },
    async delete(key) {
      const path = await locateNew(key);
      await rm(path, { recursive: true, force: true });
      if ((await statIfThere(dirname(path))) !== undefined) await syncFolder(dirname(path));
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
