import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { thinned } from './thin-pixels.ts';

const line = fc
  .array(
    fc.tuple(
      fc.float({ min: 0, max: 60, noNaN: true }),
      fc.oneof(fc.float({ min: 0, max: 200, noNaN: true }), fc.constant(NaN)),
    ),
    { minLength: 500, maxLength: 900 },
  )
  .map((points) => Float32Array.from(points.sort((a, b) => a[0] - b[0]).flat()));

function extremes(pixels: Float32Array): ReadonlyMap<number, readonly [number, number]> {
  const found = new Map<number, readonly [number, number]>();
  for (let index = 0; index < pixels.length; index += 2) {
    const y = pixels[index + 1]!;
    if (Number.isNaN(y)) continue;
    const column = Math.floor(pixels[index]!);
    const [low, high] = found.get(column) ?? [Infinity, -Infinity];
    found.set(column, [Math.min(low, y), Math.max(high, y)]);
  }
  return found;
}

test('every column of pixels keeps its extremes, and a long line gets short', () => {
  fc.assert(
    fc.property(line, (pixels) => {
      const thin = thinned(pixels);
      expect(extremes(thin)).toEqual(extremes(pixels));
      expect(thin.length).toBeLessThanOrEqual(61 * 5 * 2);
      expect(thinned(pixels)).toBe(thin);
    }),
    { numRuns: 30 },
  );
});

test('a line of few points stays as it is', () => {
  const pixels = Float32Array.of(0, 1, 0.1, 2);
  expect(thinned(pixels)).toBe(pixels);
});
