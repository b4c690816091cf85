import { readLogTime } from './log-time.ts';

/** A place in a log where reading can begin. */
export interface LogBlock {
  /** Number of its first line, from 0. */
  readonly line: number;
  /** Where that line begins, in bytes. */
  readonly byte: number;
  /** UTC milliseconds of the first line in it that says when; `undefined` where none does. */
  readonly atMs: number | undefined;
}

/** What is known of a log without keeping its text. */
export interface LogIndex {
  readonly bytes: number;
  /** Lines, the last counted also where it has no end. */
  readonly lines: number;
  readonly blocks: readonly LogBlock[];
  /** Whether the first time in it names its zone. */
  readonly zoned: boolean;
  /** Numbers of the first lines that tell of an error, at most `maxErrors`. */
  readonly errors: readonly number[];
  readonly errorCount: number;
}

/** A block ends after so many lines or bytes, whichever comes first; a single line may be longer. */
export const blockLines = 256;
export const blockBytes = 256 * 1024;
export const maxErrors = 1000;

/** Words that tell of a failure. Not `error: 0`, `error_rate`, `loss_error=…`: names and figures are no failures. */
const errorWords =
  /^Traceback \(most recent call last\)|\b[A-Z]\w*(?:Error|Exception)\b(?=[:(]|\s*$)|\b(?:ERROR|FATAL|CRITICAL|PANIC)\b|\b(?:fatal error|segmentation fault|out of memory|core dumped|killed by signal)\b/;

export function tellsError(line: string): boolean {
  return errorWords.test(line);
}

/** So much of a line is looked at for times and errors. */
const lookedAt = 2000;

/**
 * Reads a log once, in portions of any size, and knows in the end where its lines are.
 * @param toText gives one character for each byte (Latin-1): times and words of errors are ASCII
 */
export function createLogIndexer(toText: (bytes: Uint8Array) => string) {
  const blocks: { line: number; byte: number; atMs: number | undefined }[] = [];
  const errors: number[] = [];
  let errorCount = 0;
  let zoned: boolean | undefined;
  let lines = 0;
  let bytes = 0;
  let lineStart = 0;
  let head = '';

  /** Called at each line's beginning. */
  function begin(): void {
    const last = blocks.at(-1);
    if (last === undefined || lines - last.line >= blockLines || lineStart - last.byte >= blockBytes) {
      blocks.push({ line: lines, byte: lineStart, atMs: undefined });
    }
  }

  function end(): void {
    const block = blocks.at(-1);
    if (block !== undefined && block.atMs === undefined) {
      const time = readLogTime(head);
      block.atMs = time?.atMs;
      zoned ??= time?.zoned;
    }
    if (tellsError(head)) {
      errorCount += 1;
      if (errors.length < maxErrors) errors.push(lines);
    }
    lines += 1;
    head = '';
  }

  return {
    add(chunk: Uint8Array): void {
      const text = toText(chunk);
      let from = 0;
      while (from < chunk.length) {
        if (bytes + from === lineStart) begin();
        const found = chunk.indexOf(10, from);
        const to = found === -1 ? chunk.length : found;
        if (head.length < lookedAt) head += text.slice(from, Math.min(to, from + lookedAt - head.length));
        if (found === -1) break;
        end();
        from = found + 1;
        lineStart = bytes + from;
      }
      bytes += chunk.length;
    },

    /** To be called once, after the last portion. */
    finish(): LogIndex {
      if (lineStart < bytes) end();
      return { bytes, lines, blocks, zoned: zoned ?? false, errors, errorCount };
    },
  };
}

/** The last block that begins at or before a line; `undefined` in an empty log. */
export function blockOfLine(blocks: readonly LogBlock[], line: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((blocks[middle]?.line ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}
