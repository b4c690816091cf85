import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '#contract/problem.ts';

export interface HomeFolder {
  readonly database: string;
  readonly artifacts: string;
}

/** Makes the home where there is none, and makes sure that it can be written. */
export async function openHome(home: string): Promise<HomeFolder> {
  const probe = join(home, `.writable-${randomUUID()}`);
  try {
    await makeFolder(home);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Problem(
      'unavailable',
      `The home ${home} cannot be written (${reason}). Choose another with --home, or give this user the right to write there.`,
      { home },
    );
  }
  return { database: join(home, 'atelier.db'), artifacts: join(home, 'artifacts') };
}

/** Step by step: the recursive `mkdir` of Node never returns where a file system refuses with ENOENT, as /proc does. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    const parent = dirname(path);
    const parentThere = await stat(parent).catch(() => undefined);
    if (code !== 'ENOENT' || parentThere !== undefined) throw error;
    await makeFolder(parent);
    await mkdir(path);
  }
}
