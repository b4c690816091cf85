import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
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
    if ((await stat(home).catch(() => undefined))?.isFile() === true) {
      throw new Problem(
        'unavailable',
        `The home ${home} is a file. Name a folder with --home; it is made where there is none.`,
        { home },
      );
    }
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Problem(
      'unavailable',
      `The home ${home} cannot be written (${reason}). Choose another with --home, or give this user the right to write there.`,
      { home },
    );
  }
  return { database: join(home, 'atelier.db'), artifacts: join(home, 'artifacts') };
}

/**
 * Refuses to begin a new database beside artifacts: they belong to one that was lost, and a new one would number its
 * experiments as that one did and keep files among them. Call while holding the home's lock.
 */
export async function refuseOrphans({ database, artifacts }: HomeFolder): Promise<void> {
  const there = await stat(database).catch(() => undefined);
  if (there !== undefined && (there.size > 0 || !there.isFile())) return;
  const names = await readdir(artifacts).catch(() => []);
  // Names with a dot in front are the store's own.
  if (names.every((name) => name.startsWith('.'))) return;
  throw new Problem(
    'unavailable',
    `The database ${database} is ${there === undefined ? 'missing' : 'empty'}, but ${artifacts} holds artifacts. Put the database back from a copy; or, to begin anew, move the artifacts folder away.`,
    { database, artifacts },
  );
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
