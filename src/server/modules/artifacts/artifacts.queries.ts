import { Problem } from '#contract/problem.ts';
import { foldersAbove, splitArtifactPath } from '#domain/artifact-path.ts';
import { all, defineRead, defineWrite, first, run, type Work } from '#server/ports/database.ts';
import { type ArtifactSubject, subjectOf } from './artifact-subject.ts';

export interface ArtifactRow {
  readonly name: string;
  /** 1 for a folder. */
  readonly isDirectory: number;
  readonly sizeBytes: number;
  /** Empty for a folder. */
  readonly sha256: string;
  readonly createdAtMs: number;
}

const columns = `name, is_directory AS "isDirectory", size_bytes AS "sizeBytes", sha256, created_at_ms AS "createdAtMs"`;

function* findRow(path: string): Work<ArtifactRow | undefined> {
  const { folder, name } = splitArtifactPath(path);
  return yield* first<ArtifactRow>(`SELECT ${columns} FROM artifact WHERE folder = ? AND name = ?`, [
    folder,
    name,
  ]);
}

export const findArtifact = defineRead('artifacts.find', 'short', findRow);

export const listArtifactRows = defineRead('artifacts.list', 'long', function* (folder: string): Work<
  readonly ArtifactRow[]
> {
  return yield* all<ArtifactRow>(`SELECT ${columns} FROM artifact WHERE folder = ? ORDER BY name`, [folder]);
});

export interface RecordedFile {
  readonly workspaceId: number;
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** The multipart upload that this file completes. */
  readonly uploadId?: string;
}

/** Makes a file, whose bytes are durable already, part of the folder listings. */
export const recordArtifact = defineWrite(
  'artifacts.record',
  function* (input: RecordedFile, { actor, nowMs }): Work<ArtifactSubject> {
    for (const folder of foldersAbove(input.path)) yield* addFolder(folder, actor.personId, nowMs);
    const existing = yield* findRow(input.path);
    if (existing?.isDirectory === 1) {
      throw new Problem('conflict', `There is a folder at "${input.path}".`, { path: input.path });
    }
    const { folder, name } = splitArtifactPath(input.path);
    yield* run(
      `INSERT INTO artifact (folder, name, is_directory, size_bytes, sha256, created_at_ms, person_id)
       VALUES (?, ?, 0, ?, ?, ?, ?)
       ON CONFLICT (folder, name) DO UPDATE SET size_bytes = excluded.size_bytes, sha256 = excluded.sha256,
         created_at_ms = excluded.created_at_ms, person_id = excluded.person_id`,
      [folder, name, input.size, input.sha256, nowMs, actor.personId],
    );
    if (input.uploadId !== undefined) yield* removeUpload(input.uploadId);
    return subjectOf(input.path);
  },
  ({ workspaceId, path }, subject) => [
    { workspaceId, action: 'artifact.write', ...subject, detail: { path }, sumCount: 1 },
  ],
);

function* addFolder(path: string, personId: string, nowMs: number): Work<void> {
  const existing = yield* findRow(path);
  if (existing?.isDirectory === 1) return;
  if (existing !== undefined) throw new Problem('conflict', `"${path}" is a file, not a folder.`, { path });
  const { folder, name } = splitArtifactPath(path);
  yield* run(
    `INSERT INTO artifact (folder, name, is_directory, size_bytes, sha256, created_at_ms, person_id)
     VALUES (?, ?, 1, 0, '', ?, ?)`,
    [folder, name, nowMs, personId],
  );
}

/** Forgets a file, or a folder with all that is in it. Tells how many files went. */
export const removeArtifactRows = defineWrite(
  'artifacts.remove',
  function* ({ path }: { readonly workspaceId: number; readonly path: string }): Work<number> {
    const { folder, name } = splitArtifactPath(path);
    // Everything below is in folders that start with "<path>/"; "0" is the character after "/".
    const within = `((folder = ? AND name = ?) OR folder = ? OR (folder >= ? AND folder < ?))`;
    const params = [folder, name, path, `${path}/`, `${path}0`];
    const counted = yield* first<{ files: number }>(
      `SELECT COUNT(*) AS "files" FROM artifact WHERE is_directory = 0 AND ${within}`,
      params,
    );
    yield* run(`DELETE FROM artifact WHERE ${within}`, params);
    return counted?.files ?? 0;
  },
  ({ workspaceId, path }, files) =>
    files === 0
      ? []
      : [{ workspaceId, action: 'artifact.delete', ...subjectOf(path), detail: { path, files } }],
);

export interface Upload {
  readonly path: string;
  readonly partCount: number;
}

export const insertUpload = defineWrite(
  'artifacts.upload',
  function* (
    input: Upload & { readonly workspaceId: number; readonly uploadId: string },
    { nowMs },
  ): Work<ArtifactSubject> {
    yield* run(
      `INSERT INTO artifact_upload (upload_id, artifact_key, part_count, created_at_ms) VALUES (?, ?, ?, ?)`,
      [input.uploadId, input.path, input.partCount, nowMs],
    );
    return subjectOf(input.path);
  },
  ({ workspaceId, path }, subject) => [
    { workspaceId, action: 'artifact.upload', ...subject, detail: { path } },
  ],
);

export const findUpload = defineRead('artifacts.find-upload', 'short', function* (uploadId: string): Work<
  Upload | undefined
> {
  return yield* first<Upload>(
    `SELECT artifact_key AS "path", part_count AS "partCount" FROM artifact_upload WHERE upload_id = ?`,
    [uploadId],
  );
});

export const abandonUpload = defineWrite(
  'artifacts.abandon-upload',
  function* (input: {
    readonly workspaceId: number;
    readonly uploadId: string;
    readonly path: string;
  }): Work<void> {
    yield* removeUpload(input.uploadId);
  },
  ({ workspaceId, path }) => [
    { workspaceId, action: 'artifact.abandon-upload', ...subjectOf(path), detail: { path } },
  ],
);

function* removeUpload(uploadId: string): Work<void> {
  yield* run(`DELETE FROM artifact_upload WHERE upload_id = ?`, [uploadId]);
}

/** The workspace of an experiment. */
export const findExperimentWorkspace = defineRead(
  'artifacts.experiment-workspace',
  'short',
  function* (experimentId: number): Work<number | undefined> {
    const row = yield* first<{ workspaceId: number }>(
      `SELECT workspace_id AS "workspaceId" FROM experiment WHERE id = ?`,
      [experimentId],
    );
    return row?.workspaceId;
  },
);

interface Owned {
  readonly workspaceId: number;
  readonly id: string;
}

/** Where a run keeps its artifacts. */
export const findRunLocation = defineRead('artifacts.run-location', 'short', function* (input: Owned): Work<
  string | undefined
> {
  const row = yield* first<{ uri: string }>(
    `SELECT artifact_uri AS "uri" FROM run WHERE run_id = ? AND workspace_id = ?`,
    [input.id, input.workspaceId],
  );
  return row?.uri;
});

/** Where a logged model keeps its artifacts. */
export const findModelLocation = defineRead(
  'artifacts.model-location',
  'short',
  function* (input: Owned): Work<string | undefined> {
    const row = yield* first<{ uri: string }>(
      `SELECT artifact_uri AS "uri" FROM logged_model WHERE model_id = ? AND workspace_id = ?`,
      [input.id, input.workspaceId],
    );
    return row?.uri;
  },
);
