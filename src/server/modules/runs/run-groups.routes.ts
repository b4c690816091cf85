import { groupRuns } from '#contract/run-groups.ts';
import { type Handler, handle, workspaceOf } from '#server/http/handler.ts';

export const runGroupHandlers: readonly Handler[] = [
  handle(groupRuns, async ({ body }, context) =>
    context.services.runGroups.groups(workspaceOf(context), body),
  ),
];
