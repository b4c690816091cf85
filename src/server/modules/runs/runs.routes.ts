import { noteTag } from '#contract/note-tag.ts';
import {
  compareRuns,
  deleteRuns,
  getRun,
  listRunFields,
  readSparklines,
  restoreRuns,
  searchRuns,
  updateRun,
} from '#contract/runs.ts';
import { readRunColumns } from '#contract/run-columns.ts';
import type { FieldUse } from './run-fields.queries.ts';
import { type Handler, handle, workspaceOf } from '#server/http/handler.ts';

export const runHandlers: readonly Handler[] = [
  handle(searchRuns, async ({ body }, context) =>
    context.services.runSearch.search(workspaceOf(context), body),
  ),

  handle(readRunColumns, async ({ body }, context) =>
    context.services.runColumns.columns(workspaceOf(context), body),
  ),

  handle(readSparklines, async ({ body }, context) => ({
    sparklines: await context.services.runSearch.sparklines(workspaceOf(context), body.runIds, body.key),
  })),

  handle(listRunFields, async ({ query }, context) => {
    const experiments = query.experiments?.split(',').filter((id) => id !== '');
    const wanted = (query.search ?? '').toLowerCase();
    const { metrics, params, tags } = await context.services.runSearch.fields(
      workspaceOf(context),
      experiments,
    );
    const matching = <F extends FieldUse>(all: readonly F[]) =>
      all.filter(({ key }) => key.toLowerCase().includes(wanted));
    const found = { metrics: matching(metrics), params: matching(params), tags: matching(tags) };
    return {
      metrics: found.metrics.slice(0, query.limit),
      params: found.params.slice(0, query.limit),
      tags: found.tags.slice(0, query.limit),
      totals: {
        metrics: found.metrics.length,
        params: found.params.length,
        tags: found.tags.length,
      },
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

  handle(deleteRuns, async ({ body }, context) => {
    const { services, caller } = context;
    const runIds = await services.runs.remove(workspaceOf(context), body.runIds, caller.actor);
    return { changed: runIds.length, runIds };
  }),

  handle(restoreRuns, async ({ body }, context) => {
    const { services, caller } = context;
    const runIds = await services.runs.restore(workspaceOf(context), body.runIds, caller.actor);
    return { changed: runIds.length, runIds };
  }),
];
