import { beforeAll, describe, expect, test } from 'vitest';
import { type Smoothing, smoothLine } from '#domain/drawing/smoothing.ts';
import { joinTail } from '#domain/series/join-tail.ts';
import { decodeSeries } from '#domain/series/series-wire.ts';
import type { Database } from '#server/ports/database.ts';
import type { LineQuery } from './line-query.ts';
import { readLines } from './lines.queries.ts';
import { append, context, createStore, foldAll } from './metric-store.suite.ts';

const usual = { workspaceId: 1, runIds: ['a'], key: 'loss', x: 'step', maxBuckets: 500 } as const;

async function readAnswer(database: Database, query: Partial<LineQuery> = {}) {
  return decodeSeries(await database.read(readLines, { ...usual, ...query }));
}

async function readLine(database: Database, query: Partial<LineQuery> = {}) {
  return (await readAnswer(database, query)).lines[0]!;
}

function toPoints(key: string, count: number, from = 0) {
  return Array.from({ length: count }, (_, offset) => {
    const index = from + offset;
    return { key, value: Math.sin(index / 50) + (index % 7) / 10, step: index, atMs: 100 + index * 10 };
  });
}

describe('a smoothed line', () => {
  // Only read by the tests.
  let database: Database;
  const points = toPoints('loss', 20_000);
  points[333] = { ...points[333]!, value: Number.NaN };
  const [xs, values] = [points.map((each) => each.step), points.map((each) => each.value)].map((column) =>
    Float64Array.from(column),
  ) as [Float64Array, Float64Array];
  beforeAll(async () => {
    ({ database } = await createStore());
    await database.write(append, { run: 1, points }, context);
    await foldAll(database, 30_000);
  });

  const kinds: readonly Smoothing[] = [
    { kind: 'ema', amount: 0.9 },
    { kind: 'twema', amount: 0.9 },
    { kind: 'average', amount: 31 },
    { kind: 'gaussian', amount: 12 },
  ];
  test.each(kinds)('is smoothed over all points before they are in buckets: $kind', async (smoothing) => {
    const line = await readLine(database, { smoothing });
    const whole = smoothLine(xs, values, smoothing);
    expect(line.bucketWidth).toBeGreaterThan(1);
    for (const [slot, smoothed] of line.smoothed!.entries()) {
      const from = slot * line.bucketWidth;
      const inside = whole.slice(from, from + line.bucketWidth).filter((value) => !Number.isNaN(value));
      expect(smoothed).toBeCloseTo(inside.reduce((sum, value) => sum + value, 0) / inside.length, 9);
    }
    expect(await readLine(database, { smoothing })).toMatchObject({ points: 20_000, nanPoints: 1 });
  });

  test.each(kinds)('looks the same when one zooms in: $kind', async (smoothing) => {
    const line = await readLine(database, { smoothing, from: 15_000, to: 15_300 });
    const whole = smoothLine(xs, values, smoothing);
    expect(line.bucketWidth).toBe(0);
    expect(line.firstX).toHaveLength(301);
    for (const [index, x] of line.firstX.entries())
      expect(Math.abs(line.smoothed![index]! - whole[x]!)).toBeLessThan(0.01);
  });

  test('is smoothed as well by a wide bell curve, which is not laid over every point', async () => {
    const smoothing: Smoothing = { kind: 'gaussian', amount: 300 };
    const line = await readLine(database, { smoothing, maxBuckets: 8000 });
    const whole = smoothLine(xs, values, smoothing);
    for (const [slot, smoothed] of line.smoothed!.entries())
      expect(Math.abs(smoothed - whole[slot * line.bucketWidth]!)).toBeLessThan(0.005);
  });

  test('is absent where it was not asked for', async () => {
    expect(await readLine(database)).not.toHaveProperty('smoothed');
  });
});

