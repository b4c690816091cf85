import { Problem } from '#contract/problem.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import { defaultWorkspaceSlug } from '#server/modules/workspaces/workspaces.service.ts';
import type { BlobReader } from '#server/ports/blobs.ts';
import type { Ports } from '#server/ports/ports.ts';
import type { ArtifactPlace, createArtifactPlaces } from './artifact-places.ts';
import { findArtifact, findModelLocation, findRunLocation, listArtifactRows } from './artifacts.queries.ts';
import type { ArtifactEntry, ArtifactFile, ArtifactFolder } from './artifacts.types.ts';

/** The reading half of the artifacts service. */
export function createArtifactReads(ports: Ports, places: ReturnType<typeof createArtifactPlaces>) {
  const { database, blobs, directArtifacts } = ports;

  async function list(workspace: WorkspaceScope, path: string): Promise<readonly ArtifactEntry[]> {
    if (path !== '') await places.requireOwn(workspace, path);
    const isDefault = workspace.slug === defaultWorkspaceSlug;
    const folder = path === '' && !isDefault ? `workspaces/${workspace.slug}` : path;
    const rows = await database.read(listArtifactRows, folder);
    return rows
      .filter((row) => folder !== '' || row.name !== 'workspaces')
      .map((row) => ({
        name: row.name,
        isDirectory: row.isDirectory === 1,
        size: row.sizeBytes,
        sha256: row.isDirectory === 1 ? undefined : row.sha256,
        createdAtMs: row.createdAtMs,
      }));
  }

  async function open(workspace: WorkspaceScope, path: string): Promise<ArtifactFile> {
    await places.requireOwn(workspace, path);
    const row = await database.read(findArtifact, path);
    if (row === undefined) throw noFile(path);
    if (row.isDirectory === 1) throw new Problem('invalid-input', `"${path}" is a folder.`, { path });
    return toFile(blobs, path, row.sizeBytes, row.sha256);
  }

  async function folderAt(workspace: WorkspaceScope, location: string): Promise<ArtifactFolder> {
    const place = await places.resolve(workspace, location);
    return {
      location,
      place,
      async list(path) {
        if (place.kind === 'elsewhere') return [];
        if (place.kind === 'own') return list(workspace, below(place, path));
        const entries = (await directArtifacts?.list(below(place, path))) ?? [];
        return entries.map((entry) => ({ ...entry, sha256: undefined, createdAtMs: undefined }));
      },
      async open(path) {
        if (place.kind === 'own') return open(workspace, below(place, path));
        const size = place.kind === 'direct' ? await directArtifacts?.size(below(place, path)) : undefined;
        if (place.kind === 'elsewhere' || directArtifacts === undefined || size === undefined)
          throw noFile(path);
        return toFile(directArtifacts, below(place, path), size, undefined);
      },
    };
  }

  return {
    /** What lies in a folder of ours, by name; nothing where it is a file or not there. `''` is the workspace's root. */
    list,

    /** A file of ours. Throws `not-found`, or `invalid-input` for a folder. */
    open,

    /** Where a run keeps its artifacts; `undefined` for a run that is not of this workspace. */
    async ofRun(workspace: WorkspaceScope, runId: string): Promise<ArtifactFolder | undefined> {
      const location = await database.read(findRunLocation, { workspaceId: workspace.id, id: runId });
      return location === undefined ? undefined : folderAt(workspace, location);
    },

    /** Where a logged model keeps its artifacts; `undefined` for one that is not of this workspace. */
    async ofModel(workspace: WorkspaceScope, modelId: string): Promise<ArtifactFolder | undefined> {
      const location = await database.read(findModelLocation, { workspaceId: workspace.id, id: modelId });
      return location === undefined ? undefined : folderAt(workspace, location);
    },
  };
}

function below(place: Exclude<ArtifactPlace, { kind: 'elsewhere' }>, path: string): string {
  return path === '' ? place.path : `${place.path}/${path}`;
}

function toFile(reader: BlobReader, path: string, size: number, sha256: string | undefined): ArtifactFile {
  return {
    path,
    size,
    sha256,
    async read(range) {
      const found = await reader.get(path, range);
      if (found === undefined) throw noFile(path);
      return found.body;
    },
  };
}

function noFile(path: string): Problem {
  return new Problem('not-found', `No such artifact: '${path}'`, { path });
}
