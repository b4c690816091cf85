import { Problem } from '#contract/problem.ts';
import { toFileResponse } from '#server/http/file-response.ts';
import type { ArtifactEntry, ArtifactFolder } from '#server/modules/artifacts/artifacts.types.ts';
import { MlflowFailure } from './failure.ts';

const headers = { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' };

export function jsonAnswer(message: object): Response {
  return new Response(JSON.stringify(message), { headers });
}

/** MLflow's `FileInfo`s, or nothing at all for an empty folder. `prefix` goes before each name. */
export function toFiles(
  entries: readonly ArtifactEntry[],
  prefix: string,
): { readonly files?: readonly object[] } {
  if (entries.length === 0) return {};
  const files = entries.map((entry) => ({
    path: prefix === '' ? entry.name : `${prefix}/${entry.name}`,
    is_dir: entry.isDirectory,
    ...(entry.isDirectory || entry.size === 0 ? {} : { file_size: entry.size }),
  }));
  return { files };
}

/** A file of a run or model as a download; a missing one is named as the caller named it. */
export async function downloadFrom(
  request: Request,
  folder: ArtifactFolder,
  path: string,
): Promise<Response> {
  try {
    return await toFileResponse(request, await folder.open(path), 'download');
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not-found') throw error;
    throw new MlflowFailure('RESOURCE_DOES_NOT_EXIST', `No such artifact: '${path}'`);
  }
}

/** The bytes of an upload; an empty file may come without any body. */
export function bodyOf(request: Request): ReadableStream<Uint8Array> {
  return request.body ?? new Blob([]).stream();
}

/** A sender that went away in the middle is nothing to report. */
export async function untilSenderLeaves<T>(request: Request, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!request.signal.aborted || error instanceof Problem) throw error;
    throw new MlflowFailure('CANCELLED', 'The upload was broken off by its sender.');
  }
}
