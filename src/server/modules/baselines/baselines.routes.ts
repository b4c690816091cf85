import { clearBaseline, setBaseline } from '#contract/baselines.ts';
import type { Experiment } from '#contract/experiments.ts';
import { type CallContext, handle, type Handler, workspaceOf } from '#server/http/handler.ts';
import { toExperiment } from '#server/modules/experiments/experiments.service.ts';

async function change(context: CallContext, id: string, runId: string | null): Promise<Experiment> {
  const workspace = workspaceOf(context);
  const { baselines, experiments } = context.services;
  await baselines.change(workspace, id, runId, context.caller.actor);
  return toExperiment(await experiments.summary(workspace, id));
}

export const baselineHandlers: readonly Handler[] = [
  handle(setBaseline, async ({ params, body }, context) => change(context, params.experimentId, body.runId)),
  handle(clearBaseline, async ({ params }, context) => change(context, params.experimentId, null)),
];
