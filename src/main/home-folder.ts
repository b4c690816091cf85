import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#contract/problem.ts';

export interface HomeFolder {
  readonly database: string;
  readonly artifacts: string;
}

/** Makes the home where there is none, and makes sure that it can be written. */
export async function openHome(home: string): Promise<HomeFolder> {
  const probe = join(home, `.writable-${randomUUID()}`);
  try {
    await mkdir(home, { recursive: true });
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
