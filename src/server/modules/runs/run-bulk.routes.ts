import { editRuns, moveRuns, purgeRuns, updateRuns } from '#contract/runs-bulk.ts';
import { type Handler, handle, workspaceOf } from '#server/http/handler.ts';

export const runBulkHandlers: readonly Handler[] = [
  handle(updateRuns, async ({ body }, context) =>
    context.services.runBulk.update(workspaceOf(context), body, context.caller.actor),
  ),
  handle(editRuns, async ({ body }, context) =>
    context.services.runBulk.edit(workspaceOf(context), body.edits, context.caller.actor),
  ),
  handle(moveRuns, async ({ body }, context) =>
    context.services.runBulk.move(workspaceOf(context), body.runIds, body.experimentId, context.caller.actor),
  ),
  handle(purgeRuns, async ({ body }, context) =>
    context.services.runBulk.purge(workspaceOf(context), body.runIds, context.caller.actor),
  ),
];
