import { DatabaseSync } from 'node:sqlite';
import { createNodeEngine } from '#adapters/database/sqlite/node-engine.ts';
import { createInProcessDatabase } from '#adapters/database/sync/in-process-database.ts';
import { migrate } from '#adapters/database/sync/migrate.ts';
import type { MetricPoint } from '#domain/series/metric-point.ts';
import { packPoints } from '#domain/series/point-batch.ts';
import { type Database, defineWrite, run } from '#server/ports/database.ts';
import { migrations } from '#server/schema/migrations.ts';
import { foldJournal } from './fold.queries.ts';
import { appendPoints } from './metrics.queries.ts';

export const context = { actor: { personId: 'p', name: 'P', via: 'system' }, nowMs: 1 } as const;
export const runIds = ['a', 'b'];

/** A database with two runs (internal ids 1 and 2), and the lever that makes its next statements fail. */
export async function createStore() {
  const engine = createNodeEngine(new DatabaseSync(':memory:'));
  migrate(engine, migrations, 0);
  const failure = { afterStatements: Infinity };
  const database = createInProcessDatabase({
    ...engine,
    query(sql, params) {
      // What ends a transaction goes on working.
      if (/^(INSERT|UPDATE|DELETE)/.test(sql)) {
        failure.afterStatements -= 1;
        if (failure.afterStatements < 0) throw new Error('the disk is gone');
      }
      return engine.query(sql, params);
    },
  });
  await database.write(insertRuns, undefined, context);
  return { database, failure };
}

export const insertRuns = defineWrite(
  'test.runs',
  function* () {
    yield* run(
      `INSERT INTO workspace (id, slug, name, description, created_at_ms) VALUES (1, 'w', 'w', '', 0)`,
    );
    yield* run(
      `INSERT INTO experiment (id, workspace_id, name, artifact_location, lifecycle, created_at_ms, updated_at_ms)
         VALUES (1, 1, 'e', '', 'active', 0, 0)`,
    );
    for (const [index, runId] of runIds.entries()) {
      yield* run(
        `INSERT INTO run (id, run_id, workspace_id, experiment_id, name, user_id, status, started_at_ms, lifecycle,
           artifact_uri, created_by, created_at_ms, updated_at_ms)
         VALUES (?, ?, 1, 1, '', '', 'RUNNING', 100, 'active', '', '', 0, 0)`,
        [index + 1, runId],
      );
    }
  },
  () => [],
);

/** Appends what one logging call brings. */
export const append = defineWrite(
  'test.append',
  function* (input: { readonly run: number; readonly points: readonly MetricPoint[] }) {
    yield* appendPoints(input.run, packPoints(input.points), input.points.length);
  },
  () => [],
);

/** Folds until the journal is empty. */
export async function foldAll(database: Database, maxPoints: number) {
  for (;;) if (!(await database.write(foldJournal, { maxPoints }, context)).more) return;
}
