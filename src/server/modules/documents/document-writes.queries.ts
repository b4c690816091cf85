import { Problem } from '#contract/problem.ts';
import { type AuditEntry, defineWrite, first, run, type Work } from '#server/ports/database.ts';
import {
  bodyOf,
  documentByKey,
  noSuchDocument,
  presentDocument,
  withBody,
} from './document-record.queries.ts';
import type { DocumentKey, DocumentRecord, DocumentWithBody, Visibility } from './documents.types.ts';

export interface NewDocument extends Omit<DocumentKey, 'id'> {
  readonly label: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly body: string;
}

export const insertDocument = defineWrite(
  'documents.insert',
  function* (input: NewDocument, { actor, nowMs }): Work<DocumentWithBody> {
    const inserted = yield* first<{ id: number }>(
      `INSERT INTO document (workspace_id, kind, label, name, visibility, owner_id, owner_name, version,
         created_at_ms, updated_at_ms, updated_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?) RETURNING id`,
      [
        input.workspaceId,
        input.kind,
        input.label,
        input.name,
        input.visibility,
        input.personId,
        actor.name,
        nowMs,
        nowMs,
        actor.name,
      ],
    );
    if (inserted === undefined) throw new Error('The document just inserted is not there.');
    yield* insertVersion({ id: inserted.id, version: 1 }, input.body, { author: actor.name, atMs: nowMs });
    return yield* withBody(yield* documentByKey({ ...input, id: inserted.id }));
  },
  (input, output) => [trail(output, 'create', { visibility: input.visibility })],
);

/** What to change; what is absent stays. */
export interface DocumentChange extends DocumentKey {
  readonly name: string | undefined;
  readonly visibility: Visibility | undefined;
  readonly body: string | undefined;
  readonly label: string | undefined;
  /** The version that the body was made from. */
  readonly basedOn: number | undefined;
}

/** Problems: `not-found`, `gone`, and `conflict` where there is a version newer than the one it was based on. */
export const changeDocument = defineWrite(
  'documents.change',
  function* (input: DocumentChange, { actor, nowMs }): Work<DocumentWithBody> {
    const before = yield* withBody(yield* presentDocument(input));
    if (input.body !== undefined) refuseOutdated(before, input.basedOn);
    // Saving what is there already makes no version.
    const isNew = input.body !== undefined && input.body !== before.body;
    const version = before.version + (isNew ? 1 : 0);
    if (isNew) {
      yield* insertVersion({ id: before.id, version }, input.body ?? '', { author: actor.name, atMs: nowMs });
    }
    yield* run(
      `UPDATE document SET name = ?, visibility = ?, label = ?, version = ?, updated_at_ms = ?, updated_by = ?
       WHERE id = ?`,
      [
        input.name ?? before.name,
        input.visibility ?? before.visibility,
        input.label ?? before.label,
        version,
        nowMs,
        actor.name,
        before.id,
      ],
    );
    return yield* withBody(yield* documentByKey(input));
  },
  (input, output) => [
    trail(output, 'update', {
      ...(input.visibility === undefined ? {} : { visibility: input.visibility }),
      ...(input.body === undefined ? {} : { version: output.version }),
    }),
  ],
);

function refuseOutdated(now: DocumentRecord, basedOn: number | undefined): void {
  if (basedOn === undefined || basedOn === now.version) return;
  throw new Problem(
    'conflict',
    `${now.updatedBy} saved version ${now.version} meanwhile; yours was made from version ${basedOn}. Look at theirs, then save again or save a copy.`,
    { version: now.version, basedOn },
  );
}

/** Problems: `not-found`, `gone`. */
export const restoreDocumentVersion = defineWrite(
  'documents.restore-version',
  function* (input: DocumentKey & { readonly version: number }, { actor, nowMs }): Work<DocumentWithBody> {
    const now = yield* presentDocument(input);
    const wanted = yield* bodyOf(now.id, input.version);
    if (wanted === undefined) throw noSuchDocument(input.kind, input.id);
    const version = now.version + 1;
    yield* insertVersion({ id: now.id, version }, wanted.body, {
      author: actor.name,
      atMs: nowMs,
      restoredFrom: input.version,
    });
    yield* run(`UPDATE document SET version = ?, updated_at_ms = ?, updated_by = ? WHERE id = ?`, [
      version,
      nowMs,
      actor.name,
      now.id,
    ]);
    return yield* withBody(yield* documentByKey(input));
  },
  (input, output) => [trail(output, 'update', { version: output.version, restoredFrom: input.version })],
);

/** Into the trash, or out of it; asked twice it is done once. */
export const moveDocument = defineWrite(
  'documents.move',
  function* (input: DocumentKey & { readonly trash: boolean }, { nowMs }): Work<DocumentRecord> {
    const found = yield* documentByKey(input);
    if ((found.deletedAtMs !== null) !== input.trash) {
      yield* run(`UPDATE document SET deleted_at_ms = ? WHERE id = ?`, [
        input.trash ? nowMs : null,
        found.id,
      ]);
    }
    return yield* documentByKey(input);
  },
  (input, output) => [trail(output, input.trash ? 'delete' : 'restore')],
);

function* insertVersion(
  { id, version }: { readonly id: number; readonly version: number },
  body: string,
  made: { readonly author: string; readonly atMs: number; readonly restoredFrom?: number },
): Work<void> {
  yield* run(
    `INSERT INTO document_version (document_id, version, body, author, at_ms, restored_from)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [id, version, body, made.author, made.atMs, made.restoredFrom ?? null],
  );
}

/** Everybody may read it: what is private goes without its name. */
function trail(
  { workspaceId, kind, id, name, visibility }: DocumentRecord,
  verb: string,
  detail: Readonly<Record<string, unknown>> = {},
): AuditEntry {
  return {
    workspaceId,
    action: `${kind}.${verb}`,
    subjectKind: kind,
    subjectId: String(id),
    detail: { ...(visibility === 'private' ? {} : { name }), ...detail },
  };
}
