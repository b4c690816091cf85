import { readLogTime } from './log-time.ts';

export type LogStream = 'stdout' | 'stderr';

export interface LogLine {
  readonly text: string;
  /** UTC milliseconds, where the line says when it was written. */
  readonly atMs: number | undefined;
  /** False where the time stands there without its zone. */
  readonly zoned: boolean;
  readonly stream: LogStream | undefined;
}

/** A line as container runtimes keep them (CRI): time, stream, `F` for a full line, text. */
const containerLine = /^(\d{4}-\d\d-\d\dT\S+) (stdout|stderr) [FP] ?/;

/** The way console output is kept: the format of container logs, so that other tools read a download of it. */
export function formatLogLine(atMs: number, stream: LogStream, text: string): string {
  return `${new Date(atMs).toISOString()} ${stream} F ${text}`;
}

/** Reads one line of any log: the container format loses its prefix, any other line stays as it is. */
export function parseLogLine(line: string): LogLine {
  const match = containerLine.exec(line);
  const time = readLogTime(line);
  if (match === null || time === undefined) {
    return { text: line, atMs: time?.atMs, zoned: time?.zoned ?? false, stream: undefined };
  }
  return {
    text: line.slice(match[0].length),
    atMs: time.atMs,
    zoned: true,
    stream: match[2] === 'stderr' ? 'stderr' : 'stdout',
  };
}

/** What a terminal would show of a line in the end: a carriage return starts it anew (progress bars). */
export function lastWritten(text: string): string {
  const line = text.endsWith('\r') ? text.slice(0, -1) : text;
  return line.slice(line.lastIndexOf('\r') + 1);
}
