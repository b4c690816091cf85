import { Problem } from '#contract/problem.ts';

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
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Bytes in `body`. */
  readonly size: number;
  /** Bytes of the whole blob. */
  readonly totalSize: number;
}

export interface ByteRange {
  readonly start: number;
  /** Inclusive; what lies beyond the blob is cut off. */
  readonly end: number;
}

export interface BlobEntry {
  readonly name: string;
  readonly isDirectory: boolean;
  /** Bytes; 0 for a folder. */
  readonly size: number;
}

/** The reading half, for places that somebody else fills. */
export interface BlobReader {
  /** A blob or a part of it; `undefined` where there is none or where the key names a folder. */
  get(this: void, key: string, range?: ByteRange): Promise<BlobBody | undefined>;
  size(this: void, key: string): Promise<number | undefined>;
  /** Entries directly below a folder key (`''` is the root), by name; empty where there is none. */
  list(this: void, key: string): Promise<readonly BlobEntry[]>;
}

/** Writes down elsewhere that a blob is there; writes of one key take turns, this included. */
export type ConfirmStored = (stored: StoredBlob) => Promise<void>;

/** Failures that a caller may expect: `invalid-input` (key), `conflict` (file against folder), `storage-full`. */
export interface Blobs extends BlobReader {
  /**
   * Streams to a temporary place, hashes while writing, syncs, then renames: all or nothing, durable when resolved.
   * Where `confirm` fails, so does this, and what was there before is there again.
   */
  put(
    this: void,
    key: string,
    body: ReadableStream<Uint8Array>,
    confirm?: ConfirmStored,
  ): Promise<StoredBlob>;
  /**
   * Adds `parts` one after the other into `key`, hashing; the parts are then removed. Durable when resolved. Where
   * `confirm` fails, so does this, the parts stay, and what was there before is there again.
   */
  join(this: void, key: string, parts: readonly string[], confirm?: ConfirmStored): Promise<StoredBlob>;
  /** Removes a blob or a whole folder; silent when absent. */
  delete(this: void, key: string): Promise<void>;
}

/** The longest name of one file or folder, in bytes of UTF-8: what common file systems take. */
const maxNameBytes = 255;

/** The segments of a key. Refuses one that could leave the root or that no file system would take. */
export function splitBlobKey(key: string): readonly string[] {
  const segments = key.split('/');
  for (const segment of segments) {
    if (segment === '' || segment === '.' || segment === '..' || /[\\\0]/.test(segment)) {
      throw new Problem('invalid-input', 'Invalid path', { path: key });
    }
    const bytes = new TextEncoder().encode(segment).length;
    if (bytes > maxNameBytes) {
      throw new Problem(
        'invalid-input',
        `A file or folder name may have at most ${maxNameBytes} bytes; "${segment.slice(0, 40)}…" has ${bytes}.`,
        { limit: maxNameBytes, bytes },
      );
    }
  }
  return segments;
}
