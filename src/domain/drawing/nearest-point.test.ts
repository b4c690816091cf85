import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNearestPoint, nearestFinite } from './nearest-point.ts';

const pixel = fc.integer({ min: 0, max: 400 });
const line = fc
  .array(fc.tuple(pixel, fc.oneof(pixel, fc.constant(NaN))), { maxLength: 60 })
  .map((points) => Float32Array.from(points.sort((a, b) => a[0] - b[0]).flat()));

function distances(pixels: Float32Array, x: number, y: number): number[] {
  return Array.from({ length: pixels.length / 2 }, (_none, index) =>
    Math.hypot(pixels[index * 2]! - x, pixels[index * 2 + 1]! - y),
  ).filter((distance) => !Number.isNaN(distance));
}

test('finds the nearest of all points, as looking at each would', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), pixel, pixel, (lines, x, y) => {
      const found = findNearestPoint(lines, x, y);
      const least = Math.min(...lines.flatMap((each) => distances(each, x, y)));
      if (found === undefined) expect(least).toBe(Infinity);
      else expect(found.distance).toBeCloseTo(least, 4);
    }),
  );
});

test('hidden lines are not found', () => {
  const lines = [Float32Array.of(10, 10), Float32Array.of(50, 50)];
  expect(findNearestPoint(lines, 10, 10, (index) => index === 0)?.line).toBe(1);
});

test('along x only x counts, and breaks are skipped', () => {
  fc.assert(
    fc.property(line, pixel, (points, x) => {
      const xs = Float64Array.from(points.filter((_value, index) => index % 2 === 0));
      const ys = Float64Array.from(points.filter((_value, index) => index % 2 === 1));
      const found = nearestFinite(xs, ys, x);
      const away = [...xs].flatMap((each, index) => (Number.isNaN(ys[index]) ? [] : [Math.abs(each - x)]));
      if (away.length === 0) expect(found).toBe(-1);
      else expect(Math.abs(xs[found]! - x)).toBe(Math.min(...away));
    }),
  );
});
