import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** The built studio, as answers to requests. */
export interface StudioFiles {
  /** The file at a path of the address, if there is one. */
  file(this: void, path: string, request: Request): Promise<Response | undefined>;
  /** The page that every route of the studio starts from. */
  page(this: void, request: Request): Promise<Response>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

const compressible = new Set(['.html', '.js', '.css', '.json', '.map', '.svg', '.ttf', '.wasm', '.txt']);

interface Loaded {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly compressed: Uint8Array<ArrayBuffer> | undefined;
  readonly etag: string;
}

const compress = promisify(gzip);

/** Reads which files there are now; their content is read, and compressed, when first asked for. */
export async function openStudioFiles(folder: string): Promise<StudioFiles> {
  const paths = await listPaths(folder);
  const loaded = new Map<string, Promise<Loaded>>();

  async function loadOnce(path: string): Promise<Loaded> {
    const loading = loaded.get(path) ?? load(join(folder, path), extname(path));
    loaded.set(path, loading);
    try {
      return await loading;
    } catch (error) {
      // Perhaps too many files were open: the next request may have more luck.
      if (loaded.get(path) === loading) loaded.delete(path);
      throw error;
    }
  }

  async function answer(path: string, request: Request): Promise<Response> {
    const content = await loadOnce(path);
    const isPage = path === '/index.html';
    const headers = new Headers({
      'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: content.etag,
      vary: 'accept-encoding',
      ...safetyHeaders,
      ...(isPage ? { 'content-security-policy': pagePolicy(content.plain) } : {}),
    });
    if (request.headers.get('if-none-match') === content.etag)
      return new Response(null, { status: 304, headers });
    const gzipped = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
      ? content.compressed
      : undefined;
    if (gzipped !== undefined) headers.set('content-encoding', 'gzip');
    const bytes = gzipped ?? content.plain;
    headers.set('content-length', String(bytes.length));
    return new Response(request.method === 'HEAD' ? null : bytes, { headers });
  }

  return {
    file: async (path, request) => (paths.has(path) ? answer(path, request) : undefined),
    page: async (request) => (paths.has('/index.html') ? answer('/index.html', request) : notBuilt()),
  };
}

const safetyHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Nothing from elsewhere runs or loads. The editor needs workers made from blobs; charts and editor set styles. */
function pagePolicy(page: Uint8Array): string {
  const html = new TextDecoder().decode(page);
  const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, source = '']) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    ["script-src 'self'", ...inline].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "media-src 'self' blob:",
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

async function listPaths(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return new Set(
    files.map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`),
  );
}

async function load(path: string, extension: string): Promise<Loaded> {
  const plain = new Uint8Array(await readFile(path));
  const compressed = compressible.has(extension) ? new Uint8Array(await compress(plain)) : undefined;
  return {
    plain,
    compressed,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
  };
}

function notBuilt(): Response {
  const text = 'The studio is not built yet. "npm start" builds it; "npm run build" does so alone.\n';
  return new Response(text, { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
