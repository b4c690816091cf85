import * as operations from '#contract/experiments.ts';
import type { Experiment } from '#contract/experiments.ts';
import { type CallContext, handle, type Handler, workspaceOf } from '#server/http/handler.ts';
import { noteTag } from '#contract/note-tag.ts';
import { toExperiment } from './experiments.service.ts';

async function answer(context: CallContext, id: string): Promise<Experiment> {
  return toExperiment(await context.services.experiments.summary(workspaceOf(context), id));
}

export const experimentHandlers: readonly Handler[] = [
  handle(operations.listExperiments, async ({ query }, context) => {
    const listing = { ...query, search: query.search, workspaceId: workspaceOf(context).id };
    const { experiments, total } = await context.services.experiments.list(listing);
    return { experiments: experiments.map((each) => toExperiment(each)), total };
  }),

  handle(operations.getExperiment, async ({ params }, context) => answer(context, params.experimentId)),

  handle(operations.createExperiment, async ({ body }, context) => {
    const { services, caller } = context;
    const created = await services.experiments.create(workspaceOf(context), body, caller.actor);
    return answer(context, String(created.id));
  }),

  handle(operations.updateExperiment, async ({ params, body }, context) => {
    const { services, caller } = context;
    const change = {
      name: body.name,
      tag: body.note === undefined ? undefined : { key: noteTag, value: body.note },
    };
    await services.experiments.change(workspaceOf(context), params.experimentId, change, caller.actor);
    return answer(context, params.experimentId);
  }),

  handle(operations.deleteExperiment, async ({ params }, context) => {
    const { services, caller } = context;
    await services.experiments.remove(workspaceOf(context), params.experimentId, caller.actor);
    return answer(context, params.experimentId);
  }),

  handle(operations.restoreExperiment, async ({ params }, context) => {
    const { services, caller } = context;
    await services.experiments.restore(workspaceOf(context), params.experimentId, caller.actor);
    return answer(context, params.experimentId);
  }),
];
