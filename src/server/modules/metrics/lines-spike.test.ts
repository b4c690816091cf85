import { beforeAll, expect, test } from 'vitest';
import { decodeSeries } from '#domain/series/series-wire.ts';
import type { Database } from '#server/ports/database.ts';
import type { LineQuery } from './line-query.ts';
import { readLines } from './lines.queries.ts';
import { append, context, createStore, foldAll } from './metric-store.suite.ts';

const count = 150_000;
const spike = { step: 77_777, value: 1e6 };
const valueAt = (step: number) => (step === spike.step ? spike.value : Math.sin(step / 100));

// Only read by the tests.
let database: Database;
beforeAll(async () => {
  ({ database } = await createStore());
  for (let from = 0; from < count; from += 50_000) {
    const points = Array.from({ length: 50_000 }, (_, index) => from + index).map((step) => ({
      key: 'loss',
      value: valueAt(step),
      step,
      atMs: 100 + step,
    }));
    await database.write(append, { run: 1, points }, context);
  }
  await foldAll(database, 60_000);
});

const axes = ['step', 'time', 'elapsed', 'active'] as const;
const widths = [10, 100, 1000, 8000];
const reaches = [count, 20_000, 3000, 300, 5];
const cases = axes.flatMap((x) =>
  widths.flatMap((maxBuckets) => reaches.map((reach) => ({ x, maxBuckets, reach }))),
);

test.each(cases)(
  'a spike of a single step is seen: $x, $maxBuckets buckets, zoomed to $reach',
  async (each) => {
    const { x, maxBuckets, reach } = each;
    const at = x === 'time' ? spike.step + 100 : spike.step;
    const query: LineQuery = {
      workspaceId: 1,
      runIds: ['a'],
      key: 'loss',
      x,
      maxBuckets,
      from: at - reach,
      to: at + reach,
    };
    const [line] = decodeSeries(await database.read(readLines, query)).lines;
    const highest = line!.greatest.indexOf(spike.value);
    expect(highest).toBeGreaterThanOrEqual(0);
    expect(line!.greatestX[highest]).toBe(at);
    expect(line!.first.length).toBeLessThanOrEqual(maxBuckets);
  },
);

test('buckets are what a recount of all points gives, at every width', async () => {
  for (const maxBuckets of widths) {
    const query: LineQuery = { workspaceId: 1, runIds: ['a'], key: 'loss', x: 'step', maxBuckets };
    const [line] = decodeSeries(await database.read(readLines, query)).lines;
    const width = line!.bucketWidth;
    for (const [slot, first] of line!.first.entries()) {
      const from = slot * width;
      const values = Array.from({ length: Math.min(width, count - from) }, (_, index) =>
        valueAt(from + index),
      );
      const [least, greatest] = [Math.min(...values), Math.max(...values)];
      expect([first, line!.last[slot], line!.least[slot], line!.greatest[slot]]).toEqual([
        values[0],
        values.at(-1),
        least,
        greatest,
      ]);
      expect(line!.leastX[slot]).toBe(from + values.indexOf(least));
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(line!.mean[slot]! / mean).toBeCloseTo(1, 9);
    }
  }
});
