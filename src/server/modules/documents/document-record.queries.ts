import { Problem } from '#contract/problem.ts';
import { all, first, type Work } from '#server/ports/database.ts';
import type {
  DocumentKey,
  DocumentKind,
  DocumentRecord,
  DocumentVersionRecord,
  DocumentWithBody,
} from './documents.types.ts';

export const documentColumns = `id, workspace_id AS "workspaceId", kind, label, name, visibility, owner_id AS "ownerId",
  owner_name AS "ownerName", version, created_at_ms AS "createdAtMs", updated_at_ms AS "updatedAtMs",
  updated_by AS "updatedBy", deleted_at_ms AS "deletedAtMs"`;

export const versionColumns = `version, author, at_ms AS "atMs", restored_from AS "restoredFrom"`;

export function noSuchDocument(kind: DocumentKind, id: number): Problem {
  return new Problem('not-found', `There is no ${kind} ${id} here.`, { [`${kind}Id`]: String(id) });
}

/** The document, also one in the trash. Problem: `not-found`. */
export function* documentByKey(key: DocumentKey): Work<DocumentRecord> {
  const found = yield* first<DocumentRecord>(
    `SELECT ${documentColumns} FROM document
     WHERE id = ? AND workspace_id = ? AND kind = ? AND (visibility = 'shared' OR owner_id = ?)`,
    [key.id, key.workspaceId, key.kind, key.personId],
  );
  if (found === undefined) throw noSuchDocument(key.kind, key.id);
  return found;
}

/** The document, refused where it is in the trash. Problems: `not-found`, `gone`. */
export function* presentDocument(key: DocumentKey): Work<DocumentRecord> {
  const found = yield* documentByKey(key);
  if (found.deletedAtMs === null) return found;
  throw new Problem('gone', `The ${key.kind} "${found.name}" is in the trash. Restore it to use it.`, {
    [`${key.kind}Id`]: String(key.id),
    name: found.name,
    deletedAtMs: found.deletedAtMs,
  });
}

export function* bodyOf(
  id: number,
  version: number,
): Work<(DocumentVersionRecord & { body: string }) | undefined> {
  return yield* first<DocumentVersionRecord & { body: string }>(
    `SELECT ${versionColumns}, body FROM document_version WHERE document_id = ? AND version = ?`,
    [id, version],
  );
}

export function* withBody(record: DocumentRecord): Work<DocumentWithBody> {
  const newest = yield* bodyOf(record.id, record.version);
  return { ...record, body: newest?.body ?? '' };
}

export function* versionsOf(id: number): Work<readonly DocumentVersionRecord[]> {
  return yield* all<DocumentVersionRecord>(
    `SELECT ${versionColumns} FROM document_version WHERE document_id = ? ORDER BY version DESC`,
    [id],
  );
}
