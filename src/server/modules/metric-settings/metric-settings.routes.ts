import { listMetricSettings, setMetricDirection } from '#contract/metric-settings.ts';
import { handle, type Handler, workspaceOf } from '#server/http/handler.ts';

export const metricSettingHandlers: readonly Handler[] = [
  handle(listMetricSettings, async (_input, context) => ({
    settings: [...(await context.services.metricSettings.list(workspaceOf(context)))],
  })),
  handle(setMetricDirection, async ({ body }, context) =>
    context.services.metricSettings.setDirection(workspaceOf(context), body, context.caller.actor),
  ),
];
