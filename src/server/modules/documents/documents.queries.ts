import { all, defineRead, type SqlValue, type Work } from '#server/ports/database.ts';
import {
  bodyOf,
  documentColumns,
  noSuchDocument,
  presentDocument,
  versionsOf,
  withBody,
} from './document-record.queries.ts';
import type {
  DocumentKey,
  DocumentKind,
  DocumentRecord,
  DocumentVersionRecord,
  DocumentWithBody,
} from './documents.types.ts';

export interface DocumentListing {
  readonly workspaceId: number;
  readonly kind: DocumentKind;
  readonly personId: string;
  readonly label: string | undefined;
  readonly trash: boolean;
}

/** Those that a person sees, last changed first. */
export const listDocuments = defineRead('documents.list', 'short', function* (listing: DocumentListing): Work<
  readonly DocumentRecord[]
> {
  const params: SqlValue[] = [listing.workspaceId, listing.kind, listing.personId];
  if (listing.label !== undefined) params.push(listing.label);
  return yield* all<DocumentRecord>(
    `SELECT ${documentColumns} FROM document
     WHERE workspace_id = ? AND kind = ? AND (visibility = 'shared' OR owner_id = ?)
       AND deleted_at_ms IS ${listing.trash ? 'NOT NULL' : 'NULL'} ${listing.label === undefined ? '' : 'AND label = ?'}
     ORDER BY updated_at_ms DESC, id DESC`,
    params,
  );
});

/** Problems: `not-found`, `gone`. */
export const findDocument = defineRead(
  'documents.find',
  'short',
  function* (key: DocumentKey): Work<DocumentWithBody> {
    return yield* withBody(yield* presentDocument(key));
  },
);

export const listDocumentVersions = defineRead(
  'documents.versions',
  'short',
  function* (key: DocumentKey): Work<readonly DocumentVersionRecord[]> {
    return yield* versionsOf((yield* presentDocument(key)).id);
  },
);

/** Problems: `not-found` (also for a version that is not there), `gone`. */
export const findDocumentVersion = defineRead(
  'documents.version',
  'short',
  function* (
    key: DocumentKey & { readonly version: number },
  ): Work<DocumentVersionRecord & { readonly body: string }> {
    const found = yield* bodyOf((yield* presentDocument(key)).id, key.version);
    if (found === undefined) throw noSuchDocument(key.kind, key.id);
    return found;
  },
);
