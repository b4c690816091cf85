import type { ReadDefinition, Work } from '#server/ports/database.ts';
import type { SyncEngine } from './engine.ts';
import { runWork } from './run-work.ts';

export type Outcome =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };

/** Begins a write's work anew at each call, as it may have to run twice. */
export type StartWork<O> = () => Work<O>;

/** All statements of one read see the same state, also while another connection writes. */
export function readSnapshot<I, O>(engine: SyncEngine, definition: ReadDefinition<I, O>, input: I): O {
  engine.query('BEGIN', []);
  try {
    return runWork(engine, definition.work(input));
  } finally {
    if (engine.inTransaction()) engine.query('COMMIT', []);
  }
}

/** One write in a transaction of its own, durable (as far as the connection is) when this returns. */
export function writeAlone<O>(engine: SyncEngine, start: StartWork<O>): O {
  engine.query('BEGIN IMMEDIATE', []);
  try {
    const value = runWork(engine, start());
    engine.query('COMMIT', []);
    return value;
  } catch (error) {
    rollBack(engine);
    throw error;
  }
}

/**
 * Writes everything that waits in one transaction, so that many writes share one sync to disk. A write that fails
 * takes only its own changes back.
 */
export function writeGroup(engine: SyncEngine, writes: readonly StartWork<unknown>[]): readonly Outcome[] {
  const outcomes = writes.length === 1 ? undefined : tryGroup(engine, writes);
  // The engine gave up the whole transaction, so one write may have cost its neighbours: each gets its own chance.
  return outcomes ?? writes.map((start) => settle(() => writeAlone(engine, start)));
}

function tryGroup(engine: SyncEngine, writes: readonly StartWork<unknown>[]): readonly Outcome[] | undefined {
  try {
    engine.query('BEGIN IMMEDIATE', []);
    const outcomes: Outcome[] = [];
    for (const start of writes) {
      const outcome = settle(() => writeInSavepoint(engine, start));
      if (!engine.inTransaction()) return undefined;
      outcomes.push(outcome);
    }
    engine.query('COMMIT', []);
    return outcomes;
  } catch {
    rollBack(engine);
    return undefined;
  }
}

function writeInSavepoint(engine: SyncEngine, start: StartWork<unknown>): unknown {
  engine.query('SAVEPOINT one_write', []);
  try {
    const value = runWork(engine, start());
    engine.query('RELEASE one_write', []);
    return value;
  } catch (error) {
    if (engine.inTransaction()) {
      engine.query('ROLLBACK TO one_write', []);
      engine.query('RELEASE one_write', []);
    }
    throw error;
  }
}

function settle(attempt: () => unknown): Outcome {
  try {
    return { ok: true, value: attempt() };
  } catch (error) {
    return { ok: false, error };
  }
}

function rollBack(engine: SyncEngine): void {
  if (engine.inTransaction()) engine.query('ROLLBACK', []);
}
