import { type LogIndex, maxErrors } from '#domain/console/log-index.ts';
import type { Database } from '#server/ports/database.ts';
import { type ConsoleKey, listConsoleParts, readConsoleParts } from './console.queries.ts';
import type { LogSource } from './run-logs.types.ts';

/** Console output that was sent here, part by part. */
export function consoleSource(database: Database, key: ConsoleKey): LogSource {
  return {
    async index(): Promise<LogIndex> {
      const parts = await database.read(listConsoleParts, key);
      const last = parts.at(-1);
      return {
        bytes: last === undefined ? 0 : last.byte + last.byteCount,
        lines: last === undefined ? 0 : last.line + last.lineCount,
        blocks: parts.map(({ line, byte, atMs }) => ({ line, byte, atMs })),
        zoned: true,
        errors: parts
          .flatMap(({ errorLines }) => (errorLines === '' ? [] : errorLines.split(',').map(Number)))
          .slice(0, maxErrors),
        errorCount: parts.reduce((sum, { errorCount }) => sum + errorCount, 0),
      };
    },

    async read(start, end): Promise<Uint8Array> {
      const parts = await database.read(readConsoleParts, { ...key, start, end });
      const first = parts[0]?.byte ?? start;
      const whole = new Uint8Array(parts.reduce((sum, { content }) => sum + content.length, 0));
      for (const { byte, content } of parts) whole.set(content, byte - first);
      return whole.subarray(start - first, end - first);
    },
  };
}
