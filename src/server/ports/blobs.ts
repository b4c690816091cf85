/**
 * Where files are kept. Keys are slash-separated relative paths that the caller has already checked
 * (`domain/artifact-path.ts`); an adapter refuses a key that would leave its root all the same.
 */
export interface StoredBlob {
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

export interface BlobBody {
  readonly body: ReadableStream<Uint8Array>;
  /** Bytes in `body`. */
  readonly size: number;
  /** Bytes of the whole blob. */
  readonly totalSize: number;
}

export interface ByteRange {
  readonly start: number;
  /** Inclusive. */
  readonly end: number;
}

export interface BlobEntry {
  readonly name: string;
  readonly isDirectory: boolean;
  readonly size: number;
}

export interface Blobs {
  /** Streams to a temporary place, hashes while writing, syncs, then renames: all or nothing, durable when resolved. */
  put(key: string, body: ReadableStream<Uint8Array>): Promise<StoredBlob>;
  /** Adds `parts` one after the other into `key`, hashing; the parts are removed. Durable when resolved. */
  join(key: string, parts: readonly string[]): Promise<StoredBlob>;
  get(key: string, range?: ByteRange): Promise<BlobBody | undefined>;
  size(key: string): Promise<number | undefined>;
  /** Entries directly below a folder key, by name; empty where there is none. */
  list(key: string): Promise<readonly BlobEntry[]>;
  /** Removes a blob or a whole folder; silent when absent. */
  delete(key: string): Promise<void>;
}
