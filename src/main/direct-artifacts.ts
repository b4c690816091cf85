import { fileURLToPath } from 'node:url';
import { createFolderReader } from '#adapters/blobs/filesystem/folder-reader.ts';
import { createArtifactProxyReader } from '#adapters/blobs/remote/artifact-proxy-reader.ts';
import type { BlobReader } from '#server/ports/blobs.ts';

/** A look into what clients keep under an artifact root that is not our own: a folder, or another MLflow server. */
export function openDirectArtifacts(artifactRoot: string): BlobReader | undefined {
  if (artifactRoot.startsWith('file:')) return createFolderReader({ root: fileURLToPath(artifactRoot) });
  if (!artifactRoot.startsWith('http')) return undefined;
  return createArtifactProxyReader({ root: artifactRoot, fetch: async (request) => fetch(request) });
}