describe('a smoothed line of very many points', () => {
  const count = 300_000;
  const steps = Float64Array.from({ length: count }, (_, index) => index);
  const values = steps.map((step) => Math.sin(step / 9000) + (step % 11) / 10);
  // Only read by the tests.
  let database: Database;
  beforeAll(async () => {
    ({ database } = await createStore());
    for (let from = 0; from < count; from += 50_000) {
      const points = Array.from({ length: 50_000 }, (_, index) => from + index).map((step) => ({
        key: 'loss',
        value: values[step]!,
        step,
        atMs: step,
      }));
      await database.write(append, { run: 1, points }, context);
    }
    await foldAll(database, 100_000);
  });

  const kinds: readonly Smoothing[] = [
    { kind: 'ema', amount: 0.99 },
    { kind: 'twema', amount: 0.9 },
    { kind: 'average', amount: 4000 },
    { kind: 'gaussian', amount: 20 },
  ];
  const views = [0, 30_000].flatMap((from) => kinds.map((smoothing) => ({ ...smoothing, smoothing, from })));
  test.each(views)('is what smoothing all gives, as far as one can see: $kind from $from', async (view) => {
    const { smoothing } = view;
    const line = await readLine(database, { smoothing, from: view.from });
    const whole = smoothLine(steps, values, smoothing);
    expect(line.smoothed).toHaveLength(line.first.length);
    for (const [slot, smoothed] of line.smoothed!.entries()) {
      const from = (Math.floor(view.from / line.bucketWidth) + slot) * line.bucketWidth;
      const inside = whole.subarray(from, from + line.bucketWidth);
      const mean = inside.reduce((sum, value) => sum + value, 0) / inside.length;
      // The values reach over 3: a pixel of a chart is more than this.
      expect(Math.abs(smoothed - mean)).toBeLessThan(0.02);
    }
  });
});

describe('a line that grows', () => {
  test.each([
    ['in buckets', 5000, 5040],
    ['as points', 300, 400],
    ['from points to buckets', 400, 900],
    ['to wider buckets', 5000, 12_000],
  ])('is answered as far as it changed: %s', async (_name, before, after) => {
    const { database } = await createStore();
    await database.write(append, { run: 1, points: toPoints('loss', before) }, context);
    await foldAll(database, 30_000);
    for (const x of ['step', 'time', 'elapsed'] as const) {
      const first = await readLine(database, { x });
      expect(await readAnswer(database, { x, since: { a: first.cursor } })).toMatchObject({
        lines: [],
        unchanged: ['a'],
      });
    }
    const known = await Promise.all(
      (['step', 'time', 'elapsed'] as const).map(async (x) => ({ x, line: await readLine(database, { x }) })),
    );
    await database.write(append, { run: 1, points: toPoints('loss', after - before, before) }, context);
    await foldAll(database, 30_000);
    for (const { x, line } of known) {
      const tail = await readLine(database, { x, since: { a: line.cursor } });
      const whole = await readLine(database, { x });
      if (line.bucketWidth === whole.bucketWidth) expect(tail.first.length).toBeLessThan(whole.first.length);
      expect(joinTail(line, tail)).toEqual(whole);
    }
  });

  test('takes late points and odd ones into account', async () => {
    const { database } = await createStore();
    const start = toPoints('loss', 4000).map((point) =>
      point.step % 500 === 3 ? { ...point, value: Number.NaN } : point,
    );
    await database.write(append, { run: 1, points: start }, context);
    await foldAll(database, 30_000);
    const line = await readLine(database);
    const late = [
      { key: 'loss', value: 77, step: 1200, atMs: 1e6 },
      { key: 'loss', value: Infinity, step: 3990, atMs: 1e6 },
    ];
    await database.write(append, { run: 1, points: late }, context);
    await foldAll(database, 30_000);
    const tail = await readLine(database, { since: { a: line.cursor } });
    expect(tail.replacesFrom).toBeLessThanOrEqual(1200);
    expect(joinTail(line, tail)).toEqual(await readLine(database));
  });

  test.each(['', 'x', '99999999/8', '10/3', '-1/1'])(
    'is answered whole to a cursor that cannot be: %s',
    async (cursor) => {
      const { database } = await createStore();
      await database.write(append, { run: 1, points: toPoints('loss', 3000) }, context);
      await foldAll(database, 30_000);
      expect(await readLine(database, { since: { a: cursor } })).toEqual(await readLine(database));
    },
  );
});

