import { Problem } from '#contract/problem.ts';
import {
  type BlobBody,
  type BlobEntry,
  type Blobs,
  type ByteRange,
  type ConfirmStored,
  splitBlobKey,
  type StoredBlob,
} from '#server/ports/blobs.ts';

/** Blobs in memory: for tests and for the demo that runs in a browser. */
export function createMemoryBlobs(): Blobs {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();

  function store(key: string, bytes: Uint8Array<ArrayBuffer>): void {
    const segments = splitBlobKey(key);
    if (isFolder(files, key)) throw new Problem('conflict', `There is a folder at "${key}".`, { path: key });
    for (let depth = 1; depth < segments.length; depth += 1) {
      const folder = segments.slice(0, depth).join('/');
      if (files.has(folder))
        throw new Problem('conflict', `"${folder}" is a file, not a folder.`, { path: key });
    }
    files.set(key, bytes);
  }

  async function storeConfirmed(
    key: string,
    bytes: Uint8Array<ArrayBuffer>,
    confirm: ConfirmStored | undefined,
  ): Promise<StoredBlob> {
    const stored = await describe(bytes);
    const before = files.get(key);
    store(key, bytes);
    try {
      await confirm?.(stored);
    } catch (error) {
      if (before === undefined) files.delete(key);
      else files.set(key, before);
      throw error;
    }
    return stored;
  }

  return {
    async put(key, body, confirm) {
      splitBlobKey(key);
      const bytes = new Uint8Array(await new Response(body).arrayBuffer());
      return storeConfirmed(key, bytes, confirm);
    },
    async join(key, parts, confirm) {
      const pieces = parts.map((part) => {
        const piece = files.get(part);
        if (piece === undefined) throw new Problem('not-found', `There is no part "${part}".`, { part });
        return piece;
      });
      const whole = new Uint8Array(await new Blob(pieces).arrayBuffer());
      const stored = await storeConfirmed(key, whole, confirm);
      for (const part of parts) files.delete(part);
      return stored;
    },
    get: (key, range) => Promise.resolve(cut(files.get(key), range)),
    size: (key) => Promise.resolve(files.get(key)?.length),
    list: (key) => Promise.resolve(entriesBelow(files, key)),
    delete(key) {
      splitBlobKey(key);
      for (const each of files.keys()) if (each === key || each.startsWith(`${key}/`)) files.delete(each);
      return Promise.resolve();
    },
  };
}

function isFolder(files: ReadonlyMap<string, unknown>, key: string): boolean {
  return [...files.keys()].some((each) => each.startsWith(`${key}/`));
}

function cut(whole: Uint8Array<ArrayBuffer> | undefined, range: ByteRange | undefined): BlobBody | undefined {
  if (whole === undefined) return undefined;
  const bytes = range === undefined ? whole : whole.subarray(range.start, range.end + 1);
  return { body: new Blob([bytes]).stream(), size: bytes.length, totalSize: whole.length };
}

function entriesBelow(files: ReadonlyMap<string, Uint8Array>, key: string): readonly BlobEntry[] {
  const prefix = key === '' ? '' : `${key}/`;
  const found = new Map<string, BlobEntry>();
  for (const [path, bytes] of files) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...deeper] = path.slice(prefix.length).split('/');
    const isDirectory = deeper.length > 0;
    found.set(name, { name, isDirectory, size: isDirectory ? 0 : bytes.length });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function describe(bytes: Uint8Array<ArrayBuffer>): Promise<StoredBlob> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return {
    size: bytes.length,
    sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}
