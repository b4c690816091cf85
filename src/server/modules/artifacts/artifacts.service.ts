import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { StoredBlob } from '#server/ports/blobs.ts';
import type { Actor } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import { createArtifactPlaces } from './artifact-places.ts';
import { createArtifactReads } from './artifact-reads.ts';
import { subjectOf } from './artifact-subject.ts';
import { recordArtifact, removeArtifactRows } from './artifacts.queries.ts';
import { createMultipartUploads } from './multipart-uploads.ts';

export type ArtifactsService = ReturnType<typeof createArtifactsService>;

/**
 * Files of runs and models. Paths are checked ones (`domain/artifact-path.ts`) below our artifact root; each call
 * takes the workspace it is made in, outside of which nothing exists.
 */
export function createArtifactsService(ports: Ports, live: LiveService) {
  const { database, blobs, clock } = ports;
  const places = createArtifactPlaces(ports);
  const uploads = createMultipartUploads(ports);

  async function record(
    workspace: WorkspaceScope,
    path: string,
    stored: StoredBlob & { readonly uploadId?: string },
    actor: Actor,
  ): Promise<void> {
    const file = { workspaceId: workspace.id, path, ...stored };
    await database.write(recordArtifact, file, { actor, nowMs: clock.nowMs() });
    tell(workspace, path);
  }

  function tell(workspace: WorkspaceScope, path: string): void {
    const { subjectKind, subjectId } = subjectOf(path);
    if (subjectKind === 'run') live.publish(workspace.id, { kind: 'artifacts', runId: subjectId });
  }

  /** Rows first: a file without a row is nothing, a row without a file would be a lie. */
  async function drop(workspace: WorkspaceScope, path: string, actor: Actor): Promise<void> {
    const rows = { workspaceId: workspace.id, path };
    await database.write(removeArtifactRows, rows, { actor, nowMs: clock.nowMs() });
    await blobs.delete(path);
  }

  return {
    ...createArtifactReads(ports, places),

    /** Keeps one part of an open upload; whoever knows the upload's id may send its parts. */
    putPart: (uploadId: string, part: number, body: ReadableStream<Uint8Array>): Promise<StoredBlob> =>
      uploads.putPart(uploadId, part, body),

    /** Takes a file in. It is durable and listed when this resolves; on any failure all is as it was before. */
    async put(
      workspace: WorkspaceScope,
      path: string,
      body: ReadableStream<Uint8Array>,
      actor: Actor,
    ): Promise<StoredBlob> {
      await places.requireOwn(workspace, path);
      return blobs.put(path, body, async (stored) => record(workspace, path, stored, actor));
    },

    /** Removes a file, or a folder with all that is in it; silent where there is nothing. */
    async remove(workspace: WorkspaceScope, path: string, actor: Actor): Promise<void> {
      await places.requireOwn(workspace, path);
      await drop(workspace, path, actor);
      tell(workspace, path);
    },

    /** Removes all that lies at an artifact location of the workspace, where that is below our root. */
    async removeAt(workspace: WorkspaceScope, uri: string, actor: Actor): Promise<void> {
      const place = await places.resolve(workspace, uri);
      if (place.kind === 'own' && place.path !== '') await drop(workspace, place.path, actor);
    },

    /** Removes uploads that were opened long ago and never completed; to be called at start. */
    sweepUploads: uploads.sweepOld,

    async createUpload(
      workspace: WorkspaceScope,
      path: string,
      partCount: number,
      actor: Actor,
    ): Promise<string> {
      await places.requireOwn(workspace, path);
      return uploads.create(workspace, path, partCount, actor);
    },

    /** Ends an upload: the parts become the file. `upload.parts` are part numbers, all of them. */
    async completeUpload(
      workspace: WorkspaceScope,
      path: string,
      upload: { readonly id: string; readonly parts: readonly number[] },
      actor: Actor,
    ): Promise<void> {
      await places.requireOwn(workspace, path);
      await uploads.assemble(path, upload.id, upload.parts, async (stored) =>
        record(workspace, path, { ...stored, uploadId: upload.id }, actor),
      );
      await uploads.sweep(upload.id);
    },

    async abortUpload(
      workspace: WorkspaceScope,
      path: string,
      uploadId: string,
      actor: Actor,
    ): Promise<void> {
      await places.requireOwn(workspace, path);
      await uploads.abort(workspace, path, uploadId, actor);
    },
  };
}
