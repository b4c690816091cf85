import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { openBuiltFiles } from './built-files.ts';

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
  '.mjs': 'text/javascript; charset=utf-8',
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

/** Serves the files of a folder that a build was written to, also while it is written anew. */
export async function openStudioFiles(folder: string): Promise<StudioFiles> {
  const files = await openBuiltFiles(folder);

  async function answer(path: string, request: Request): Promise<Response | undefined> {
    const content = await files.find(path);
    if (content === undefined) return undefined;
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
    file: answer,
    page: async (request) => (await answer('/index.html', request)) ?? notBuilt(),
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

function notBuilt(): Response {
  const text = 'The studio is not built yet. "npm start" builds it; "npm run build" does so alone.\n';
  return new Response(text, { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
