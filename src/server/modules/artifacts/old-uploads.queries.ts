import { all, defineWrite, type Work } from '#server/ports/database.ts';
import { subjectOf } from './artifact-subject.ts';

interface OldUpload {
  readonly uploadId: string;
  readonly path: string;
  readonly workspaceId: number;
}

/** Forgets the uploads opened before a time and never completed; their parts are left to the caller. */
export const forgetOldUploads = defineWrite(
  'artifacts.forget-old-uploads',
  function* (input: { readonly beforeMs: number; readonly defaultSlug: string }): Work<readonly OldUpload[]> {
    const gone = yield* all<Omit<OldUpload, 'workspaceId'>>(
      `DELETE FROM artifact_upload WHERE created_at_ms < ?
        RETURNING upload_id AS "uploadId", artifact_key AS "path"`,
      [input.beforeMs],
    );
    if (gone.length === 0) return [];
    const workspaces = yield* all<{ id: number; slug: string }>(`SELECT id, slug FROM workspace`);
    const idOf = new Map(workspaces.map(({ id, slug }) => [slug, id]));
    return gone.map((upload) => {
      const slug = /^workspaces\/([^/]+)\//.exec(upload.path)?.[1] ?? input.defaultSlug;
      return { ...upload, workspaceId: idOf.get(slug) ?? 0 };
    });
  },
  (_input, gone) =>
    gone
      .filter(({ workspaceId }) => workspaceId > 0)
      .map(({ workspaceId, path }) => ({
        workspaceId,
        action: 'artifact.abandon-upload',
        ...subjectOf(path),
        detail: { path },
      })),
);
