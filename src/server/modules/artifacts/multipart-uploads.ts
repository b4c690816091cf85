import { Problem } from '#contract/problem.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import { defaultWorkspaceSlug } from '#server/modules/workspaces/workspaces.service.ts';
import type { Actor } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import type { ConfirmStored, StoredBlob } from '#server/ports/blobs.ts';
import { forgetOldUploads } from './old-uploads.queries.ts';
import { abandonUpload, findUpload, insertUpload, type Upload } from './artifacts.queries.ts';

const maxParts = 10_000;
const dayMs = 24 * 60 * 60 * 1000;
/** An upload that is not completed by then never will be: clients keep its id in memory alone. */
const abandonedAfterMs = 7 * dayMs;
const sweeper: Actor = { personId: 'system', name: 'Atelier', via: 'system' };

/** Large files that come in parts, each of which can be sent again. */
export function createMultipartUploads({ database, blobs, clock, ids }: Ports) {
  async function find(uploadId: string): Promise<Upload> {
    const upload = await database.read(findUpload, uploadId);
    if (upload === undefined) {
      throw new Problem('not-found', `There is no upload "${uploadId.slice(0, 64)}".`, { uploadId });
    }
    return upload;
  }

  let sweptAtMs = -Infinity;

  /** Removes uploads that nobody completes, with their parts; at most once a day. */
  async function sweepOld(): Promise<void> {
    const nowMs = clock.nowMs();
    if (nowMs - sweptAtMs < dayMs) return;
    sweptAtMs = nowMs;
    const input = { beforeMs: nowMs - abandonedAfterMs, defaultSlug: defaultWorkspaceSlug };
    const gone = await database.write(forgetOldUploads, input, { actor: sweeper, nowMs });
    for (const { uploadId } of gone) await blobs.delete(partsFolder(uploadId));
  }

  return {
    sweepOld,

    /** Opens an upload; its id is all that a part has to show. */
    async create(workspace: WorkspaceScope, path: string, partCount: number, actor: Actor): Promise<string> {
      if (!Number.isInteger(partCount) || partCount < 1 || partCount > maxParts) {
        throw new Problem('invalid-input', `An upload has 1 to ${maxParts} parts, not ${partCount}.`, {
          partCount,
        });
      }
      await sweepOld();
      const uploadId = ids.hex32();
      const input = { workspaceId: workspace.id, uploadId, path, partCount };
      await database.write(insertUpload, input, { actor, nowMs: clock.nowMs() });
      return uploadId;
    },

    /** Keeps one part, durable when resolved; parts count from 1. */
    async putPart(uploadId: string, part: number, body: ReadableStream<Uint8Array>): Promise<StoredBlob> {
      const { partCount } = await find(uploadId);
      if (!Number.isInteger(part) || part < 1 || part > partCount) {
        throw new Problem('invalid-input', `This upload has parts 1 to ${partCount}, not ${part}.`, { part });
      }
      return blobs.put(partKey(uploadId, part), body);
    },

    /** Puts the parts together at the place that the upload was opened for. */
    async assemble(
      path: string,
      uploadId: string,
      parts: readonly number[],
      confirm: ConfirmStored,
    ): Promise<StoredBlob> {
      const upload = await find(uploadId);
      if (upload.path !== path) {
        throw new Problem('invalid-input', `This upload is not for "${path}".`, { path });
      }
      const wanted = Array.from({ length: upload.partCount }, (_each, index) => index + 1);
      const given = new Set(parts);
      const missing = wanted.filter((part) => !given.has(part));
      if (missing.length > 0 || given.size !== wanted.length) {
        throw new Problem(
          'invalid-input',
          `The upload has ${upload.partCount} parts; missing: ${missing.join(', ')}.`,
        );
      }
      for (const part of wanted) {
        if ((await blobs.size(partKey(uploadId, part))) === undefined) {
          throw new Problem('invalid-input', `Part ${part} of the upload has not arrived.`, { part });
        }
      }
      return blobs.join(
        path,
        wanted.map((part) => partKey(uploadId, part)),
        confirm,
      );
    },

    /** Forgets an upload and its parts. */
    async abort(workspace: WorkspaceScope, path: string, uploadId: string, actor: Actor): Promise<void> {
      const upload = await find(uploadId);
      if (upload.path !== path)
        throw new Problem('invalid-input', `This upload is not for "${path}".`, { path });
      const input = { workspaceId: workspace.id, uploadId, path };
      await database.write(abandonUpload, input, { actor, nowMs: clock.nowMs() });
      await blobs.delete(partsFolder(uploadId));
    },

    /** Removes what an upload leaves behind once its file is recorded. */
    sweep: (uploadId: string): Promise<void> => blobs.delete(partsFolder(uploadId)),
  };
}

function partsFolder(uploadId: string): string {
  return `.uploads/${uploadId}`;
}

function partKey(uploadId: string, part: number): string {
  return `${partsFolder(uploadId)}/${part}`;
}
