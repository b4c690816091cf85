import { Problem } from '#contract/problem.ts';
import {
  all,
  defineRead,
  defineWrite,
  type DefinitionsByName,
  first,
  run,
  type SqlValue,
  type Work,
} from '#server/ports/database.ts';
import type { Migration } from '#server/ports/migration.ts';

/** A small schema and a handful of definitions with which every driver is tried. */
export const probeMigrations: readonly Migration[] = [
  {
    version: 1,
    name: 'probe',
    statements: [
      `CREATE TABLE audit_event (
        id {id}, workspace_id {int} NOT NULL, at_ms {int} NOT NULL, person_id TEXT NOT NULL,
        actor_name TEXT NOT NULL, via TEXT NOT NULL, action TEXT NOT NULL, subject_kind TEXT NOT NULL,
        subject_id TEXT NOT NULL, detail TEXT NOT NULL, event_count {int} NOT NULL)`,
      `CREATE TABLE counter (name TEXT PRIMARY KEY, total {int} NOT NULL) {compact}`,
      `CREATE TABLE cell (id {id}, label TEXT UNIQUE, whole {int}, fraction {real}, bytes {bytes})`,
      `CREATE TABLE filled (name TEXT NOT NULL, length {int} NOT NULL)`,
    ],
    // The next statement depends on what the one before has found, as in any work.
    *fill() {
      yield* run(`INSERT INTO filled (name, length) VALUES (?, ?)`, ['first', 5]);
      const found = yield* first<{ length: number }>(`SELECT length FROM filled WHERE name = ?`, ['first']);
      yield* run(`INSERT INTO filled (name, length) VALUES (?, ?)`, ['second', (found?.length ?? 0) + 1]);
    },
    finish: [
      `CREATE TABLE finished AS SELECT COUNT(*) AS names FROM filled`,
      `CREATE UNIQUE INDEX filled_by_name ON filled (name)`,
    ],
  },
];

export const addToCounter = defineWrite(
  'probe.add',
  function* (input: { readonly name: string; readonly by: number }): Work<number> {
    // Read first, then write: a driver that lets two of these overlap loses counts.
    const before = yield* first<{ total: number }>(`SELECT total FROM counter WHERE name = ?`, [input.name]);
    const total = (before?.total ?? 0) + input.by;
    yield* run(
      `INSERT INTO counter (name, total) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET total = excluded.total`,
      [input.name, total],
    );
    if (input.by < 0) throw new Problem('invalid-input', `Only forwards: ${input.by}.`, { by: input.by });
    return total;
  },
  (input) => [
    {
      workspaceId: 1,
      action: 'counter.add',
      subjectKind: 'counter',
      subjectId: input.name,
      sumCount: input.by,
    },
  ],
);

export const readCounter = defineRead('probe.counter', 'short', function* (name: string): Work<number> {
  return (yield* first<{ total: number }>(`SELECT total FROM counter WHERE name = ?`, [name]))?.total ?? 0;
});

export const readCounterLong = defineRead('probe.counter-long', 'long', readCounter.work);

export interface Cell {
  readonly label: string;
  readonly whole: number | bigint | null;
  readonly fraction: number | null;
  readonly bytes: Uint8Array | null;
}

export const insertCell = defineWrite(
  'probe.insert-cell',
  function* (cell: Cell): Work<number> {
    const row = yield* first<{ id: number }>(
      `INSERT INTO cell (label, whole, fraction, bytes) VALUES (?, ?, ?, ?) RETURNING id`,
      [cell.label, cell.whole, cell.fraction, cell.bytes],
    );
    return row?.id ?? -1;
  },
  (cell) => [
    {
      workspaceId: 1,
      action: 'cell.insert',
      subjectKind: 'cell',
      subjectId: cell.label,
      detail: { letters: cell.label.length },
    },
  ],
);

/** Puts a row in, then runs any statement: what the statement does wrong must take the row away again. */
export const insertThenRun = defineWrite(
  'probe.insert-then-run',
  function* (input: { readonly label: string; readonly sql: string }): Work<null> {
    yield* run(`INSERT INTO cell (label) VALUES (?)`, [input.label]);
    yield* run(input.sql);
    return null;
  },
  () => [],
);

/** Its answer cannot cross to another thread. */
export const answerFunction = defineWrite(
  'probe.answer-function',
  // oxlint-disable-next-line require-yield -- it never gets to a statement
  function* (_input: null): Work<() => void> {
    return () => undefined;
  },
  () => [],
);

export const query = defineRead(
  'probe.query',
  'short',
  function* (input: { readonly sql: string; readonly params?: readonly SqlValue[] }) {
    return yield* all<Record<string, SqlValue>>(input.sql, input.params);
  },
);

export const queryLong = defineRead('probe.query-long', 'long', query.work);

export const probeDefinitions: DefinitionsByName = new Map(
  [
    addToCounter,
    readCounter,
    readCounterLong,
    insertCell,
    insertThenRun,
    answerFunction,
    query,
    queryLong,
  ].map((definition) => [definition.name, definition]),
);
