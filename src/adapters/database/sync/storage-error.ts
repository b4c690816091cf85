import { Problem } from '#contract/problem.ts';

const full = 13;
const busy = 5;
const readOnly = 8;
const inputOutput = 10;
const corrupt = 11;
const cannotOpen = 14;
const notADatabase = 26;

/**
 * What an SQLite result code (extended or not) means to a caller; the error itself, with its SQL, where it can only
 * be a mistake of ours.
 */
export function toStorageError(error: unknown, resultCode: number | undefined, sql: string): unknown {
  switch ((resultCode ?? 0) & 0xff) {
    case full:
      return new Problem(
        'storage-full',
        'The disk that holds the database is full: nothing was written. Free some space, then try again.',
      );
    case corrupt:
    case notADatabase:
      return new Problem(
        'unavailable',
        'The database file is damaged. Stop Atelier, keep the file, and restore the newest copy of the home.',
      );
    case busy:
      return new Problem('unavailable', 'Another program is holding the database. Try again in a moment.');
    case readOnly:
    case cannotOpen:
      return new Problem(
        'unavailable',
        'The database file cannot be written. Check its owner and permissions.',
      );
    case inputOutput:
      return new Problem('unavailable', 'The disk that holds the database failed to read or write.');
    default:
      return new Error(`${messageOf(error)}, in: ${sql.slice(0, 500)}`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
