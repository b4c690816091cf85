import { readRange } from '#domain/byte-range.ts';
import { splitArtifactPath } from '#domain/artifact-path.ts';
import { downloadType, viewType } from '#domain/artifact-type.ts';

/** A file that somebody uploaded. */
interface UserFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string | undefined;
  read(
    this: void,
    range?: { readonly start: number; readonly end: number },
  ): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
}

/**
 * Answers a file that somebody uploaded so that it never acts in the studio's origin: `download` as an attachment,
 * `view` in place where its type is one for viewing, pages only as a sandbox without scripts.
 */
export async function toFileResponse(
  request: Request,
  file: UserFile,
  purpose: 'download' | 'view',
): Promise<Response> {
  const headers = safeHeaders(file, purpose);
  const etag = headers.get('etag');
  if (etag !== null && request.headers.get('if-none-match') === etag) {
    return new Response(null, { status: 304, headers });
  }
  const ifRange = request.headers.get('if-range');
  const wanted = ifRange === null || ifRange === etag ? request.headers.get('range') : null;
  const range = readRange(wanted, file.size);
  if (range === 'outside') {
    headers.set('content-range', `bytes */${file.size}`);
    return new Response(null, { status: 416, headers });
  }
  const span = range === 'whole' ? undefined : range;
  if (span !== undefined) headers.set('content-range', `bytes ${span.start}-${span.end}/${file.size}`);
  headers.set('content-length', String(span === undefined ? file.size : span.end + 1 - span.start));
  const body = request.method === 'HEAD' ? null : await file.read(span);
  return new Response(body, { status: span === undefined ? 200 : 206, headers });
}

function safeHeaders(file: UserFile, purpose: 'download' | 'view'): Headers {
  const view = purpose === 'view' ? viewType(file.path) : undefined;
  return new Headers({
    'content-type': view?.type ?? downloadType(file.path),
    'content-disposition': `${view === undefined ? 'attachment' : 'inline'}; ${fileName(file.path)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy':
      view?.page === true
        ? "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
        : "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    ...(file.sha256 === undefined ? {} : { etag: `"${file.sha256}"` }),
  });
}

/** RFC 6266: a plain name for old clients, the real one beside it. */
function fileName(path: string): string {
  const { name } = splitArtifactPath(path);
  const plain = name.replaceAll(/[^\w .()+,=@[\]{}~-]/g, '_');
  const real = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  );
  return plain === name ? `filename="${plain}"` : `filename="${plain}"; filename*=UTF-8''${real}`;
}
