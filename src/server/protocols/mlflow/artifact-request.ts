import type { Role } from '#contract/operation.ts';
import { checkArtifactPath, decodeArtifactPath } from '#domain/artifact-path.ts';
import { type Caller, readCaller } from '#server/http/caller.ts';
import { requireRole } from '#server/http/route.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { ArtifactsService } from '#server/modules/artifacts/artifacts.service.ts';
import type { ArtifactFolder } from '#server/modules/artifacts/artifacts.types.ts';
import type { Services } from '#server/services.ts';
import { findWorkspace, readTarget, requireUnarchived } from './call-target.ts';
import { MlflowFailure } from './failure.ts';
import { missing } from './request-fields.ts';

/** One call about artifacts, taken apart. */
export interface ArtifactRequest {
  readonly request: Request;
  readonly services: Services;
  readonly artifacts: ArtifactsService;
  readonly caller: Caller;
  readonly workspace: WorkspaceScope;
  /** What the route's pattern caught, still percent-encoded. */
  readonly captures: readonly string[];
  readonly query: URLSearchParams;
}

/** Finds out who asks, and in which workspace; refuses those who may not. */
export async function readArtifactRequest(
  services: Services,
  request: Request,
  captures: readonly string[],
  who: Role,
): Promise<ArtifactRequest> {
  const { prefix, search } = readTarget(request.url);
  const caller = readCaller(request, 'mlflow');
  const workspace = await findWorkspace(services, request.headers, prefix);
  requireRole(who, caller, workspace.id);
  if (who !== 'reader') requireUnarchived(workspace);
  const query = new URLSearchParams(search);
  return { request, services, artifacts: services.artifacts, caller, workspace, captures, query };
}

function invalidPath(): MlflowFailure {
  return new MlflowFailure('INVALID_PARAMETER_VALUE', 'Invalid path');
}

/** The path in an address, decoded once. */
export function pathFromAddress(encoded: string | undefined): string {
  const path = decodeArtifactPath(encoded ?? '');
  if (path === undefined) throw invalidPath();
  return path;
}

/** A path given as a parameter; absent or empty is the folder itself. */
export function pathFromParameter(text: string | null): string {
  if (text === null || text === '') return '';
  const path = checkArtifactPath(text);
  if (path === undefined) throw invalidPath();
  return path;
}

export function requiredParameter(query: URLSearchParams, ...names: readonly string[]): string {
  for (const name of names) {
    const value = query.get(name);
    if (value !== null && value !== '') return value;
  }
  throw missing(names[0] ?? '');
}

/** The artifacts of the run that `run_id` (or, from old clients, `run_uuid`) names. */
export async function folderOfRun({ artifacts, workspace, query }: ArtifactRequest): Promise<ArtifactFolder> {
  const runId = requiredParameter(query, 'run_id', 'run_uuid');
  const folder = await artifacts.ofRun(workspace, runId);
  if (folder !== undefined) return folder;
  throw new MlflowFailure('RESOURCE_DOES_NOT_EXIST', `Run with id=${runId} not found`);
}
