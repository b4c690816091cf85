import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BucketedLine, toPolyline } from './bucketed-line.ts';

/** Buckets of `width` over points at x = 0, 1, 2 …, made the plain way. */
function bucketsOf(values: readonly number[], width: number): BucketedLine {
  const groups = Array.from({ length: Math.ceil(values.length / width) }, (_none, index) =>
    values.slice(index * width, (index + 1) * width).map((y, offset) => ({ x: index * width + offset, y })),
  );
  const column = (pick: (group: (typeof groups)[number]) => number): Float64Array =>
    Float64Array.from(groups, pick);
  const least = (group: (typeof groups)[number]) => group.toSorted((a, b) => a.y - b.y)[0]!;
  const greatest = (group: (typeof groups)[number]) => group.toSorted((a, b) => b.y - a.y)[0]!;
  return {
    runId: 'run',
    points: values.length,
    bucketWidth: width === 1 ? 0 : width,
    firstX: column((group) => group[0]!.x),
    first: column((group) => group[0]!.y),
    leastX: column((group) => least(group).x),
    least: column((group) => least(group).y),
    greatestX: column((group) => greatest(group).x),
    greatest: column((group) => greatest(group).y),
    lastX: column((group) => group.at(-1)!.x),
    last: column((group) => group.at(-1)!.y),
    mean: column((group) => group.reduce((sum, point) => sum + point.y, 0) / group.length),
    nanPoints: 0,
    infinitePoints: 0,
    odd: [],
  };
}

const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 200 });

test('every drawn point was logged, x never falls, and both extremes are among them', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 32 }), (logged, width) => {
      const { xs, ys } = toPolyline(bucketsOf(logged, width));
      for (const [index, x] of xs.entries()) {
        expect(ys[index]).toBe(logged[x]);
        if (index > 0) expect(x).toBeGreaterThanOrEqual(xs[index - 1]!);
      }
      expect(Math.max(...ys)).toBe(Math.max(...logged));
      expect(Math.min(...ys)).toBe(Math.min(...logged));
      expect([xs[0], xs.at(-1)]).toEqual([0, logged.length - 1]);
    }),
  );
});

test('a single spike among a million points is drawn', () => {
  const logged = Array.from({ length: 1_000_000 }, (_none, index) => (index === 654_321 ? 99 : 1));
  const { xs, ys } = toPolyline(bucketsOf(logged, 1024));
  expect(xs.length).toBeLessThan(4000);
  expect(xs[ys.indexOf(99)]).toBe(654_321);
});
