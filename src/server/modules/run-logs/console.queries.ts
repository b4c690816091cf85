import { Problem } from '#contract/problem.ts';
import { formatLogLine } from '#domain/console/log-line.ts';
import { maxErrors, tellsError } from '#domain/console/log-index.ts';
import { activeRun, runByKey } from '#server/modules/runs/run-record.queries.ts';
import type { RunKey } from '#server/modules/runs/runs.types.ts';
import { all, defineRead, defineWrite, first, run, type Work } from '#server/ports/database.ts';
import type { ConsoleEntry } from './run-logs.types.ts';

/** A part that has so many bytes is not added to any more. */
const fullPartBytes = 16 * 1024;
const maxConsoleBytes = 1024 ** 3;

export interface ConsoleKey extends RunKey {
  readonly name: string;
}

export interface AppendedOutput {
  readonly lines: number;
  readonly bytes: number;
  readonly addedLines: number;
}

interface Part {
  readonly number: number;
  readonly startByte: number;
  readonly startLine: number;
  readonly firstAtMs: number;
  readonly errors: readonly number[];
  readonly errorCount: number;
  readonly lineCount: number;
  readonly content: Uint8Array;
}

interface Line {
  readonly atMs: number;
  readonly error: boolean;
  readonly bytes: Uint8Array;
}

/** Adds lines to the console output of an active run. */
export const appendConsole = defineWrite(
  'run-logs.append',
  function* (
    input: ConsoleKey & { readonly entries: readonly ConsoleEntry[] },
    { nowMs },
  ): Work<AppendedOutput> {
    const { id } = yield* activeRun(input);
    const lines = toLines(input.entries, nowMs);
    const last = yield* lastPart(id, input.name);
    const before = endOf(last);
    const added = lines.reduce((sum, line) => sum + line.bytes.length, 0);
    if (before.byte + added > maxConsoleBytes) {
      throw new Problem(
        'too-large',
        `A run may keep ${maxConsoleBytes} bytes of console output under one name; "${input.name}" has ${before.byte}. Log the rest as a file.`,
        { limit: maxConsoleBytes },
      );
    }
    for (const part of fillParts(last, lines)) yield* keepPart(id, input.name, part);
    return { lines: before.line + lines.length, bytes: before.byte + added, addedLines: lines.length };
  },
  ({ workspaceId, runId, name }, { addedLines }) =>
    addedLines === 0
      ? []
      : [
          {
            workspaceId,
            action: 'run.write-console',
            subjectKind: 'run',
            subjectId: runId,
            detail: { log: name },
            sumCount: 1,
          },
        ],
);

function toLines(entries: readonly ConsoleEntry[], nowMs: number): readonly Line[] {
  const encoder = new TextEncoder();
  return entries.flatMap(({ text, stream, atMs = nowMs }) => {
    const lines = text.split('\n');
    if (lines.length > 1 && lines.at(-1) === '') lines.pop();
    return lines.map((line) => ({
      atMs,
      error: tellsError(line),
      bytes: encoder.encode(
        `${formatLogLine(atMs, stream, line.endsWith('\r') ? line.slice(0, -1) : line)}\n`,
      ),
    }));
  });
}

interface PartRow extends Omit<Part, 'errors'> {
  readonly errorLines: string;
}

function* lastPart(runInternalId: number, name: string): Work<Part | undefined> {
  const row = yield* first<PartRow>(
    `SELECT part_number AS "number", start_byte AS "startByte", start_line AS "startLine",
       first_at_ms AS "firstAtMs", line_count AS "lineCount", error_count AS "errorCount",
       error_lines AS "errorLines", content
     FROM console_part WHERE run = ? AND log_name = ? ORDER BY part_number DESC LIMIT 1`,
    [runInternalId, name],
  );
  return row === undefined ? undefined : { ...row, errors: toNumbers(row.errorLines) };
}

function toNumbers(list: string): readonly number[] {
  return list === '' ? [] : list.split(',').map(Number);
}

function endOf(part: Part | undefined): { readonly line: number; readonly byte: number } {
  if (part === undefined) return { line: 0, byte: 0 };
  return { line: part.startLine + part.lineCount, byte: part.startByte + part.content.length };
}

