import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Row, SqlValue } from '#server/ports/database.ts';
import type { SyncEngine } from '../sync/engine.ts';
import { createStatementCache } from '../sync/statement-cache.ts';
import { toStorageError } from '../sync/storage-error.ts';

const statementCapacity = 300;

/** Statements known to change nothing, which may therefore run a second time. */
const pureSelect = /^\s*SELECT\b/i;

interface Prepared {
  readonly statement: StatementSync;
  readonly columns: readonly string[];
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
      // The driver's own objects are slow to make and slower to read.
      statement.setReturnArrays(true);
      return { statement, columns: statement.columns().map((column) => column.name), wide };
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
  if (prepared.wide) return toRows(prepared, readValues(prepared, params));
  try {
    return toRows(prepared, readValues(prepared, params));
  } catch (error) {
    if (!isOutOfRange(error)) throw error;
    prepared.wide = true;
    prepared.statement.setReadBigInts(true);
    return toRows(prepared, readValues(prepared, params));
  }
}

function readValues({ statement }: Prepared, params: readonly SqlValue[]): readonly SqlValue[][] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types know nothing of setReturnArrays
  return statement.all(...params) as unknown as readonly SqlValue[][];
}

/** All rows of a statement get their columns in the same order, and so the same hidden class. */
function toRows({ columns, wide }: Prepared, rows: readonly SqlValue[][]): readonly Row[] {
  return rows.map((values) => {
    const row: Record<string, SqlValue> = {};
    for (let index = 0; index < columns.length; index += 1) {
      const value = values[index] ?? null;
      row[columns[index] ?? ''] = wide && typeof value === 'bigint' && isSafe(value) ? Number(value) : value;
    }
    return row;
  });
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
