import * as table from '#contract/mlflow/workspaces.ts';
import { Problem } from '#contract/problem.ts';
import { createWorkspace } from '#contract/workspaces.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import { requireRole } from '#server/http/route.ts';
import { defaultWorkspaceSlug } from '#server/modules/workspaces/workspaces.service.ts';
import { bindServer, type BoundRpc, type ServerCall } from './bound-rpc.ts';
import { MlflowFailure } from './failure.ts';

function toWorkspaceMessage({ slug, description }: { slug: string; description: string }): object {
  return { name: slug, ...(description === '' ? {} : { description }) };
}

function checkArtifactRoot(root: string | undefined): void {
  if (root === undefined || root === '') return;
  throw new MlflowFailure(
    'NOT_IMPLEMENTED',
    "Atelier keeps every workspace's artifacts below its own artifact root: leave out default_artifact_root.",
  );
}

function checkSlug(name: string): void {
  const parsed = createWorkspace.body.shape.slug.safeParse(name);
  if (parsed.success) return;
  throw new MlflowFailure(
    'INVALID_PARAMETER_VALUE',
    `Workspace name '${name.slice(0, 100)}' is not valid: ${parsed.error.issues[0]?.message ?? 'choose another'}`,
  );
}

/** The workspace, refused unless the caller has the role there. */
async function reach(
  name: string,
  who: 'reader' | 'owner',
  { services, caller }: ServerCall,
): Promise<WorkspaceScope> {
  const workspace = await services.workspaces.bySlug(name);
  requireRole(who, caller, workspace.id);
  return workspace;
}

/** Whether nobody has put anything into a workspace: no run, and no experiment but its own Default. */
async function isEmpty(workspace: WorkspaceScope, { services, caller }: ServerCall): Promise<boolean> {
  const listed = await services.workspaces.list(workspace.archivedAtMs !== null, caller);
  const found = listed.find((each) => each.slug === workspace.slug);
  return found === undefined || (found.runs === 0 && found.experiments <= 1);
}

async function archive(name: string, mode: string, call: ServerCall): Promise<void> {
  const workspace = await reach(name, 'owner', call);
  if (workspace.slug === defaultWorkspaceSlug) {
    throw new MlflowFailure('INVALID_PARAMETER_VALUE', "The workspace 'default' cannot be deleted.");
  }
  if (mode !== 'RESTRICT') {
    throw new MlflowFailure(
      'NOT_IMPLEMENTED',
      `Atelier archives a workspace rather than delete or move what is in it: the mode ${mode} is refused, RESTRICT archives an empty one.`,
    );
  }
  if (!(await isEmpty(workspace, call))) {
    throw new Problem(
      'conflict',
      `The workspace '${name}' is not empty: it holds runs or experiments. Archive it in the studio's settings to keep them out of sight.`,
    );
  }
  await call.services.workspaces.update(workspace, { archived: true }, call.caller.actor);
}

export const workspaceCalls: readonly BoundRpc[] = [
  bindServer(table.listWorkspaces, async (_input, { services, caller }) => {
    const found = await services.workspaces.list(false, caller);
    return { workspaces: found.map((each) => toWorkspaceMessage(each)) };
  }),

  bindServer(table.createWorkspace, async (input, { services, caller }) => {
    checkSlug(input.name);
    checkArtifactRoot(input.default_artifact_root);
    const draft = { slug: input.name, name: input.name, description: input.description ?? '' };
    return { workspace: toWorkspaceMessage(await services.workspaces.create(draft, caller.actor)) };
  }),

  bindServer(table.getWorkspace, async (input, call) => ({
    workspace: toWorkspaceMessage(await reach(input.workspace_name, 'reader', call)),
  })),

  bindServer(table.updateWorkspace, async (input, call) => {
    checkArtifactRoot(input.default_artifact_root);
    const workspace = await reach(input.workspace_name, 'owner', call);
    const change = { description: input.description };
    return {
      workspace: toWorkspaceMessage(
        await call.services.workspaces.update(workspace, change, call.caller.actor),
      ),
    };
  }),

  bindServer(table.deleteWorkspace, async (input, call) => {
    await archive(input.workspace_name, input.mode ?? 'RESTRICT', call);
    return {};
  }),

  bindServer(table.getServerInfo, async () => ({
    store_type: 'SqlStore',
    workspaces_enabled: true,
    trace_archival_enabled: false,
    multipart_uploads_enabled: true,
    multipart_downloads_enabled: false,
  })),
];