/** The parts that change or come new: the last one is filled up first. */
function fillParts(last: Part | undefined, lines: readonly Line[]): readonly Part[] {
  const parts: Part[] = [];
  let open = last;
  let from = 0;
  while (from < lines.length) {
    const base = open === undefined || open.content.length >= fullPartBytes ? after(open, lines[from]) : open;
    let room = fullPartBytes - base.content.length;
    let to = from;
    while (to < lines.length && (room > 0 || to === from)) {
      room -= lines[to]?.bytes.length ?? 0;
      to += 1;
    }
    open = extend(base, lines.slice(from, to));
    parts.push(open);
    from = to;
  }
  return parts;
}

function after(part: Part | undefined, line: Line | undefined): Part {
  const { line: startLine, byte: startByte } = endOf(part);
  return {
    number: (part?.number ?? -1) + 1,
    startByte,
    startLine,
    firstAtMs: line?.atMs ?? 0,
    errors: [],
    errorCount: 0,
    lineCount: 0,
    content: new Uint8Array(),
  };
}

function extend(part: Part, lines: readonly Line[]): Part {
  const added = lines.flatMap((line, index) => (line.error ? [part.startLine + part.lineCount + index] : []));
  const content = new Uint8Array(lines.reduce((sum, { bytes }) => sum + bytes.length, part.content.length));
  content.set(part.content);
  let at = part.content.length;
  for (const { bytes } of lines) {
    content.set(bytes, at);
    at += bytes.length;
  }
  return {
    ...part,
    content,
    lineCount: part.lineCount + lines.length,
    errors: [...part.errors, ...added].slice(0, maxErrors),
    errorCount: part.errorCount + added.length,
  };
}

function* keepPart(runInternalId: number, name: string, part: Part): Work<void> {
  yield* run(
    `INSERT INTO console_part (run, log_name, part_number, start_byte, start_line, byte_count, line_count,
       first_at_ms, error_count, error_lines, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (run, log_name, part_number) DO UPDATE SET byte_count = excluded.byte_count,
       line_count = excluded.line_count, error_count = excluded.error_count,
       error_lines = excluded.error_lines, content = excluded.content`,
    [
      runInternalId,
      name,
      part.number,
      part.startByte,
      part.startLine,
      part.content.length,
      part.lineCount,
      part.firstAtMs,
      part.errorCount,
      part.errors.join(','),
      part.content,
    ],
  );
}

export interface ConsoleLog {
  readonly name: string;
  readonly bytes: number;
}

/** The console logs of a run by name, and when the run began. Throws `not-found`. */
export const listConsoles = defineRead('run-logs.list', 'short', function* (key: RunKey): Work<{
  readonly startedAtMs: number;
  readonly logs: readonly ConsoleLog[];
}> {
  const { id, startedAtMs } = yield* runByKey(key);
  const logs = yield* all<ConsoleLog>(
    `SELECT log_name AS "name", MAX(start_byte + byte_count) AS "bytes" FROM console_part
     WHERE run = ? GROUP BY log_name ORDER BY log_name`,
    [id],
  );
  return { startedAtMs, logs };
});

export interface ConsolePart {
  readonly line: number;
  readonly byte: number;
  readonly atMs: number;
  readonly lineCount: number;
  readonly byteCount: number;
  readonly errorCount: number;
  readonly errorLines: string;
}

/** Every part of a console log without its text. */
export const listConsoleParts = defineRead('run-logs.parts', 'long', function* (key: ConsoleKey): Work<
  readonly ConsolePart[]
> {
  const { id } = yield* runByKey(key);
  return yield* all<ConsolePart>(
    `SELECT start_line AS "line", start_byte AS "byte", first_at_ms AS "atMs", line_count AS "lineCount",
       byte_count AS "byteCount", error_count AS "errorCount", error_lines AS "errorLines"
     FROM console_part WHERE run = ? AND log_name = ? ORDER BY part_number`,
    [id, key.name],
  );
});

/** The text of the parts that lie in a span of bytes; `end` is exclusive. */
export const readConsoleParts = defineRead(
  'run-logs.read',
  'long',
  function* (
    input: ConsoleKey & { readonly start: number; readonly end: number },
  ): Work<readonly { readonly byte: number; readonly content: Uint8Array }[]> {
    const { id } = yield* runByKey(input);
    return yield* all<{ byte: number; content: Uint8Array }>(
      `SELECT start_byte AS "byte", content FROM console_part
       WHERE run = ? AND log_name = ? AND start_byte < ? AND start_byte + byte_count > ? ORDER BY part_number`,
      [id, input.name, input.end, input.start],
    );
  },
);
