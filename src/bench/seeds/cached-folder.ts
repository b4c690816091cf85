import { migrations } from '#server/schema/migrations.ts';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const cache = join(import.meta.dirname, '../../../node_modules/.cache/bench');

/**
 * A folder filled once by `fill` and kept for later runs of the benchmarks. It is either whole or not there at all.
 * @param version changes whenever `fill` would put something else into it
 */
export async function cachedFolder(
  name: string,
  version: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cache, `${name}-${createHash('sha256').update(version).digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  process.stderr.write(`  making ${name} (once; kept in node_modules/.cache/bench) …\n`);
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await fill(unfinished);
  await rename(unfinished, folder);
  return folder;
}

/** Homes made under another schema are of no use. */
export const schemaVersion = JSON.stringify(migrations);
