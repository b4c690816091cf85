import type { Row, SqlValue } from '#server/ports/database.ts';

/** What an SQLite of any make must offer. Everything else is written once, over this. */
export interface SyncEngine {
  /** Runs one statement to its end. Integers beyond 2^53 come as bigint, all others as number. */
  query(sql: string, params: readonly SqlValue[]): readonly Row[];
  /** Runs a script of several statements without parameters. */
  execute(script: string): void;
  /** False again when SQLite itself gave up the transaction (a full disk, an I/O error). */
  inTransaction(): boolean;
  close(): void;
}
