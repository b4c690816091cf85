import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksPerSummary, packBuckets, summarizeBlocks, unpackBuckets } from './block-summary.ts';
import { addToGrid, chooseWidth, createGrid, finishGrid, mergeIntoGrid } from './bucket-grid.ts';
import { type Buckets, bucketColumns } from './buckets.ts';

interface Point {
  readonly x: number;
  readonly value: number;
}

/** The plain meaning of a bucket, point by point. */
function naiveBuckets(points: readonly Point[], width: number, from: number, to: number) {
  const inCover = points.filter(
    ({ x }) =>
      Math.floor(x / width) >= Math.floor(from / width) && Math.floor(x / width) <= Math.floor(to / width),
  );
  const byStart = Map.groupBy(inCover, ({ x }) => Math.floor(x / width) * width);
  return [...byStart].sort(([a], [b]) => a - b).map(([start, lot]) => naiveBucket(start, lot));
}

function naiveBucket(start: number, lot: readonly Point[]) {
  const finite = lot.filter(({ value }) => Number.isFinite(value));
  const kinds = {
    start,
    count: finite.length,
    nan: lot.filter(({ value }) => Number.isNaN(value)).length,
    positiveInfinity: lot.filter(({ value }) => value === Infinity).length,
    negativeInfinity: lot.filter(({ value }) => value === -Infinity).length,
  };
  if (finite.length === 0) return kinds;
  const byX = finite.toSorted((a, b) => a.x - b.x);
  const least = byX.reduce((found, each) => (each.value < found.value ? each : found));
  const greatest = byX.reduce((found, each) => (each.value > found.value ? each : found));
  return {
    ...kinds,
    firstX: byX[0]!.x,
    first: byX[0]!.value,
    lastX: byX.at(-1)!.x,
    last: byX.at(-1)!.value,
    minX: least.x,
    min: least.value,
    maxX: greatest.x,
    max: greatest.value,
  };
}

function rowsOf(buckets: Buckets) {
  return Array.from(buckets.start, (_, index) => {
    const empty = buckets.count[index] === 0;
    const told = bucketColumns.filter(
      (name) => !name.startsWith('sum') && !(empty && /^(first|last|min|max)/.test(name)),
    );
    return Object.fromEntries(told.map((name) => [name, buckets[name][index]! + 0]));
  });
}

const value = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -5, max: 5, noNaN: true }).map((each) => each + 0) },
  { weight: 3, arbitrary: fc.integer({ min: -2, max: 2 }).map((each) => each + 0) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Infinity, -Infinity) },
);
const x = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -40, max: 200 }) },
  { weight: 1, arbitrary: fc.maxSafeInteger() },
  { weight: 1, arbitrary: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(Number) },
);
const points = fc.array(fc.record({ x, value }), { minLength: 1, maxLength: 80 });

function columnsOf(lot: readonly Point[]) {
  return [Float64Array.from(lot, (each) => each.x), Float64Array.from(lot, (each) => each.value)] as const;
}

describe('buckets', () => {
  test('equal what a plain look at every point gives, in any range, at any width', () => {
    fc.assert(
      fc.property(points, x, x, fc.integer({ min: 2, max: 50 }), (lot, a, b, maxBuckets) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const width = chooseWidth(to - from, maxBuckets);
        const grid = createGrid(from, to, width);
        addToGrid(grid, ...columnsOf(lot));
        const buckets = finishGrid(grid);
        expect(rowsOf(buckets)).toEqual(naiveBuckets(lot, width, from, to));
        expect(buckets.start.length).toBeLessThanOrEqual(maxBuckets);
      }),
    );
  });

  test('are the same from summaries and raw lots in turn, as they arrived', () => {
    fc.assert(
      fc.property(
        fc.array(points, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 9 }),
        (lots, exponent) => {
          const all = lots.flat();
          const xs = all.map((each) => each.x);
          const [from, to] = [Math.min(...xs), Math.max(...xs)];
          const width = Math.max(2 ** exponent, chooseWidth(to - from, 5000));
          const grid = createGrid(from, to, width);
          for (const [index, lot] of lots.entries()) {
            const columns = columnsOf(lot);
            const summary = summarizeBlocks(...columns);
            if (index % 2 === 0 && 2 ** summary.exponent <= width)
              mergeIntoGrid(grid, unpackBuckets(packBuckets(summary.buckets)));
            else addToGrid(grid, ...columns);
          }
          expect(rowsOf(finishGrid(grid))).toEqual(naiveBuckets(all, width, from, to));
        },
      ),
    );
  });

  test('do not change their borders when the range moves or grows at its end', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 500 }), fc.nat({ max: 900 }), (lot, extent, shift) => {
        const width = chooseWidth(extent, 20);
        const startsOf = (from: number) => {
          const grid = createGrid(from, from + extent, width);
          addToGrid(grid, ...columnsOf(lot));
          return rowsOf(finishGrid(grid));
        };
        const [before, after] = [startsOf(-40), startsOf(-40 + shift)];
        const shared = before.filter((each) => after.some((other) => other['start'] === each['start']));
        for (const bucket of shared) expect(after).toContainEqual(bucket);
      }),
    );
  });
});

describe('a summary', () => {
  test.each([
    ['consecutive steps', (index: number) => index, 6],
    ['consecutive steps that begin anywhere', (index: number) => index + 77, 6],
    ['every tenth step', (index: number) => index * 10, 9],
    ['one step only', () => 5, 0],
    ['falling steps', (index: number) => -index, 6],
  ])('of %s is as fine as it may be', (_name, toX, exponent) => {
    const xs = Float64Array.from({ length: blocksPerSummary * 1024 }, (_, index) => toX(index));
    expect(summarizeBlocks(xs, xs).exponent).toBe(exponent);
  });
});
