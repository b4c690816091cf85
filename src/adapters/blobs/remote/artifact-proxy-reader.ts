import { Problem } from '#contract/problem.ts';
import { encodeArtifactPath } from '#domain/artifact-path.ts';
import type { BlobBody, BlobReader } from '#server/ports/blobs.ts';
import { z } from 'zod';

export interface ArtifactProxyOptions {
  /** The artifact root, such as `http://host/api/2.0/mlflow-artifacts/artifacts/some/folder`. */
  readonly root: string;
  readonly fetch: (request: Request) => Promise<Response>;
}

const listing = z.object({
  files: z
    .array(z.object({ path: z.string(), is_dir: z.boolean(), file_size: z.coerce.number().default(0) }))
    .default([]),
});

const marker = '/mlflow-artifacts/artifacts';

/** Reads artifacts that another MLflow server hands out. */
export function createArtifactProxyReader(options: ArtifactProxyOptions): BlobReader {
  const root = options.root.replace(/\/+$/, '');
  const markerAt = root.indexOf(marker);
  const listUrl = markerAt === -1 ? root : root.slice(0, markerAt + marker.length);
  const prefix = markerAt === -1 ? '' : root.slice(listUrl.length + 1);

  async function ask(url: string, init: RequestInit): Promise<Response | undefined> {
    const response = await options.fetch(new Request(url, init)).catch(() => undefined);
    if (response?.status === 404 || response?.status === 400) {
      await response.body?.cancel();
      return undefined;
    }
    if (response?.ok === true) return response;
    await response?.body?.cancel();
    throw new Problem('unavailable', `The artifact server at ${root} does not answer as expected.`, { root });
  }

  const fileUrl = (key: string) => `${root}/${encodeArtifactPath(key)}`;

  return {
    async get(key, range): Promise<BlobBody | undefined> {
      const headers: HeadersInit = range === undefined ? {} : { range: `bytes=${range.start}-${range.end}` };
      const response = await ask(fileUrl(key), { headers });
      if (response?.body === undefined || response.body === null) return undefined;
      const length = Number(response.headers.get('content-length') ?? 0);
      const total = Number(response.headers.get('content-range')?.split('/')[1] ?? length);
      if (range === undefined || response.status === 206) {
        return { body: response.body, size: length, totalSize: total };
      }
      // A server without ranges sends everything.
      const body = response.body.pipeThrough(onlyBytes(range.start, range.end));
      return { body, size: Math.max(Math.min(range.end + 1, length) - range.start, 0), totalSize: length };
    },
    async size(key) {
      const response = await ask(fileUrl(key), { method: 'HEAD' });
      return response === undefined ? undefined : Number(response.headers.get('content-length') ?? 0);
    },
    async list(key) {
      const path = [prefix, key].filter((part) => part !== '').join('/');
      const response = await ask(`${listUrl}?${new URLSearchParams({ path }).toString()}`, {});
      if (response === undefined) return [];
      const { files } = listing.parse(await response.json());
      return files.map((file) => ({ name: file.path, isDirectory: file.is_dir, size: file.file_size }));
    },
  };
}

function onlyBytes(
  start: number,
  end: number,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let position = 0;
  return new TransformStream({
    transform(chunk, controller) {
      const wanted = chunk.subarray(Math.max(start - position, 0), Math.max(end + 1 - position, 0));
      position += chunk.length;
      if (wanted.length > 0) controller.enqueue(wanted);
    },
  });
}
