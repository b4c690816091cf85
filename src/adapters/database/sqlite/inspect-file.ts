import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { Problem } from '#contract/problem.ts';

const magic = 'SQLite format 3\0';
const headerBytes = 100;

export interface FileState {
  readonly isNew: boolean;
  readonly sizeBytes: number;
}

/**
 * Looks at a database file before SQLite does, as SQLite would take an empty or cut file for its own and write to it.
 * Throws a Problem where the file is something else, or shorter than its own header says.
 */
export function inspectFile(path: string): FileState {
  const read = readHeader(path);
  if (read === undefined || read.sizeBytes === 0) return { isNew: true, sizeBytes: 0 };
  const { header, sizeBytes } = read;
  if (header.toString('latin1', 0, magic.length) !== magic) {
    throw damaged(path, 'it is not an SQLite database');
  }
  const rawPageSize = header.readUInt16BE(16);
  const pageSize = rawPageSize === 1 ? 65_536 : rawPageSize;
  const expectedBytes = header.readUInt32BE(28) * pageSize;
  // With a log beside it the file may be short: a checkpoint writes the first page before it makes the file longer.
  if (sizeBytes < expectedBytes && !existsSync(`${path}-wal`)) {
    throw damaged(path, `it is cut: ${sizeBytes} bytes of ${expectedBytes}`);
  }
  return { isNew: false, sizeBytes };
}

export function damaged(path: string, what: string): Problem {
  return new Problem(
    'unavailable',
    `The database ${path} is damaged (${what}). It was left untouched: restore a copy of the home, or use another home.`,
    { path },
  );
}

function readHeader(path: string): { header: Buffer; sizeBytes: number } | undefined {
  const file = openIfThere(path);
  if (file === undefined) return undefined;
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) {
      const what = stats.isDirectory() ? 'a folder' : 'no regular file';
      throw new Problem(
        'unavailable',
        `The database ${path} is ${what}. Move it away, or use another home.`,
        {
          path,
        },
      );
    }
    const header = Buffer.alloc(headerBytes);
    readSync(file, header, 0, headerBytes, 0);
    return { header, sizeBytes: stats.size };
  } finally {
    closeSync(file);
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('unavailable', `The database ${path} cannot be read: ${reason}.`, { path });
  }
}
