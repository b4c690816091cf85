import type { Pool, PoolClient } from 'pg';
import type { ReadDefinition, Work } from '#server/ports/database.ts';
import { runStatement, runWork } from './run-work.ts';

type Isolation = 'SERIALIZABLE' | 'REPEATABLE READ READ ONLY';

/** Lends a connection. The pool itself drops one that broke. */
export async function withClient<T>(pool: Pool, action: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await action(client);
  } finally {
    client.release();
  }
}

export async function inTransaction<T>(
  client: PoolClient,
  isolation: Isolation,
  start: () => Work<T>,
): Promise<T> {
  await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
  try {
    const value = await runWork(client, start());
    await client.query('COMMIT');
    return value;
  } catch (error) {
    // Fails only where the connection is lost, and the transaction with it.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/**
 * A reader of definitions. Most reads are one statement, which is a snapshot by itself and costs one round trip; those
 * seen to have more run in a transaction from then on.
 */
export function createSnapshotReader() {
  const severalStatements = new Set<string>();
  return async function read<I, O>(
    client: PoolClient,
    definition: ReadDefinition<I, O>,
    input: I,
  ): Promise<O> {
    if (!severalStatements.has(definition.name)) {
      const work = definition.work(input);
      const only = work.next();
      if (only.done === true) return only.value;
      const next = work.next(await runStatement(client, only.value));
      if (next.done === true) return next.value;
      severalStatements.add(definition.name);
    }
    return inTransaction(client, 'REPEATABLE READ READ ONLY', () => definition.work(input));
  };
}
