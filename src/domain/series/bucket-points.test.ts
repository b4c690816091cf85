import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toLine } from './bucket-points.ts';
import { populationAt } from './buckets.ts';

const everything = { from: -Infinity, to: Infinity };

test('points along any axis, however small or large its numbers: none lost, each in its bucket, extremes kept', () => {
  const scale = fc.constantFrom(1e-300, 1e-9, 1, 1e9, 1e300);
  const xs = fc.array(fc.double({ noNaN: true, min: -1, max: 1 }), { minLength: 11, maxLength: 300 });
  fc.assert(
    fc.property(xs, scale, (places, size) => {
      const points = {
        xs: Float64Array.from(places, (x) => x * size),
        values: Float64Array.from(places.keys()),
      };
      const line = toLine(points, everything, 10);
      if (line.kind === 'points') throw new Error('There are more points than that.');
      const { start, min, max } = line.buckets;
      expect(start.length).toBeLessThanOrEqual(10);
      let total = 0;
      for (const [slot, from] of start.entries()) {
        total += populationAt(line.buckets, slot);
        const inside = [...points.xs.keys()].filter(
          (index) => points.xs[index]! >= from && points.xs[index]! < from + line.width,
        );
        expect([min[slot], max[slot]]).toEqual([Math.min(...inside), Math.max(...inside)]);
      }
      expect(total).toBe(places.length);
    }),
  );
});

test('points without a place are left out, and few points stay points', () => {
  const points = { xs: Float64Array.of(2, NaN, 1, Infinity, 3), values: Float64Array.of(20, 0, 10, 0, 30) };
  expect(toLine(points, { from: 1, to: 2 }, 10)).toEqual({
    kind: 'points',
    points: { xs: Float64Array.of(1, 2), values: Float64Array.of(10, 20) },
  });
});

test('very many points at one place are one bucket', () => {
  const points = {
    xs: new Float64Array(50).fill(0.3),
    values: Float64Array.from({ length: 50 }, (_, at) => at),
  };
  const line = toLine(points, everything, 10);
  expect(line).toMatchObject({
    kind: 'buckets',
    buckets: { count: Float64Array.of(50), max: Float64Array.of(49) },
  });
});