describe('a line along another axis', () => {
  test('of active time leaves out the pause of a run that was resumed, for all its metrics alike', async () => {
    const { database } = await createStore();
    const hour = 3_600_000;
    const busy = toPoints('busy', 100).map((point) => ({
      ...point,
      atMs: point.atMs + (point.step >= 50 ? hour : 0),
    }));
    const rare = [0, 49, 50, 99].map((step) => ({ ...busy[step]!, key: 'loss', value: step }));
    await database.write(append, { run: 1, points: [...busy, ...rare] }, context);
    await foldAll(database, 30_000);
    // The run's start is at 100.
    expect([...(await readLine(database, { x: 'active' })).firstX]).toEqual([0, 490, 500, 990]);
    expect([...(await readLine(database, { x: 'elapsed' })).firstX]).toEqual([
      0,
      490,
      500 + hour,
      990 + hour,
    ]);
    const part = await readLine(database, { x: 'active', from: 400, to: 600 });
    expect([...part.first]).toEqual([49, 50]);
  });

  test('of active time is told again where another metric, by which it is told, has grown', async () => {
    const { database } = await createStore();
    const minute = 60_000;
    const loss = [0, 1, 2, 10 * minute].map((atMs, step) => ({
      key: 'loss',
      value: step,
      step,
      atMs: 100 + atMs,
    }));
    await database.write(append, { run: 1, points: loss }, context);
    await foldAll(database, 30_000);
    const line = await readLine(database, { x: 'active' });
    const clock = Array.from({ length: 11 }, (_, step) => ({
      key: 'clock',
      value: 0,
      step,
      atMs: 100 + step * minute,
    }));
    await database.write(append, { run: 1, points: clock }, context);
    await foldAll(database, 30_000);
    const again = await readLine(database, { x: 'active', since: { a: line.cursor } });
    expect([...again.firstX]).toEqual([0, 1, 2, 10 * minute]);
    expect([...line.firstX]).toEqual([0, 1, 2, 3]);
  });

  test('of another metric joins on the step, in any scale, and leaves out what has no place', async () => {
    const { database } = await createStore();
    const loss = toPoints('loss', 2000);
    const rate = loss.map((point) => ({ ...point, key: 'lr', value: 1e-3 / (1 + point.step) }));
    rate[5] = { ...rate[5]!, value: Number.NaN };
    await database.write(append, { run: 1, points: [...loss, ...rate.slice(0, 1500)] }, context);
    await foldAll(database, 30_000);
    const line = await readLine(database, { xKey: 'lr', maxBuckets: 5000 });
    const expected = loss
      .slice(0, 1500)
      .filter(({ step }) => step !== 5)
      .toReversed();
    expect([...line.firstX]).toEqual(expected.map(({ step }) => rate[step]!.value));
    expect([...line.first]).toEqual(expected.map(({ value }) => value));
    const coarse = await readLine(database, { xKey: 'lr', maxBuckets: 50 });
    expect(coarse.first.length).toBeLessThanOrEqual(50);
    expect(coarse.points).toBe(1499);
    expect(Math.max(...coarse.greatest)).toBe(Math.max(...expected.map(({ value }) => value)));
    expect(await readLine(database, { xKey: 'nobody' })).toMatchObject({ points: 0 });
    const smoothed = await readLine(database, { xKey: 'lr', smoothing: { kind: 'average', amount: 9 } });
    expect(smoothed.smoothed).toHaveLength(smoothed.first.length);
  });
});
