import type { Caller } from '#server/http/caller.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { WriteDefinition } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import {
  changeDocument,
  type DocumentChange,
  insertDocument,
  moveDocument,
  restoreDocumentVersion,
} from './document-writes.queries.ts';
import {
  findDocument,
  findDocumentVersion,
  listDocuments,
  listDocumentVersions,
} from './documents.queries.ts';
import type { DocumentKey, DocumentKind, DocumentRecord, Visibility } from './documents.types.ts';

/** Who asks, and where. */
export interface DocumentScope {
  readonly workspace: WorkspaceScope;
  readonly caller: Caller;
}

export interface DocumentDraft {
  readonly label: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly body: string;
}

/** What to save; what is absent stays. */
export type DocumentRevision = Partial<
  Pick<DocumentChange, 'name' | 'visibility' | 'body' | 'label' | 'basedOn'>
>;

/**
 * Documents that people write, of one kind: named, private or shared, every version kept, deleted to a trash. Those
 * private to somebody else are `not-found`.
 */
export function createDocumentsService({ database, clock }: Ports, live: LiveService, kind: DocumentKind) {
  const resource = kind === 'view' ? 'views' : 'reports';

  function keyOf({ workspace, caller }: DocumentScope, id: string): DocumentKey {
    return { workspaceId: workspace.id, kind, id: Number(id), personId: caller.actor.personId };
  }

  async function write<I, O extends DocumentRecord>(
    definition: WriteDefinition<I, O>,
    input: I,
    { workspace, caller }: DocumentScope,
  ): Promise<O> {
    const output = await database.write(definition, input, { actor: caller.actor, nowMs: clock.nowMs() });
    live.publish(workspace.id, { kind: 'resource', resource, id: String(output.id) });
    return output;
  }

  return {
    keyOf,

    async list({ workspace, caller }: DocumentScope, query: { label?: string | undefined; trash: boolean }) {
      const { personId } = caller.actor;
      return database.read(listDocuments, {
        workspaceId: workspace.id,
        kind,
        personId,
        label: query.label,
        trash: query.trash,
      });
    },

    async find(scope: DocumentScope, id: string) {
      return database.read(findDocument, keyOf(scope, id));
    },

    async create(scope: DocumentScope, draft: DocumentDraft) {
      const { id: _id, ...key } = keyOf(scope, '0');
      return write(insertDocument, { ...key, ...draft }, scope);
    },

    /** Saves what is given; a new body is a new version. */
    async change(
      scope: DocumentScope,
      id: string,
      { name, visibility, body, label, basedOn }: DocumentRevision,
    ) {
      const input = { ...keyOf(scope, id), name, visibility, body, label, basedOn };
      return write(changeDocument, input, scope);
    },

    async versions(scope: DocumentScope, id: string) {
      return database.read(listDocumentVersions, keyOf(scope, id));
    },

    async version(scope: DocumentScope, id: string, version: number) {
      return database.read(findDocumentVersion, { ...keyOf(scope, id), version });
    },

    async restoreVersion(scope: DocumentScope, id: string, version: number) {
      return write(restoreDocumentVersion, { ...keyOf(scope, id), version }, scope);
    },

    async move(scope: DocumentScope, id: string, trash: boolean) {
      return write(moveDocument, { ...keyOf(scope, id), trash }, scope);
    },
  };
}
