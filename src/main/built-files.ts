import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

export interface BuiltFile {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly compressed: Uint8Array<ArrayBuffer> | undefined;
  readonly etag: string;
}

const compressible = new Set([
  '.html',
  '.js',
  '.mjs',
  '.css',
  '.json',
  '.map',
  '.svg',
  '.ttf',
  '.wasm',
  '.txt',
]);
const compress = promisify(gzip);
const pagePath = '/index.html';

/**
 * The files of a build by their path in the address. Each is read, and compressed, when first asked for. A build that
 * is made anew under a running server counts from the next page on; what pages of the old one have loaded stays.
 */
export async function openBuiltFiles(folder: string): Promise<{
  find(this: void, path: string): Promise<BuiltFile | undefined>;
}> {
  let build = await buildOf(folder);
  let paths = await listPaths(folder);
  const loaded = new Map<string, Promise<BuiltFile>>();

  /** Looks whether there is another build by now. */
  async function lookAgain(): Promise<void> {
    const now = await buildOf(folder);
    if (now === build) return;
    build = now;
    paths = await listPaths(folder);
    // Names below `assets` tell the content: what has been read of an older build is what it always was.
    for (const path of loaded.keys()) if (!path.startsWith('/assets/')) loaded.delete(path);
  }

  return {
    async find(path) {
      if (path === pagePath || !paths.has(path)) await lookAgain();
      if (!paths.has(path) && !loaded.has(path)) return undefined;
      const loading = loaded.get(path) ?? load(join(folder, path), extname(path));
      loaded.set(path, loading);
      try {
        return await loading;
      } catch (error) {
        // Perhaps too many files were open: the next request may have more luck.
        if (loaded.get(path) === loading) loaded.delete(path);
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
  };
}

/** What tells one build from another: its page is written with each. */
async function buildOf(folder: string): Promise<string> {
  const page = await stat(join(folder, pagePath)).catch(() => undefined);
  return page === undefined ? '' : `${page.mtimeMs} ${page.size}`;
}

async function listPaths(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return new Set(
    files.map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`),
  );
}

async function load(path: string, extension: string): Promise<BuiltFile> {
  const plain = new Uint8Array(await readFile(path));
  const compressed = compressible.has(extension) ? new Uint8Array(await compress(plain)) : undefined;
  return {
    plain,
    compressed,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
