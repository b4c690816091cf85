import {
  type ArtifactEntry,
  deleteArtifact,
  listArtifacts,
  previewArtifact,
  readArtifact,
} from '#contract/artifacts.ts';
import { Problem } from '#contract/problem.ts';
import { checkArtifactPath } from '#domain/artifact-path.ts';
import { guessEncoding } from '#domain/text-preview.ts';
import { toFileResponse } from '#server/http/file-response.ts';
import { type CallContext, handle, type Handler, workspaceOf } from '#server/http/handler.ts';
import type { ArtifactEntry as FoundEntry, ArtifactFile, ArtifactFolder } from './artifacts.types.ts';

export const artifactHandlers: readonly Handler[] = [
  handle(listArtifacts, async ({ params, query }, context) => {
    const path = query.path === '' ? '' : check(query.path);
    const { location, place, list } = await folderOf(context, params.runId);
    const entries = await list(path);
    const folders = entries.filter((entry) => entry.isDirectory);
    const files = entries.filter((entry) => !entry.isDirectory);
    return {
      path,
      location,
      reachable: place.kind !== 'elsewhere',
      entries: [...folders, ...files].map((entry) => toEntry(path, entry)),
    };
  }),

  handle(previewArtifact, async ({ params, query }, context) => {
    const file = await (await folderOf(context, params.runId)).open(check(query.path));
    const end = Math.min(query.bytes, file.size) - 1;
    const bytes =
      end < 0
        ? new Uint8Array()
        : new Uint8Array(await new Response(await file.read({ start: 0, end })).arrayBuffer());
    const truncated = file.size > bytes.length;
    const encoding = guessEncoding(bytes, truncated);
    return {
      path: query.path,
      size: file.size,
      sha256: file.sha256 ?? null,
      // `stream` drops a last character that the cut has left incomplete.
      text: encoding === undefined ? null : new TextDecoder(encoding).decode(bytes, { stream: truncated }),
      encoding: encoding ?? null,
      truncated,
    };
  }),

  handle(readArtifact, async ({ params, query }, context) => {
    const file = await (await folderOf(context, params.runId)).open(check(query.path));
    const { start, end } = query;
    return start === undefined && end === undefined
      ? toFileResponse(context.request, file, query.as)
      : toPartResponse(file, start ?? 0, end ?? file.size);
  }),

  handle(deleteArtifact, async ({ params, query }, context) => {
    const path = check(query.path);
    const { place } = await folderOf(context, params.runId);
    if (place.kind !== 'own') {
      throw new Problem('conflict', 'These artifacts are not kept by Atelier: delete them where they are.');
    }
    const { artifacts } = context.services;
    await artifacts.remove(workspaceOf(context), `${place.path}/${path}`, context.caller.actor);
    return undefined;
  }),
];

const maxPartBytes = 64 * 1024 * 1024;

/** A span of a file as bytes and nothing else, for viewers that read a file here and there. */
async function toPartResponse(file: ArtifactFile, start: number, end: number): Promise<Response> {
  const stop = Math.min(end, file.size);
  if (stop - start > maxPartBytes) {
    throw new Problem('invalid-input', `A part has at most ${maxPartBytes} bytes; ask for several.`, {
      limit: maxPartBytes,
    });
  }
  const body = stop <= start ? null : await file.read({ start, end: stop - 1 });
  return new Response(body, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'content-length': String(Math.max(0, stop - start)),
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-cache',
    },
  });
}

function check(text: string): string {
  const path = checkArtifactPath(text);
  if (path === undefined) throw new Problem('invalid-input', 'Invalid path', { path: text });
  return path;
}

async function folderOf(context: CallContext, runId: string): Promise<ArtifactFolder> {
  const folder = await context.services.artifacts.ofRun(workspaceOf(context), runId);
  if (folder !== undefined) return folder;
  throw new Problem('not-found', `There is no run "${runId}" in this workspace.`, { runId });
}

function toEntry(folder: string, entry: FoundEntry): ArtifactEntry {
  return {
    name: entry.name,
    path: folder === '' ? entry.name : `${folder}/${entry.name}`,
    isDirectory: entry.isDirectory,
    size: entry.size,
    sha256: entry.sha256 ?? null,
    createdAtMs: entry.createdAtMs ?? null,
  };
}
