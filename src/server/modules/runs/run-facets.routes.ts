import { readRunFacets } from '#contract/run-facets.ts';
import { type Handler, handle, workspaceOf } from '#server/http/handler.ts';

export const runFacetHandlers: readonly Handler[] = [
  handle(readRunFacets, async ({ body }, context) =>
    context.services.runFacets.facets(workspaceOf(context), body),
  ),
];
