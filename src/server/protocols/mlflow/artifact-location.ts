import { isAmongWorkspaces } from '#domain/artifact-path.ts';
import { defaultWorkspaceSlug } from '#server/modules/workspaces/workspaces.service.ts';
import type { MlflowCall } from './bound-rpc.ts';
import { MlflowFailure } from './failure.ts';

const maxLocationLength = 2048;

function invalid(message: string): MlflowFailure {
  return new MlflowFailure('INVALID_PARAMETER_VALUE', message);
}

/**
 * Refuses a location for artifacts that MLflow refuses, any that climbs out of where it points, and any that could
 * lead from one workspace into another's folder.
 */
export function checkArtifactLocation(location: string, { services, workspace }: MlflowCall): void {
  if (workspace.slug !== defaultWorkspaceSlug) {
    throw invalid(
      `'artifact_location' can only be chosen in the workspace '${defaultWorkspaceSlug}': experiments of '${workspace.slug}' keep artifacts in the workspace's own folder. Create the experiment without it.`,
    );
  }
  if (location.length > maxLocationLength) {
    throw invalid(`'artifact_location' exceeds the maximum length of ${maxLocationLength} characters`);
  }
  if (/[#?]/.test(location)) {
    throw invalid(`'artifact_location' URL can't include fragments or params.`);
  }
  if (/\p{Cc}/u.test(location) || /(?:^|[/\\:])\.\.(?:[/\\]|$)/.test(decodeFully(location))) {
    throw invalid("Invalid artifact location: it may not climb with '..' or hold control characters.");
  }
  const below = belowRoot(location, services.ports.settings.artifactRoot);
  if (below !== undefined && isAmongWorkspaces(below)) {
    throw invalid("Invalid artifact location: the folder 'workspaces' is kept for other workspaces.");
  }
}

/** The path below our own store or below the artifact root; `undefined` for a location anywhere else. */
function belowRoot(location: string, artifactRoot: string): string | undefined {
  const own = /^mlflow-artifacts:\/(?:\/[^/]*\/)?\/*(.*)$/.exec(location)?.[1];
  const root = `${artifactRoot.replace(/\/+$/, '')}/`;
  const below = own ?? (location.startsWith(root) ? location.slice(root.length) : undefined);
  return below === undefined ? undefined : decodeFully(below).replace(/^(?:\.?\/)+/, '');
}

/** Decodes until nothing changes, so that no encoding of `..` passes. */
function decodeFully(text: string): string {
  try {
    const decoded = decodeURIComponent(text);
    return decoded === text ? text : decodeFully(decoded);
  } catch {
    return text;
  }
}
