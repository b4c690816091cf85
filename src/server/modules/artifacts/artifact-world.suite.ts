import { createMemoryBlobs } from '#adapters/blobs/memory/memory-blobs.ts';
import { createMemoryDatabase } from '#adapters/database/sqlite/memory-database.ts';
import { createApp } from '#server/app.ts';
import type { BlobReader, Blobs } from '#server/ports/blobs.ts';
import { migrations } from '#server/schema/migrations.ts';

/** A server in memory with two workspaces, and its two doors as short functions. */
export interface ArtifactWorld {
  readonly blobs: Blobs;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Calls MLflow's API with a JSON body; throws with the answer where it failed. */
  call(path: string, body: object): Promise<Record<string, unknown>>;
  /** A new run; gives its id and where its artifacts lie below the root. */
  createRun(scope?: string, experiment?: string): Promise<{ readonly id: string; readonly root: string }>;
}

export async function createArtifactWorld(
  options: { readonly artifactRoot?: string; readonly directArtifacts?: BlobReader } = {},
): Promise<ArtifactWorld> {
  const blobs = createMemoryBlobs();
  let nowMs = 1_700_000_000_000;
  let serial = 0;
  const app = await createApp({
    database: createMemoryDatabase(migrations),
    blobs,
    directArtifacts: options.directArtifacts,
    compute: { trainSample: () => Promise.resolve(), close: () => Promise.resolve() },
    clock: { nowMs: () => (nowMs += 1), sleep: () => new Promise(() => undefined) },
    ids: {
      hex32: () => (serial += 1).toString(16).padStart(32, '0'),
      name: () => `calm-owl-${serial}`,
    },
    settings: {
      artifactRoot: options.artifactRoot ?? 'mlflow-artifacts:/',
      allowedHosts: undefined,
      version: '0.0.0',
      publicUrl: undefined,
    },
  });
  const fetch = (path: string, init?: RequestInit) => app.fetch(new Request(`http://localhost${path}`, init));

  async function call(path: string, body: object): Promise<Record<string, unknown>> {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  }

  await call('/api/workspaces', { slug: 'vision', name: 'Vision' });
  return {
    blobs,
    fetch,
    call,
    async createRun(scope = '', experiment = '0') {
      const answer = await call(`${scope}/api/2.0/mlflow/runs/create`, {
        experiment_id: experiment,
        start_time: 1,
      });
      const { info } = answer['run'] as { info: { run_id: string; artifact_uri: string } };
      return { id: info.run_id, root: info.artifact_uri.replace(/^[a-z-]+:\/+/, '') };
    },
  };
}
