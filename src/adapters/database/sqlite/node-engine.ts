import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Row, SqlValue } from '#server/ports/database.ts';
import type { SyncEngine } from '../sync/engine.ts';
import { createStatementCache } from '../sync/statement-cache.ts';
import { toStorageError } from '../sync/storage-error.ts';

const statementCapacity = 300;

/** Statements known to change nothing, which may therefore run a second time. */
const pureSelect = /^\s*SELECT\b/i;

interface Prepared {
  readonly statement: StatementSync;
  /** Whether integers are read as bigint, which is slower, and then narrowed. */
  wide: boolean;
}

/** An engine over an open `node:sqlite` connection, which it owns. */
export function createNodeEngine(connection: DatabaseSync): SyncEngine {
  const cache = createStatementCache<Prepared>(
    statementCapacity,
    (sql) => {
      const statement = connection.prepare(sql);
      const wide = !pureSelect.test(sql);
      statement.setReadBigInts(wide);
      return { statement, wide };
    },
    () => undefined,
  );
  return {
    query(sql, params) {
      try {
        return rowsOf(cache.get(sql), params.map(toInput));
      } catch (error) {
        throw toStorageError(error, resultCodeOf(error), sql);
      }
    },
    execute(script) {
      try {
        connection.exec(script);
      } catch (error) {
        throw toStorageError(error, resultCodeOf(error), script);
      }
    },
    inTransaction: () => connection.isTransaction,
    close() {
      cache.clear();
      connection.close();
    },
  };
}

/** `node:sqlite` binds every number as a double; whole ones are handed over as integers, as in the other engines. */
function toInput(value: SqlValue): SqlValue {
  return typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)
    ? BigInt(value)
    : value;
}

function rowsOf(prepared: Prepared, params: readonly SqlValue[]): readonly Row[] {
  if (prepared.wide) return narrowed(prepared.statement.all(...params));
  try {
    return prepared.statement.all(...params);
  } catch (error) {
    if (!isOutOfRange(error)) throw error;
    prepared.wide = true;
    prepared.statement.setReadBigInts(true);
    return narrowed(prepared.statement.all(...params));
  }
}

function narrowed(rows: readonly Record<string, SQLOutputValue>[]): readonly Row[] {
  for (const row of rows) {
    for (const [column, value] of Object.entries(row)) {
      if (typeof value === 'bigint' && isSafe(value)) row[column] = Number(value);
    }
  }
  return rows;
}

function isSafe(value: bigint): boolean {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER;
}

function isOutOfRange(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_OUT_OF_RANGE';
}

function resultCodeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode : undefined;
}
