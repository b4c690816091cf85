import type { BlobReader, Blobs } from './blobs.ts';
import type { Compute } from './compute.ts';
import type { Database } from './database.ts';

/** Milliseconds since the epoch, UTC. */
export interface Clock {
  nowMs(): number;
  /** Resolves after `ms`; rejects when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Ids {
  /** 32 lower-case hex characters; sortable by time of creation in its first 12. */
  hex32(): string;
  /** An adjective-animal-number name for a thing nobody named. */
  name(): string;
}

/** Everything the server needs from the world. Composition roots in `main/` hand it in. */
export interface Ports {
  readonly database: Database;
  readonly blobs: Blobs;
  /**
   * What clients keep under `settings.artifactRoot` by themselves, where that is a folder or another server; keys are
   * below that root.
   */
  readonly directArtifacts?: BlobReader | undefined;
  readonly compute: Compute;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly settings: ServerSettings;
}

export interface ServerSettings {
  /** Where runs of new experiments keep artifacts: `mlflow-artifacts:/` (through us), `file://…` or `http://…`. */
  readonly artifactRoot: string;
  /** Host names (no port) a request's Host header may carry. DNS rebinding is refused by this. `undefined` = do not check. */
  readonly allowedHosts: readonly string[] | undefined;
  /** Atelier's own version. */
  readonly version: string;
  /** Where the server is reached, for snippets, without a trailing slash; `undefined` = the request's own origin. */
  readonly publicUrl: string | undefined;
}
