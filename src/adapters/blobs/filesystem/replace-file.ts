import { copyFile, link, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeDurableFolder, syncFolder } from './durable-folder.ts';
import { errorCode } from './storage-problem.ts';

/**
 * Moves a file to its place, over the one that is there. Where `confirm` then fails, the one before is put back, or
 * nothing, where there was none.
 */
export async function replaceFile(
  temporary: string,
  target: string,
  confirm: () => Promise<void>,
): Promise<void> {
  const kept = `${temporary}.before`;
  try {
    const hadOne = await keepFile(target, kept);
    await moveInto(temporary, target);
    try {
      await confirm();
    } catch (error) {
      if (hadOne) await rename(kept, target);
      else await rm(target, { force: true });
      await syncFolder(dirname(target));
      throw error;
    }
  } finally {
    await rm(kept, { force: true });
  }
}

/** Gives a file a second name; not every file system can, then it is copied. False where there is no file. */
async function keepFile(path: string, kept: string): Promise<boolean> {
  try {
    await link(path, kept);
    return true;
  } catch (error) {
    if (isAbsent(error)) return false;
  }
  try {
    await copyFile(path, kept);
    return true;
  } catch (error) {
    // A folder in the place of the file is told by the move.
    if (isAbsent(error) || errorCode(error) === 'EISDIR') return false;
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR';
}

/** The folder may be deleted by another call just after it was made: then it is made once more. */
async function moveInto(temporary: string, target: string): Promise<void> {
  const folder = dirname(target);
  await makeDurableFolder(folder);
  try {
    await rename(temporary, target);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    await makeDurableFolder(folder);
    await rename(temporary, target);
  }
  await syncFolder(folder);
}

/** Lets work on the same path happen one after the other. */
export function createTurns() {
  const last = new Map<string, Promise<void>>();
  return async (path: string, work: () => Promise<void>): Promise<void> => {
    const before = last.get(path);
    const turn = before === undefined ? work() : before.then(work, work);
    last.set(path, turn);
    try {
      await turn;
    } finally {
      if (last.get(path) === turn) last.delete(path);
    }
  };
}
