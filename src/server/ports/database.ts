/**
 * The database port. SQL is written once, as *work*: a generator that yields statements and receives rows.
 * A synchronous driver (SQLite, in its own thread or in the browser) runs it in a plain loop; an asynchronous
 * one (PostgreSQL) awaits each step. Work is therefore pure control flow: no I/O of its own, no clock, no ids.
 *
 * Reads and writes are *named definitions*, so that a driver may run them in another thread: only the name and
 * the (structured-cloneable) input cross over.
 */

export type SqlValue = string | number | bigint | null | Uint8Array;
export type Row = Readonly<Record<string, SqlValue>>;

/**
 * One statement, with `?` for parameters in order. Written in the subset of SQL that every driver speaks:
 * - upserts as `INSERT … ON CONFLICT (key) DO UPDATE SET …`; `RETURNING` where the new row is wanted;
 * - `LIKE` heeds case; without it `lower(x) LIKE lower(?)` (letters of ASCII only). With `ESCAPE` always;
 * - `json_group_array(x)` is a column as one JSON array: many values come quicker so than row by row. An infinite
 *   number is too large for a double there, or its name as a text;
 * - output columns in camel case are quoted: `AS "atMs"`;
 * - truth is 1 and 0 in rows and parameters; a NaN parameter is stored as NULL;
 * - integers come back as `number`, beyond 2^53 as `bigint` (or ask for `CAST(x AS TEXT)`).
 */
export interface Statement {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

export type Work<T> = Generator<Statement, T, readonly Row[]>;

export interface ReadDefinition<I, O> {
  readonly kind: 'read';
  readonly name: string;
  /** `long` reads go to a reader thread where there is one; `short` ones (under a millisecond) may run in place. */
  readonly weight: 'short' | 'long';
  work(this: void, input: I): Work<O>;
}

/** Who does a write, when, and by which door. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly via: 'studio' | 'mlflow' | 'cli' | 'system';
}

export interface WriteContext {
  readonly actor: Actor;
  readonly nowMs: number;
}

/** What a write leaves behind in the audit trail, in the same transaction. */
export interface AuditEntry {
  readonly workspaceId: number;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  /**
   * Set for streams of small writes (metric logging): entries of the same actor, action and subject within one
   * hour are summed into one event whose count grows by this much.
   */
  readonly sumCount?: number;
}

export interface WriteDefinition<I, O> {
  readonly kind: 'write';
  readonly name: string;
  work(this: void, input: I, context: WriteContext): Work<O>;
  /** The audit entries of this write; an empty list only where nothing changed. */
  audit(this: void, input: I, output: O): readonly AuditEntry[];
}

/** Every read and write by its name, so that a database thread can find what the main thread asks for. */
export type DefinitionsByName = ReadonlyMap<
  string,
  ReadDefinition<never, unknown> | WriteDefinition<never, unknown>
>;

export interface Database {
  /** Sees every write acknowledged before the call. */
  read<I, O>(definition: ReadDefinition<I, O>, input: I): Promise<O>;
  /**
   * Runs in one serializable transaction together with its audit entries, and resolves once that is durable.
   * A `Problem` thrown by the work rolls back this write alone. Work may be run again from the start (by drivers
   * that meet serialization failures), so it must not keep state outside itself.
   */
  write<I, O>(definition: WriteDefinition<I, O>, input: I, context: WriteContext): Promise<O>;
  close(): Promise<void>;
}

export function defineRead<I, O>(
  name: string,
  weight: 'short' | 'long',
  work: (input: I) => Work<O>,
): ReadDefinition<I, O> {
  return { kind: 'read', name, weight, work };
}

export function defineWrite<I, O>(
  name: string,
  work: (input: I, context: WriteContext) => Work<O>,
  audit: (input: I, output: O) => readonly AuditEntry[],
): WriteDefinition<I, O> {
  return { kind: 'write', name, work, audit };
}

/** All rows of a statement. `R` states the columns the SQL selects; nothing checks it but the tests. */
export function* all<R>(sql: string, params: readonly SqlValue[] = []): Work<readonly R[]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where rows gain a type
  return (yield { sql, params }) as unknown as readonly R[];
}

/** The first row, or `undefined`. */
export function* first<R>(sql: string, params: readonly SqlValue[] = []): Work<R | undefined> {
  const rows = yield* all<R>(sql, params);
  return rows[0];
}

/** A statement whose rows do not matter. */
export function* run(sql: string, params: readonly SqlValue[] = []): Work<void> {
  yield { sql, params };
}
