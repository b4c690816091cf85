import { afterAll, describe, expect, test } from 'vitest';
import { openPostgres } from '#adapters/database/postgres/open-postgres.ts';
import { startPrivateCluster } from '#adapters/database/postgres/private-cluster.ts';
import { createNodeEngine } from '#adapters/database/sqlite/node-engine.ts';
import { createInProcessDatabase } from '#adapters/database/sync/in-process-database.ts';
import { migrate } from '#adapters/database/sync/migrate.ts';
import { packBlock } from '#domain/series/point-block.ts';
import { all, type Database, defineRead, defineWrite, run, type SqlValue } from '#server/ports/database.ts';
import { DatabaseSync } from 'node:sqlite';
import { foundation } from './0001-foundation.ts';
import { summariesAndNumbers } from './0002-summaries-and-numbers.ts';

const context = { actor: { personId: 'ada', name: 'Ada', via: 'system' }, nowMs: 0 } as const;

const execute = defineWrite(
  'test.execute',
  (input: { readonly sql: string; readonly params: readonly SqlValue[] }) => run(input.sql, input.params),
  () => [],
);
const dump = defineRead('test.dump', 'short', function* () {
  return {
    params: yield* all<{ number: number | null }>(
      `SELECT run, value, value_number AS "number" FROM param ORDER BY run`,
    ),
    series: yield* all(
      `SELECT key_id AS "key", mean_value AS "mean", first_value AS "first", first_is_nan AS "firstIsNan",
         first_at_ms AS "firstAtMs", step_of_min AS "stepOfMin", step_of_max AS "stepOfMax"
       FROM series ORDER BY key_id`,
    ),
  };
});

interface Place {
  /** Before the migration. */
  before(): Promise<Database>;
  /** The same data after it. */
  after(): Promise<Database>;
}

function inMemory(): Place {
  const engine = createNodeEngine(new DatabaseSync(':memory:'));
  const open = (migrations: Parameters<typeof migrate>[1]) => {
    migrate(engine, migrations, 0);
    return Promise.resolve({ ...createInProcessDatabase(engine), close: () => Promise.resolve() });
  };
  return { before: () => open([foundation]), after: () => open([foundation, summariesAndNumbers]) };
}

const cluster = await startPrivateCluster();
const url = typeof cluster === 'string' ? undefined : cluster.url;
afterAll(async () => {
  if (typeof cluster !== 'string') await cluster.stop();
});

function onPostgres(): Place {
  const open = (migrations: Parameters<typeof migrate>[1]) => openPostgres({ url: url ?? '', migrations });
  return { before: () => open([foundation]), after: () => open([foundation, summariesAndNumbers]) };
}

/** Points as the first release stored them: in blocks, with the summary that it kept. */
async function insertSeries(database: Database, keyId: number, blocks: readonly (readonly number[])[]) {
  const values = blocks.flat();
  const finite = values.filter((value) => Number.isFinite(value));
  const last = values.at(-1)!;
  const extreme = (value: number) => (Number.isFinite(value) ? value : null);
  await database.write(
    execute,
    {
      sql: `INSERT INTO series (id, run, key_id, last_value, last_is_nan, last_step, last_at_ms, min_step, min_at_ms,
              max_at_ms, min_value, max_value, point_count, nan_count, infinity_count)
            VALUES (?, 1, ?, ?, ?, ?, ?, 0, 100, ?, ?, ?, ?, 0, 0)`,
      params: [
        keyId,
        keyId,
        last,
        Number.isNaN(last) ? 1 : 0,
        values.length - 1,
        100 + values.length - 1,
        100 + values.length - 1,
        extreme(Math.min(...finite)),
        extreme(Math.max(...finite)),
        values.length,
      ],
    },
    context,
  );
  let step = 0;
  for (const [number, block] of blocks.entries()) {
    const steps = Float64Array.from(block, (_value, index) => step + index);
    const points = packBlock({
      steps,
      times: steps.map((each) => 100 + each),
      values: Float64Array.from(block),
    });
    await database.write(
      execute,
      {
        sql: `INSERT INTO metric_block (series_id, block_number, point_count, min_step, max_step, min_at_ms,
                max_at_ms, points) VALUES (?, ?, ?, 0, 0, 0, 0, ?)`,
        params: [keyId, number, block.length, points],
      },
      context,
    );
    step += block.length;
  }
}

describe.each([
  ['SQLite', inMemory, undefined],
  ['PostgreSQL', onPostgres, typeof cluster === 'string' ? cluster : undefined],
] as const)('a home of the first release on %s', (_name, place, skipReason) => {
  test.skipIf(skipReason !== undefined)(
    'gets the numbers of its parameters and the summaries of its series',
    async () => {
      const { before, after } = place();
      const old = await before();
      const texts = ['0.01', 'adam', '', '1e3', '0.01', 'nan', '-inf'];
      for (const [index, value] of texts.entries()) {
        const sql = `INSERT INTO param (run, key_id, value) VALUES (?, 1, ?)`;
        await old.write(execute, { sql, params: [index, value] }, context);
      }
      await insertSeries(old, 1, [[7]]);
      await insertSeries(old, 2, [[Number.NaN]]);
      await insertSeries(old, 3, [[5, 1], [Infinity, 6, 6], [1]]);
      await insertSeries(old, 4, [[Number.NaN, Infinity]]);
      const many = Array.from({ length: 200 }, (_each, index) => [index === 100 ? -1 : 1]);
      await insertSeries(old, 5, many);
      await old.close();

      const migrated = await after();
      const { params, series } = await migrated.read(dump, undefined);
      expect(params.map(({ number }) => number)).toEqual([0.01, null, null, 1000, 0.01, null, -Infinity]);
      const shared = { firstIsNan: 0, firstAtMs: 100 };
      expect(series).toEqual([
        { key: 1, mean: 7, first: 7, stepOfMin: 0, stepOfMax: 0, ...shared },
        { key: 2, mean: null, first: null, stepOfMin: null, stepOfMax: null, ...shared, firstIsNan: 1 },
        { key: 3, mean: 3.8, first: 5, stepOfMin: 1, stepOfMax: 3, ...shared },
        { key: 4, mean: null, first: null, stepOfMin: null, stepOfMax: null, ...shared, firstIsNan: 1 },
        { key: 5, mean: expect.closeTo(0.99, 12), first: 1, stepOfMin: 100, stepOfMax: 0, ...shared },
      ]);
      await migrated.close();
    },
    60_000,
  );
});
