import { Problem } from '#contract/problem.ts';
import { checkArtifactPath, isAmongWorkspaces } from '#domain/artifact-path.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import { defaultWorkspaceSlug } from '#server/modules/workspaces/workspaces.service.ts';
import type { Ports } from '#server/ports/ports.ts';
import { findExperimentWorkspace } from './artifacts.queries.ts';

/**
 * Where the artifacts of a run lie: `own` is below our root and recorded in the database; `direct` is in the folder
 * or on the server that clients write to by themselves, because this Atelier was set up so; `elsewhere` is
 * anywhere else, which only the clients reach.
 */
export type ArtifactPlace =
  | { readonly kind: 'own'; readonly path: string }
  | { readonly kind: 'direct'; readonly path: string }
  | { readonly kind: 'elsewhere' };

export function createArtifactPlaces({ database, settings, directArtifacts }: Ports) {
  /**
   * Refuses a path below our root that is not the workspace's: those of the default workspace are
   * `<experiment>/…`, those of any other `workspaces/<name>/<experiment>/…`. What is another's does not exist.
   */
  async function requireOwn(workspace: WorkspaceScope, path: string): Promise<void> {
    const segments = path.split('/');
    const named = isAmongWorkspaces(path);
    // Spelt another way it would be another folder here and the same one on a disk that minds no case.
    if (named && segments[0] !== 'workspaces') throw notThere(path);
    const slug = named ? segments[1] : defaultWorkspaceSlug;
    // Names with a dot in front are the blob store's own.
    if (slug !== workspace.slug || segments[0]?.startsWith('.') === true) throw notThere(path);
    const experiment = segments[named ? 2 : 0];
    if (experiment === undefined || !/^\d{1,15}$/.test(experiment)) return;
    const owner = await database.read(findExperimentWorkspace, Number(experiment));
    if (owner !== undefined && owner !== workspace.id) throw notThere(path);
  }

  async function isOwn(workspace: WorkspaceScope, path: string): Promise<boolean> {
    try {
      await requireOwn(workspace, path);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.code === 'not-found') return false;
      throw error;
    }
  }

  return {
    requireOwn,

    /** Where an artifact location (of a run, an experiment, a model) leads. */
    async resolve(workspace: WorkspaceScope, uri: string): Promise<ArtifactPlace> {
      const own = /^mlflow-artifacts:\/(?:\/[^/]*\/)?\/*(.*)$/.exec(uri)?.[1];
      if (own !== undefined) {
        const path = checkArtifactPath(own);
        if (path === undefined || !(await isOwn(workspace, path))) return { kind: 'elsewhere' };
        return { kind: 'own', path };
      }
      // Never outside the root that whoever runs the server has opened: a client chooses the locations.
      const root = `${settings.artifactRoot.replace(/\/+$/, '')}/`;
      if (directArtifacts === undefined || !uri.startsWith(root)) return { kind: 'elsewhere' };
      const path = checkArtifactPath(decode(uri.slice(root.length)));
      if (path === undefined || !(await isOwn(workspace, path))) return { kind: 'elsewhere' };
      return { kind: 'direct', path };
    },
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function notThere(path: string): Problem {
  return new Problem('not-found', `There is no artifact at "${path}" in this workspace.`, { path });
}
