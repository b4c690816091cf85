import { type SavedView, type SavedViewWithDocument, viewDocument, viewScreen } from '#contract/views.ts';
import type { ViewDocument } from '#contract/views.ts';
import { createDocumentsService, type DocumentScope } from '#server/modules/documents/documents.service.ts';
import type { DocumentRecord, DocumentWithBody } from '#server/modules/documents/documents.types.ts';
import { keyOf } from '#server/modules/experiments/experiments.service.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { Ports } from '#server/ports/ports.ts';
import { changeDefaultView, findDefaultView, listDefaultViews } from './views.queries.ts';

export type ViewsService = ReturnType<typeof createViewsService>;

/** Saved views over the documents: each holds a `ViewDocument`. */
export function createViewsService(ports: Ports, live: LiveService) {
  const { database, clock } = ports;
  const documents = createDocumentsService(ports, live, 'view');

  async function defaultsOf({ workspace }: DocumentScope): Promise<ReadonlyMap<number, readonly string[]>> {
    const rows = await database.read(listDefaultViews, workspace.id);
    const grouped = Map.groupBy(rows, (row) => row.viewId);
    return new Map([...grouped].map(([id, all]) => [id, all.map((row) => String(row.experimentId))]));
  }

  async function shown(scope: DocumentScope, record: DocumentRecord): Promise<SavedView> {
    return toView(record, (await defaultsOf(scope)).get(record.id) ?? []);
  }

  async function whole(scope: DocumentScope, record: DocumentWithBody): Promise<SavedViewWithDocument> {
    return { ...(await shown(scope, record)), document: parseDocument(record.body) };
  }

  return {
    documents,
    parseDocument,
    shown,
    whole,

    async list(
      scope: DocumentScope,
      query: { screen?: string | undefined; trash: boolean },
    ): Promise<SavedView[]> {
      const records = await documents.list(scope, { label: query.screen, trash: query.trash });
      const defaults = await defaultsOf(scope);
      return records.map((record) => toView(record, defaults.get(record.id) ?? []));
    },

    async defaultOf(scope: DocumentScope, experimentId: string): Promise<SavedViewWithDocument | null> {
      const found = await database.read(findDefaultView, keyOf(scope.workspace, experimentId));
      return found === undefined ? null : whole(scope, found);
    },

    async setDefault(scope: DocumentScope, experimentId: string, viewId: string | null) {
      const { workspace, caller } = scope;
      const view = viewId === null ? undefined : documents.keyOf(scope, viewId);
      const changed = await database.write(
        changeDefaultView,
        { ...keyOf(workspace, experimentId), view },
        { actor: caller.actor, nowMs: clock.nowMs() },
      );
      live.publish(workspace.id, {
        kind: 'resource',
        resource: 'views',
        id: viewId ?? String(changed.before),
      });
      return {
        view: changed.view === undefined ? null : await whole(scope, changed.view),
        before: changed.before === undefined ? null : String(changed.before),
      };
    },
  };
}

/** How a document is kept: parts that are empty are as usual, and not written. */
export function writeDocument(document: ViewDocument): string {
  return JSON.stringify(document);
}

function parseDocument(body: string): ViewDocument {
  return viewDocument.parse(JSON.parse(body));
}

function toView(record: DocumentRecord, defaultOf: readonly string[]): SavedView {
  const { id, ownerName, label, workspaceId: _ws, kind: _kind, ownerId: _owner, ...rest } = record;
  return {
    ...rest,
    viewId: String(id),
    screen: viewScreen.parse(label),
    owner: ownerName,
    defaultOf: [...defaultOf],
  };
}
