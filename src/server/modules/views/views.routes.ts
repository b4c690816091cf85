import * as operations from '#contract/views.ts';
import { type CallContext, handle, type Handler, workspaceOf } from '#server/http/handler.ts';
import type { DocumentScope } from '#server/modules/documents/documents.service.ts';
import { writeDocument } from './views.service.ts';

const scopeOf = (context: CallContext): DocumentScope => ({
  workspace: workspaceOf(context),
  caller: context.caller,
});

export const viewHandlers: readonly Handler[] = [
  handle(operations.listViews, async ({ query }, context) => ({
    views: await context.services.views.list(scopeOf(context), { ...query, trash: query.trash ?? false }),
  })),

  handle(operations.getView, async ({ params }, context) => {
    const { views } = context.services;
    return views.whole(scopeOf(context), await views.documents.find(scopeOf(context), params.viewId));
  }),

  handle(operations.createView, async ({ body }, context) => {
    const { views } = context.services;
    const { document, name, visibility } = body;
    const draft = { label: document.screen, name, visibility, body: writeDocument(document) };
    return views.whole(scopeOf(context), await views.documents.create(scopeOf(context), draft));
  }),

  handle(operations.updateView, async ({ params, body }, context) => {
    const { views } = context.services;
    const { document, name, visibility, basedOn } = body;
    const revision = document === undefined ? {} : { body: writeDocument(document), label: document.screen };
    const changed = await views.documents.change(scopeOf(context), params.viewId, {
      name,
      visibility,
      basedOn,
      ...revision,
    });
    return views.whole(scopeOf(context), changed);
  }),

  handle(operations.listViewVersions, async ({ params }, context) => ({
    versions: [...(await context.services.views.documents.versions(scopeOf(context), params.viewId))],
  })),

  handle(operations.getViewVersion, async ({ params }, context) => {
    const { views } = context.services;
    const { body, ...version } = await views.documents.version(
      scopeOf(context),
      params.viewId,
      params.version,
    );
    return { ...version, document: views.parseDocument(body) };
  }),

  handle(operations.restoreViewVersion, async ({ params }, context) => {
    const { views } = context.services;
    const scope = scopeOf(context);
    return views.whole(scope, await views.documents.restoreVersion(scope, params.viewId, params.version));
  }),

  handle(operations.deleteView, async ({ params }, context) => {
    const { views } = context.services;
    const scope = scopeOf(context);
    return views.shown(scope, await views.documents.move(scope, params.viewId, true));
  }),

  handle(operations.restoreView, async ({ params }, context) => {
    const { views } = context.services;
    const scope = scopeOf(context);
    return views.shown(scope, await views.documents.move(scope, params.viewId, false));
  }),

  handle(operations.getDefaultView, async ({ params }, context) => ({
    view: await context.services.views.defaultOf(scopeOf(context), params.experimentId),
  })),

  handle(operations.setDefaultView, async ({ params, body }, context) =>
    context.services.views.setDefault(scopeOf(context), params.experimentId, body.viewId),
  ),
];
