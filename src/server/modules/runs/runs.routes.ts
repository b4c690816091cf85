import {
  compareRuns,
  deleteRuns,
  getRun,
  listRunFields,
  restoreRuns,
  searchRuns,
  updateRun,
} from '#contract/runs.ts';
import { type Handler, handle, workspaceOf } from '#server/http/handler.ts';

/** The tag that holds a run's note, in Markdown. */
const noteTag = 'mlflow.note.content';

export const runHandlers: readonly Handler[] = [
  handle(searchRuns, async ({ body }, context) =>
    context.services.runSearch.search(workspaceOf(context), body),
  ),

  handle(listRunFields, async ({ query }, context) => {
    const experimentIds = query.experiments?.split(',').filter((id) => id !== '');
    const { search, limit } = query;
    const { metrics, params, tags } = await context.services.runSearch.fields(workspaceOf(context), {
      experimentIds,
      search,
      limit,
    });
    return {
      metrics: [...metrics.keys],
      params: [...params.keys],
      tags: [...tags.keys],
      totals: { metrics: metrics.total, params: params.total, tags: tags.total },
    };
  }),

  handle(getRun, async ({ params }, context) =>
    context.services.runSearch.details(workspaceOf(context), params.runId),
  ),

  handle(compareRuns, async ({ body }, context) =>
    context.services.runSearch.compare(workspaceOf(context), body.runIds),
  ),

  handle(updateRun, async ({ params, body }, context) => {
    const workspace = workspaceOf(context);
    const { services, caller } = context;
    const tags = Object.entries(body.setTags ?? {}).map(([key, value]) => ({ key, value }));
    const note = body.note === undefined ? [] : [{ key: noteTag, value: body.note }];
    const setTags = [...tags, ...note];
    await services.runs.change(
      workspace,
      params.runId,
      {
        name: body.name,
        ...(setTags.length === 0 ? {} : { setTags }),
        ...(body.removeTags === undefined ? {} : { removeTags: body.removeTags }),
      },
      caller.actor,
    );
    return services.runSearch.details(workspace, params.runId);
  }),

  handle(deleteRuns, async ({ body }, context) => ({
    changed: await context.services.runs.remove(workspaceOf(context), body.runIds, context.caller.actor),
  })),

  handle(restoreRuns, async ({ body }, context) => ({
    changed: await context.services.runs.restore(workspaceOf(context), body.runIds, context.caller.actor),
  })),
];
