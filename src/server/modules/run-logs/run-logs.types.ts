import type { LogStream } from '#domain/console/log-line.ts';
import type { LogIndex } from '#domain/console/log-index.ts';

/** Some console output as a client sends it; `text` may hold several lines. */
export interface ConsoleEntry {
  readonly text: string;
  readonly stream: LogStream;
  /** UTC milliseconds; absent: now. */
  readonly atMs?: number | undefined;
}

/** A log that can be read in parts, wherever it is kept. */
export interface LogSource {
  index(this: void): Promise<LogIndex>;
  /** The bytes from `start` up to `end` (exclusive); fewer where the log ends before. */
  read(this: void, start: number, end: number): Promise<Uint8Array>;
}
