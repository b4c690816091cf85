import {
  createWorkspace,
  getWorkspace,
  listMembers,
  listWorkspaces,
  updateWorkspace,
} from '#contract/workspaces.ts';
import { handle, workspaceOf, type Handler } from '#server/http/handler.ts';
import { toWorkspace } from './workspaces.service.ts';

export const workspaceHandlers: readonly Handler[] = [
  handle(listWorkspaces, async ({ query }, { services, caller }) => ({
    workspaces: await services.workspaces.list(query.archived ?? false, caller),
  })),
  handle(getWorkspace, async (_input, context) => toWorkspace(workspaceOf(context), context.caller)),
  handle(createWorkspace, async ({ body }, { services, caller }) =>
    toWorkspace(await services.workspaces.create(body, caller.actor), caller),
  ),
  handle(updateWorkspace, async ({ body }, context) => {
    const updated = await context.services.workspaces.update(
      workspaceOf(context),
      body,
      context.caller.actor,
    );
    return toWorkspace(updated, context.caller);
  }),
  handle(listMembers, async (_input, context) => ({
    members: await context.services.workspaces.members(workspaceOf(context)),
  })),
];
