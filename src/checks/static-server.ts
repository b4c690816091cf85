/** A plain static file server, as any host of web pages has it: no fallback, no knowledge of the studio. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.map': 'application/json',
};

export type StaticServer = { readonly url: string; close(): Promise<void> };

export type StaticServerOptions = {
  /** The path under which the folder lies, such as `/studio/`. */
  readonly under?: string;
  readonly port?: number;
};

export async function startStaticServer(
  folder: string,
  options: StaticServerOptions = {},
): Promise<StaticServer> {
  const under = options.under ?? '/';
  const server = createServer((request, response) => {
    serveFile(folder, under, request, response).catch(() => response.writeHead(500).end());
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The static server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}${under}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function serveFile(
  folder: string,
  under: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = toFilePath(folder, under, request.url ?? '/');
  const found = path === undefined ? undefined : await stat(path).catch(() => undefined);
  if (path === undefined || found === undefined || !found.isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    return;
  }
  const type = types[extname(path)] ?? 'application/octet-stream';
  response.writeHead(200, {
    'content-type': type,
    'content-length': found.size,
    'cache-control': 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(path).pipe(response);
}

function toFilePath(folder: string, under: string, url: string): string | undefined {
  const pathname = decodeURIComponent(new URL(url, 'http://host').pathname);
  if (!pathname.startsWith(under)) return undefined;
  const path = normalize(join(folder, pathname.slice(under.length)));
  if (path !== normalize(folder) && !path.startsWith(normalize(folder) + sep)) return undefined;
  return pathname.endsWith('/') ? join(path, 'index.html') : path;
}
