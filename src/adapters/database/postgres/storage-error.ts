import { DatabaseError } from 'pg';
import { Problem } from '#contract/problem.ts';

const uniqueViolation = '23505';

/** Another transaction was in the way; the same work may well succeed when begun anew. */
const transient = new Set(['40001', '40P01', uniqueViolation]);

/** A class of SQLSTATE, or a whole one, and what it means to a caller. */
const meanings: readonly (readonly [string, Problem['code'], string])[] = [
  [
    '53100',
    'storage-full',
    'The disk of the PostgreSQL server is full: nothing was written. Free some space, then try again.',
  ],
  [
    '22021',
    'invalid-input',
    'The database cannot keep this text: it holds a NUL character or broken Unicode.',
  ],
  [
    '22P05',
    'invalid-input',
    'The database cannot keep this text: it holds a NUL character or broken Unicode.',
  ],
  ['40', 'unavailable', 'Too many writes met at the same place of the database. Try again in a moment.'],
  ['08', 'unavailable', 'The connection to PostgreSQL broke. Try again in a moment.'],
  ['57P', 'unavailable', 'The PostgreSQL server is stopping or starting. Try again in a moment.'],
  ['53', 'unavailable', 'The PostgreSQL server has no connection or memory left. Try again in a moment.'],
  ['28', 'unavailable', 'PostgreSQL refused the user or password of ATELIER_DATABASE_URL.'],
  ['3D000', 'unavailable', 'The database that ATELIER_DATABASE_URL names does not exist. Create it first.'],
];

export function isTransient(error: unknown): boolean {
  return error instanceof DatabaseError && transient.has(error.code ?? '');
}

export function toStorageError(error: unknown): unknown {
  if (error instanceof Problem) return error;
  if (error instanceof DatabaseError) {
    const meaning = meanings.find(([state]) => error.code?.startsWith(state));
    return meaning === undefined ? error : new Problem(meaning[1], meaning[2]);
  }
  if (error instanceof Error && isConnectionLoss(error)) {
    return new Problem('unavailable', `PostgreSQL cannot be reached: ${reasonOf(error)}.`);
  }
  return error;
}

function isConnectionLoss(error: Error): boolean {
  const isSystemError = 'syscall' in error || error instanceof AggregateError;
  return (
    isSystemError || /connection (terminated|timeout)|timeout exceeded|not queryable/i.test(error.message)
  );
}

function reasonOf(error: Error): string {
  if (error.message !== '') return error.message;
  return error instanceof AggregateError ? error.errors.map(String).join('; ') : error.name;
}
