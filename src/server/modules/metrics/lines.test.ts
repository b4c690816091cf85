import { beforeAll, describe, expect, test } from 'vitest';
import { decodeSeries } from '#domain/series/series-wire.ts';
import type { Database } from '#server/ports/database.ts';
import type { LineQuery } from './line-query.ts';
import { readLines } from './lines.queries.ts';
import { append, context, createStore, foldAll } from './metric-store.suite.ts';

describe('lines over a long series', () => {
  /** Steps that mostly rise, with repeats, jumps back and a gap; enough for two summaries and an open block. */
  const points = Array.from({ length: 70_000 }, (_, index) => ({
    key: 'loss',
    value: index % 997 === 0 ? Number.NaN : Math.sin(index) * (index % 4000 === 7 ? 50 : 1),
    step: index < 40_000 ? index - (index % 10 === 0 ? 300 : 0) : index + 5_000_000,
    atMs: 100 + index * 3 + (index % 7),
  }));

  // Only read by the tests.
  let database: Database;
  beforeAll(async () => {
    ({ database } = await createStore());
    for (let at = 0; at < points.length; at += 9000)
      await database.write(append, { run: 1, points: points.slice(at, at + 9000) }, context);
    await foldAll(database, 30_000);
  });

  async function readLine(query: Partial<LineQuery>) {
    const full = {
      workspaceId: 1,
      runIds: ['a', 'b', 'c'],
      key: 'loss',
      x: 'step' as const,
      maxBuckets: 700,
    };
    const answer = decodeSeries(await database.read(readLines, { ...full, ...query }));
    expect(answer).toMatchObject({ missing: ['c'], withoutMetric: ['b'] });
    return answer.lines[0]!;
  }

  const xOf = {
    step: (point: (typeof points)[number]) => point.step,
    time: (point: (typeof points)[number]) => point.atMs,
    elapsed: (point: (typeof points)[number]) => point.atMs - 100,
  };

  test('keep the extremes and counts of every bucket, whole or in part, along any axis', async () => {
    const cases: Partial<LineQuery>[] = [
      {},
      { maxBuckets: 100 },
      { maxBuckets: 5000 },
      { from: 10_000, to: 39_000 },
      { from: 5_041_000.5, to: 5_060_000, maxBuckets: 300 },
      { x: 'time' },
      { x: 'time', from: 50_000, to: 150_000, maxBuckets: 64 },
      { x: 'elapsed' },
      { x: 'elapsed', from: 1, to: 100_000 },
    ];
    for (const query of cases) {
      const line = await readLine(query);
      const x = query.x ?? 'step';
      if (x === 'active') throw new Error('Active time is tested elsewhere.');
      const shift = x === 'elapsed' ? 100 : 0;
      const bucketOf = (at: number) => Math.floor((at + shift) / line.bucketWidth);
      expect(line.bucketWidth, JSON.stringify(query)).toBeGreaterThan(0);
      const xs = points.map((point) => xOf[x](point));
      const first = xs.reduce((least, at) => Math.min(least, at));
      const last = xs.reduce((greatest, at) => Math.max(greatest, at));
      const from = Math.max(query.from ?? -Infinity, first);
      const to = Math.min(query.to ?? Infinity, last);
      const covered = points.filter((point) => {
        const bucket = bucketOf(xOf[x](point));
        return bucket >= bucketOf(from) && bucket <= bucketOf(to);
      });
      const byBucket = Map.groupBy(covered, (point) => bucketOf(xOf[x](point)));
      const finite = [...byBucket]
        .sort(([a], [b]) => a - b)
        .map(([, lot]) => lot.map((point) => point.value).filter((value) => !Number.isNaN(value)));
      expect(line.first.length).toBeLessThanOrEqual(query.maxBuckets ?? 700);
      expect([...line.least], JSON.stringify(query)).toEqual(finite.map((lot) => Math.min(...lot)));
      expect([...line.greatest]).toEqual(finite.map((lot) => Math.max(...lot)));
      expect(line.points).toBe(covered.length);
      expect(line.nanPoints).toBe(covered.filter((point) => Number.isNaN(point.value)).length);
    }
  });

  test('are the points themselves where they are few', async () => {
    const line = await readLine({ from: 20_000, to: 20_500 });
    const expected = points
      .filter((point) => point.step >= 20_000 && point.step <= 20_500)
      .sort((a, b) => a.step - b.step);
    expect(line.bucketWidth).toBe(0);
    expect([...line.firstX]).toEqual(expected.map((point) => point.step));
    expect([...line.first]).toEqual(expected.map((point) => point.value));
  });

  test('are empty where the range has no points, and for a metric nobody logged', async () => {
    expect(await readLine({ from: 100_000, to: 900_000 })).toMatchObject({
      points: 0,
      bucketWidth: 0,
    });
    expect(await readLine({ from: 9e9 })).toMatchObject({ points: 0 });
    const nobody = decodeSeries(
      await database.read(readLines, { workspaceId: 1, runIds: ['a'], key: 'x', x: 'step', maxBuckets: 10 }),
    );
    expect(nobody).toEqual({ lines: [], missing: [], withoutMetric: ['a'], unchanged: [] });
  });

  test('do not show runs of another workspace', async () => {
    const answer = decodeSeries(
      await database.read(readLines, {
        workspaceId: 2,
        runIds: ['a'],
        key: 'loss',
        x: 'step',
        maxBuckets: 10,
      }),
    );
    expect(answer).toEqual({ lines: [], missing: ['a'], withoutMetric: [], unchanged: [] });
  });
});
