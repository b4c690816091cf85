import { defaultWorkspaceSlug } from '#server/modules/workspaces/workspaces.service.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { Services } from '#server/services.ts';
import { MlflowFailure } from './failure.ts';

/** Where a request goes, taken apart without a URL object: this runs for every logged number. */
export interface CallTarget {
  /** The workspace named by a path prefix `/ws/<workspace>`, still percent-encoded. */
  readonly prefix: string | undefined;
  /** What follows the prefix, still percent-encoded. */
  readonly path: string;
  /** Without the question mark. */
  readonly search: string;
}

export function readTarget(url: string): CallTarget {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  const mark = url.indexOf('?', start);
  const end = mark < 0 ? url.length : mark;
  const search = mark < 0 ? '' : url.slice(mark + 1);
  if (!url.startsWith('/ws/', start)) return { prefix: undefined, path: url.slice(start, end), search };
  const slash = url.indexOf('/', start + 4);
  const cut = slash < 0 || slash > end ? end : slash;
  return { prefix: url.slice(start + 4, cut), path: url.slice(cut, end), search };
}

const workspaceHeader = 'x-mlflow-workspace';

/** The workspace a call is about: by header, by path prefix, or else the default one. Both must agree. */
export async function findWorkspace(
  services: Services,
  headers: Headers,
  prefix: string | undefined,
): Promise<WorkspaceScope> {
  const header = headers.get(workspaceHeader)?.trim() ?? '';
  const named = prefix === undefined ? undefined : decodePart(prefix);
  if (header !== '' && named !== undefined && header !== named) {
    throw new MlflowFailure(
      'INVALID_PARAMETER_VALUE',
      `The header X-MLFLOW-WORKSPACE says "${header}", the address says "${named}". Name one workspace.`,
    );
  }
  return services.workspaces.bySlug(named ?? (header === '' ? defaultWorkspaceSlug : header));
}

/** Refuses writes to an archived workspace. */
export function requireUnarchived(workspace: WorkspaceScope): void {
  if (workspace.archivedAtMs === null) return;
  throw new MlflowFailure(
    'INVALID_PARAMETER_VALUE',
    `The workspace "${workspace.slug}" is archived: it can be read, not written to. Take it out of the archive first.`,
  );
}

/** Decodes a segment of a path, once. */
export function decodePart(part: string): string {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    throw new MlflowFailure(
      'BAD_REQUEST',
      `The address is not valid percent-encoding: ${part.slice(0, 200)}`,
    );
  }
}
