import { Problem } from '#contract/problem.ts';
import { createLogIndexer, type LogIndex } from '#domain/console/log-index.ts';
import type { ArtifactFile } from '#server/modules/artifacts/artifacts.types.ts';
import type { LogSource } from './run-logs.types.ts';

const maxFileBytes = 1024 ** 3;
/** Indexes kept in memory: some hundred kilobytes for a log of a hundred megabytes. */
const keptIndexes = 16;
/** Without a hash, a file is known by its size: only where reading it anew would cost, and that is not likely to deceive. */
const unhashedFrom = 4 * 1024 * 1024;

/** Logs among the artifacts. Where their lines are is remembered for those looked at last. */
export function createFileSources() {
  const indexes = new Map<string, Promise<LogIndex>>();

  async function indexOf(file: ArtifactFile): Promise<LogIndex> {
    if (file.sha256 === undefined && file.size < unhashedFrom) return readIndex(file);
    const key = JSON.stringify([file.path, file.size, file.sha256 ?? '']);
    const found = indexes.get(key) ?? readIndex(file);
    indexes.delete(key);
    indexes.set(key, found);
    const [oldest] = indexes.keys();
    if (indexes.size > keptIndexes && oldest !== undefined) indexes.delete(oldest);
    try {
      return await found;
    } catch (error) {
      indexes.delete(key);
      throw error;
    }
  }

  return {
    /** Throws `too-large` for more than a gigabyte. */
    open(file: ArtifactFile): LogSource {
      if (file.size > maxFileBytes) {
        throw new Problem(
          'too-large',
          `The log has ${file.size} bytes; up to ${maxFileBytes} can be shown here. Download it to read it.`,
          { size: file.size, limit: maxFileBytes },
        );
      }
      return {
        index: async () => indexOf(file),
        async read(start, end) {
          if (end <= start || start >= file.size) return new Uint8Array();
          const body = await file.read({ start, end: Math.min(end, file.size) - 1 });
          return new Uint8Array(await new Response(body).arrayBuffer());
        },
      };
    },
  };
}

async function readIndex(file: ArtifactFile): Promise<LogIndex> {
  const latin1 = new TextDecoder('latin1');
  const indexer = createLogIndexer((chunk) => latin1.decode(chunk));
  if (file.size > 0) for await (const chunk of await file.read()) indexer.add(chunk);
  return indexer.finish();
}
