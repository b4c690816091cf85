import type { LogLineAnswer } from '#contract/run-logs.ts';
import { blockOfLine, type LogIndex } from '#domain/console/log-index.ts';
import { parseLogLine } from '#domain/console/log-line.ts';
import { zoneShift } from '#domain/console/log-time.ts';
import type { LogSource } from './run-logs.types.ts';

/** A block holds at most one line that is longer; of that, no more than this is read. */
const mostBlockBytes = 1024 * 1024;
const shownCharacters = 8000;
const answerBytes = 2 * 1024 * 1024;
/** How much of a log one search looks through before it answers. */
const searchedBytes = 32 * 1024 * 1024;

/** What to add to the times of a log so that they are in UTC. */
export function shiftOf(index: LogIndex, runStartedAtMs: number): number {
  const first = index.blocks.find(({ atMs }) => atMs !== undefined)?.atMs;
  return index.zoned || first === undefined ? 0 : zoneShift(first, runStartedAtMs);
}

interface BlockText {
  /** Number of the first line. */
  readonly line: number;
  readonly lines: readonly string[];
  /** Bytes of the last line that were not read. */
  readonly unread: number;
}

async function readBlock(source: LogSource, index: LogIndex, at: number): Promise<BlockText> {
  const block = index.blocks[at];
  if (block === undefined) return { line: 0, lines: [], unread: 0 };
  const end = index.blocks[at + 1]?.byte ?? index.bytes;
  const stop = Math.min(end, block.byte + mostBlockBytes);
  const bytes = await source.read(block.byte, stop);
  const lines = new TextDecoder().decode(bytes).split('\n');
  if (stop === end && lines.at(-1) === '') lines.pop();
  // Its line end is no character of it.
  return { line: block.line, lines, unread: Math.max(0, end - stop - 1) };
}

/** Some lines from a line on; fewer than asked for where the answer would become large. */
export async function readLines(
  source: LogSource,
  index: LogIndex,
  { from, limit, shiftMs }: { readonly from: number; readonly limit: number; readonly shiftMs: number },
): Promise<LogLineAnswer[]> {
  const found: LogLineAnswer[] = [];
  if (from >= index.lines) return found;
  let size = 0;
  for (let at = blockOfLine(index.blocks, from); at < index.blocks.length; at += 1) {
    const { line, lines, unread } = await readBlock(source, index, at);
    for (const [offset, text] of lines.entries()) {
      if (line + offset < from || line + offset >= index.lines) continue;
      const shown = toAnswer(text, offset === lines.length - 1 ? unread : 0, shiftMs);
      size += shown.text.length;
      if (found.length >= limit || (size > answerBytes && found.length > 0)) return found;
      found.push(shown);
    }
  }
  return found;
}

function toAnswer(line: string, unread: number, shiftMs: number): LogLineAnswer {
  const { text, atMs, zoned, stream } = parseLogLine(line);
  const shown = text.slice(0, shownCharacters).toWellFormed();
  const cut = text.length - shown.length + unread;
  return {
    text: shown,
    cut: cut === 0 ? null : cut,
    atMs: atMs === undefined ? null : zoned ? atMs : atMs + shiftMs,
    stream: stream ?? null,
  };
}

/** Numbers of lines that contain the text, any case, looked for in a bounded part of the log. */
export async function searchLines(
  source: LogSource,
  index: LogIndex,
  asked: { readonly text: string; readonly from: number; readonly limit: number },
): Promise<{ readonly matches: number[]; readonly next: number | null }> {
  const wanted = asked.text.toLowerCase();
  const matches: number[] = [];
  if (asked.from >= index.lines) return { matches, next: null };
  const start = blockOfLine(index.blocks, asked.from);
  const startByte = index.blocks[start]?.byte ?? 0;
  for (let at = start; at < index.blocks.length; at += 1) {
    const block = index.blocks[at];
    if (block === undefined) break;
    if (block.byte - startByte > searchedBytes) return { matches, next: block.line };
    const { line, lines } = await readBlock(source, index, at);
    for (const [offset, text] of lines.entries()) {
      const number = line + offset;
      if (number < asked.from || number >= index.lines || !contains(text, wanted)) continue;
      if (matches.length >= asked.limit) return { matches, next: number };
      matches.push(number);
    }
  }
  return { matches, next: null };
}

/** What stands before the text of a container log's line is no part of it. */
function contains(line: string, wanted: string): boolean {
  return line.toLowerCase().includes(wanted) && parseLogLine(line).text.toLowerCase().includes(wanted);
}
