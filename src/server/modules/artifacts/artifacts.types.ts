import type { ByteRange } from '#server/ports/blobs.ts';
import type { ArtifactPlace } from './artifact-places.ts';

export interface ArtifactEntry {
  readonly name: string;
  readonly isDirectory: boolean;
  /** Bytes; 0 for a folder. */
  readonly size: number;
  /** Known for what came through us. */
  readonly sha256: string | undefined;
  readonly createdAtMs: number | undefined;
}

/** A file that is there, not yet read. */
export interface ArtifactFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string | undefined;
  /** Opens it, or a part of it. The reader must read to the end or cancel. */
  read(this: void, range?: ByteRange): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
}

/** The artifacts of one run or model; paths are checked ones below it, `''` for itself. */
export interface ArtifactFolder {
  /** As MLflow clients see it. */
  readonly location: string;
  readonly place: ArtifactPlace;
  /** By name; nothing where it is a file, not there, or out of our reach. */
  list(this: void, path: string): Promise<readonly ArtifactEntry[]>;
  /** Throws `not-found`, or `invalid-input` for a folder. */
  open(this: void, path: string): Promise<ArtifactFile>;
}
