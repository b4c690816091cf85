import type {
  Database as WasmDatabase,
  PreparedStatement,
  Sqlite3Static,
  SqlValue as WasmValue,
} from '@sqlite.org/sqlite-wasm';
import type { Row, SqlValue } from '#server/ports/database.ts';
import type { SyncEngine } from '../sync/engine.ts';
import { createStatementCache } from '../sync/statement-cache.ts';
import { toStorageError } from '../sync/storage-error.ts';

const statementCapacity = 300;

/** An engine over an open database of SQLite's own WebAssembly build, which it owns. */
export function createWasmEngine(sqlite: Sqlite3Static, connection: WasmDatabase): SyncEngine {
  const cache = createStatementCache<PreparedStatement>(
    statementCapacity,
    (sql) => connection.prepare(sql),
    (statement) => {
      statement.finalize();
    },
  );
  const guarded = <T>(sql: string, action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw toStorageError(error, error instanceof sqlite.SQLite3Error ? error.resultCode : undefined, sql);
    }
  };
  return {
    query: (sql, params) =>
      guarded(sql, () => {
        const statement = cache.get(sql);
        try {
          bindAll(sqlite, statement, params);
          return stepThrough(statement);
        } finally {
          statement.reset(true);
        }
      }),
    execute: (script) => {
      guarded(script, () => connection.exec(script));
    },
    inTransaction: () => sqlite.capi.sqlite3_get_autocommit(connection) === 0,
    close() {
      cache.clear();
      connection.close();
    },
  };
}

function bindAll(sqlite: Sqlite3Static, statement: PreparedStatement, params: readonly SqlValue[]): void {
  for (const [index, value] of params.entries()) {
    // The library binds every whole number as an integer of 64 bits, which 1e300 does not fit.
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
      sqlite.capi.sqlite3_bind_double(statement, index + 1, value);
    } else {
      statement.bind(index + 1, value);
    }
  }
}

function stepThrough(statement: PreparedStatement): readonly Row[] {
  const rows: Row[] = [];
  if (statement.columnCount === 0) {
    statement.step();
    return rows;
  }
  const columns = statement.getColumnNames();
  while (statement.step()) {
    const row: Record<string, SqlValue> = {};
    for (const [index, column] of columns.entries()) row[column] = toSqlValue(statement.get(index));
    rows.push(row);
  }
  return rows;
}

function toSqlValue(value: WasmValue): SqlValue {
  if (value instanceof ArrayBuffer || value instanceof Int8Array) {
    throw new Error('SQLite answered bytes of a kind that was not asked for.');
  }
  return value;
}
