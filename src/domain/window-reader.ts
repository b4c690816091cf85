/** Why a file could not be read: in words for people. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** Gives the bytes of a file from `start` up to `end` (exclusive). */
export type ReadSpan = (start: number, end: number) => Promise<Uint8Array>;

const windowBytes = 128 * 1024;

/** Reads a file here and there through a window, so that what is skipped is not fetched. */
export function createWindowReader(size: number, read: ReadSpan, maxReads: number) {
  let start = 0;
  let bytes = new Uint8Array();
  let reads = 0;
  return async (at: number, length: number): Promise<Uint8Array> => {
    const end = Math.min(size, at + length);
    if (at < start || end > start + bytes.length) {
      reads += 1;
      if (reads > maxReads)
        throw new UnreadableFile('The file has too many parts to be looked through here.');
      start = at;
      bytes = new Uint8Array(await read(at, Math.min(size, Math.max(end, at + windowBytes))));
    }
    return bytes.subarray(at - start, Math.max(at, end) - start);
  };
}
