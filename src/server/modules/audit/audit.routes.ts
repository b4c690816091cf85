import { listActivity } from '#contract/activity.ts';
import { handle, workspaceOf, type Handler } from '#server/http/handler.ts';

export const auditHandlers: readonly Handler[] = [
  handle(listActivity, async ({ query }, context) =>
    context.services.audit.list({
      workspaceId: workspaceOf(context).id,
      before: query.before,
      subjectKind: query.subjectKind,
      subjectId: query.subjectId,
      limit: query.limit,
    }),
  ),
];
