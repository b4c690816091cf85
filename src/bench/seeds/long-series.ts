import { startServer } from '#checks/server-process.ts';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRuns, logSeries } from '../tracking-calls.ts';
import { cachedFolder, schemaVersion } from './cached-folder.ts';

export interface LongSeries {
  readonly home: string;
  /** A hundred runs with 100,000 points of `loss` each. */
  readonly many: readonly string[];
  /** One run with 1,000,000 points of `loss`. */
  readonly longest: string;
}

const list = 'runs.txt';

/** A home with long series, logged over HTTP. */
export async function homeWithLongSeries(): Promise<LongSeries> {
  const home = await cachedFolder('atelier-long-series', `${schemaVersion} 1`, async (folder) => {
    const server = await startServer({ home: folder });
    const url = new URL(server.url);
    const runIds = await createRuns(url, 101);
    const left = runIds.map((runId, index) => ({ runId, points: index === 0 ? 1_000_000 : 100_000 }));
    const logNext = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift())
        await logSeries(url, next.runId, 'loss', next.points);
    };
    await Promise.all(Array.from({ length: 8 }, logNext));
    await server.stop();
    await writeFile(join(folder, list), runIds.join('\n'));
  });
  const [longest = '', ...many] = (await readFile(join(home, list), 'utf8')).split('\n');
  return { home, many, longest };
}
