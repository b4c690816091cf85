import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Problem } from '#contract/problem.ts';

export interface HomeLock {
  release(): void;
}

const busy = 5;

/** A lock that nobody keeps a hold of would be let go with the garbage. */
const heldConnections = new Set<DatabaseSync>();

/**
 * Takes a home for this process alone, making the folder where there is none. The lock is the operating system's, on
 * `home.lock`: it goes with the process, however that ends, and nothing has to be cleaned up after a crash.
 * No one else in this process may open that file: closing it would let the lock go.
 * Throws a one-line Problem where another process holds the home or the folder cannot be written.
 */
export function lockHome(home: string): HomeLock {
  let connection: DatabaseSync | undefined;
  try {
    mkdirSync(home, { recursive: true });
    connection = new DatabaseSync(join(home, 'home.lock'), { timeout: 0 });
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection?.close();
    throw toProblem(home, error);
  }
  const held = connection;
  heldConnections.add(held);
  return {
    release() {
      if (heldConnections.delete(held)) held.close();
    },
  };
}

function toProblem(home: string, error: unknown): Problem {
  if (error instanceof Error && 'errcode' in error && error.errcode === busy) {
    return new Problem(
      'conflict',
      `The home ${home} is in use by another Atelier. Stop that one, or choose another home.`,
      { home },
    );
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new Problem('unavailable', `The home ${home} cannot be written: ${reason}.`, { home });
}
