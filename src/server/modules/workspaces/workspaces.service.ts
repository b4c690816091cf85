import { Problem } from '#contract/problem.ts';
import { roles } from '#contract/operation.ts';
import type { Workspace, WorkspaceSummary } from '#contract/workspaces.ts';
import { z } from 'zod';
import type { Caller } from '#server/http/caller.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { Actor } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import { createWorkspaceCache } from './workspace-cache.ts';
import {
  findWorkspace,
  insertWorkspace,
  listMemberRows,
  listWorkspacesWithStatistics,
  updateWorkspaceRow,
} from './workspaces.queries.ts';

const dayMs = 24 * 60 * 60 * 1000;

export const defaultWorkspaceSlug = 'default';

export type WorkspacesService = ReturnType<typeof createWorkspacesService>;

export function createWorkspacesService({ database, clock, settings }: Ports) {
  const cache = createWorkspaceCache(clock);

  async function create(
    input: { readonly slug: string; readonly name: string; readonly description: string },
    actor: Actor,
  ): Promise<WorkspaceScope> {
    const artifactLocation = artifactLocationFor(input.slug, settings.artifactRoot);
    return database.write(insertWorkspace, { ...input, artifactLocation }, { actor, nowMs: clock.nowMs() });
  }

  return {
    create,

    /** Makes the workspace `default` where a home has none yet. */
    async ensureDefault(): Promise<void> {
      if ((await database.read(findWorkspace, defaultWorkspaceSlug)) !== undefined) return;
      const actor: Actor = { personId: 'local', name: 'Local person', via: 'system' };
      await create({ slug: defaultWorkspaceSlug, name: 'Default', description: '' }, actor);
    },

    async bySlug(slug: string): Promise<WorkspaceScope> {
      const known = cache.get(slug);
      if (known !== undefined) return known;
      const readAtMs = clock.nowMs();
      const row = await database.read(findWorkspace, slug);
      if (row === undefined) throw new Problem('not-found', `There is no workspace "${slug}".`, { slug });
      cache.set(row, readAtMs);
      return row;
    },

    async list(archived: boolean, caller: Caller): Promise<WorkspaceSummary[]> {
      const rows = await database.read(listWorkspacesWithStatistics, {
        archived,
        dayAgoMs: clock.nowMs() - dayMs,
      });
      return rows.flatMap((row) => {
        if (caller.roleIn(row.id) === undefined) return [];
        const { experiments, runs, running, failedLastDay, lastActivityAtMs } = row;
        return [{ ...toWorkspace(row, caller), experiments, runs, running, failedLastDay, lastActivityAtMs }];
      });
    },

    async update(
      workspace: WorkspaceScope,
      change: {
        readonly name?: string | undefined;
        readonly description?: string | undefined;
        readonly archived?: boolean | undefined;
      },
      actor: Actor,
    ): Promise<WorkspaceScope> {
      if (change.archived === true && workspace.slug === defaultWorkspaceSlug) {
        throw new Problem(
          'conflict',
          'The default workspace cannot be archived: clients without a workspace log to it.',
        );
      }
      const nowMs = clock.nowMs();
      const archivedAtMs =
        change.archived === undefined
          ? workspace.archivedAtMs
          : change.archived
            ? (workspace.archivedAtMs ?? nowMs)
            : null;
      const updated = await database.write(
        updateWorkspaceRow,
        {
          workspace,
          name: change.name ?? workspace.name,
          description: change.description ?? workspace.description,
          archivedAtMs,
        },
        { actor, nowMs },
      );
      cache.clear();
      return updated;
    },

    async members(workspace: WorkspaceScope) {
      const rows = await database.read(listMemberRows, workspace.id);
      return rows.map((row) => ({ ...row, role: z.enum(roles).parse(row.role) }));
    },
  };
}

export function toWorkspace(row: WorkspaceScope, caller: Caller): Workspace {
  const { slug, name, description, createdAtMs, archivedAtMs } = row;
  return { slug, name, description, createdAtMs, archivedAtMs, role: caller.roleIn(row.id) ?? 'reader' };
}

/**
 * Where a workspace's experiments keep artifacts, with `{experiment}` for the id: below the root as MLflow lays
 * them out, `<experiment>` for the default workspace and `workspaces/<name>/<experiment>` for the others.
 */
export function artifactLocationFor(slug: string, artifactRoot: string): string {
  const root = artifactRoot.replace(/\/+$/, '');
  return slug === defaultWorkspaceSlug ? `${root}/{experiment}` : `${root}/workspaces/${slug}/{experiment}`;
}
