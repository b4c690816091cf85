import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MetricPoint, stepAt } from '#domain/series/metric-point.ts';
import { all, type Database, defineRead } from '#server/ports/database.ts';
import { foldJournal } from './fold.queries.ts';
import { readHistory } from './history.queries.ts';
import { append, context, createStore, foldAll, runIds } from './metric-store.suite.ts';

const dump = defineRead('test.dump', 'short', function* () {
  const tables = ['key_name', 'series', 'metric_journal', 'metric_block', 'metric_summary'];
  const content: unknown[] = [];
  for (const table of tables) content.push(yield* all(`SELECT * FROM ${table}`));
  return content;
});

const summaries = defineRead('test.summaries', 'short', function* () {
  return yield* all<Record<string, unknown>>(
    `SELECT series.*, name FROM series JOIN key_name ON key_name.id = key_id`,
  );
});

async function historyOf(database: Database, runId: string, key: string) {
  const page = await database.read(readHistory, { workspaceId: 1, runId, key, limit: 1e6, after: undefined });
  const { steps, times, values } = page!.points;
  return Array.from(
    values,
    (value, index) => [times[index]!, BigInt(stepAt(steps, index)), value + 0] as const,
  );
}

type Call = { readonly run: number; readonly points: MetricPoint[] };

const call: fc.Arbitrary<Call> = fc.record({
  run: fc.constantFrom(1, 2),
  points: fc.array(
    fc.record({
      key: fc.constantFrom('loss', 'acc'),
      value: fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, Number.NaN, Infinity, -Infinity)),
      step: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
      atMs: fc.integer({ min: 100, max: 103 }),
    }),
    { maxLength: 12 },
  ),
});

const plain = (value: number) => (Number.isNaN(value) ? 0 : value);

/** What MLflow would answer: each point once, in order of time, step and value. */
function naiveHistory(calls: readonly Call[], runInternalId: number, key: string) {
  const points = calls
    .filter((each) => each.run === runInternalId)
    .flatMap((each) => each.points.filter((point) => point.key === key))
    .map((point) => [point.atMs, BigInt(point.step), point.value + 0] as const);
  const once = [...new Map(points.map((point) => [point.join(' '), point])).values()];
  return once.sort((a, b) => {
    if (a[0] !== b[0]) return a[0] - b[0];
    if (a[1] !== b[1]) return a[1] < b[1] ? -1 : 1;
    if (plain(a[2]) !== plain(b[2])) return plain(a[2]) < plain(b[2]) ? -1 : 1;
    return Number(Number.isNaN(a[2])) - Number(Number.isNaN(b[2]));
  });
}

describe('folding', () => {
  test('keeps every point once, whatever is repeated and however the calls are folded', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(call, { maxLength: 8 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 4 }),
        async (calls, maxPoints, foldEvery) => {
          const { database } = await createStore();
          for (const [index, each] of [...calls, ...calls.slice(0, 2)].entries()) {
            await database.write(append, each, context);
            if (index % foldEvery === 0) await foldAll(database, maxPoints);
          }
          await foldAll(database, maxPoints);
          for (const [index, runId] of runIds.entries())
            for (const key of ['loss', 'acc'])
              expect(await historyOf(database, runId, key)).toEqual(naiveHistory(calls, index + 1, key));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('sums up a series: latest by step, time and value, extremes of what is finite, counts', async () => {
    const { database } = await createStore();
    const point = (step: number, atMs: number, value: number) => ({ key: 'm', step, atMs, value });
    const calls = [
      [point(1, 5, 3), point(2, 1, Number.NaN), point(2, 2, 4)],
      [point(2, 2, 5), point(1, 9, -8), point(-4, 9, Infinity)],
    ];
    for (const points of calls) {
      await database.write(append, { run: 1, points }, context);
      await foldAll(database, 100);
    }
    expect(await database.read(summaries, undefined)).toMatchObject([
      {
        name: 'm',
        run: 1,
        last_value: 5,
        last_is_nan: 0,
        last_step: 2,
        last_at_ms: 2,
        min_step: -4,
        min_at_ms: 1,
        max_at_ms: 9,
        min_value: -8,
        max_value: 5,
        point_count: 6,
        nan_count: 1,
        infinity_count: 1,
      },
    ]);
  });

  test('keeps what a latest value speaks about', async () => {
    const { database } = await createStore();
    const point = (step: number, datasetName?: string) => ({
      key: 'm',
      step,
      atMs: 1,
      value: 1,
      datasetName,
    });
    await database.write(
      append,
      { run: 1, points: [point(0), point(0), point(3, 'iris'), point(2, 'old')] },
      context,
    );
    await foldAll(database, 100);
    expect(await database.read(summaries, undefined)).toMatchObject([{ last_dataset_name: 'iris' }]);
    await database.write(append, { run: 1, points: [point(4)] }, context);
    await foldAll(database, 100);
    expect(await database.read(summaries, undefined)).toMatchObject([{ last_dataset_name: null }]);
  });

  test('that fails at any statement changes nothing, and succeeds when tried again', async () => {
    const points = Array.from({ length: 2500 }, (_, index) => ({
      key: index % 2 === 0 ? 'loss' : 'acc',
      value: index,
      step: index,
      atMs: 100 + index,
    }));
    const { database, failure } = await createStore();
    await database.write(append, { run: 1, points: points.slice(0, 700) }, context);
    await foldAll(database, 1000);
    await database.write(append, { run: 1, points }, context);
    await database.write(append, { run: 2, points }, context);
    const before = await database.read(dump, undefined);
    let failed = 0;
    for (; failed < 100; failed += 1) {
      failure.afterStatements = failed;
      const outcome = await database.write(foldJournal, { maxPoints: 1e6 }, context).catch(() => 'failed');
      failure.afterStatements = Infinity;
      if (outcome !== 'failed') break;
      expect(await database.read(dump, undefined)).toEqual(before);
    }
    expect(failed).toBeGreaterThan(8);
    for (const runId of runIds)
      for (const key of ['loss', 'acc']) expect(await historyOf(database, runId, key)).toHaveLength(1250);
  });
});
