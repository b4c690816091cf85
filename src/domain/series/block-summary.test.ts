import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { summarizeBlocks } from './block-summary.ts';
import { populationAt } from './buckets.ts';

const xs = fc.array(fc.oneof(fc.integer({ min: -5000, max: 5000 }), fc.nat({ max: 1e9 })), {
  minLength: 1,
  maxLength: 2000,
});

test('a summary says the same of its points, whether they arrived in order or not', () => {
  fc.assert(
    fc.property(xs, (places) => {
      const shuffled = Float64Array.from(places);
      const values = shuffled.map((x) => Math.sin(x));
      const rising = shuffled.toSorted();
      const found = summarizeBlocks(shuffled, values);
      const inOrder = summarizeBlocks(
        rising,
        rising.map((x) => Math.sin(x)),
      );
      expect(found.exponent).toBe(inOrder.exponent);
      for (const name of ['start', 'minX', 'min', 'maxX', 'max', 'firstX', 'lastX', 'count'] as const)
        expect(found.buckets[name]).toEqual(inOrder.buckets[name]);
    }),
    { numRuns: 50 },
  );
});

test('its buckets are as narrow as their number allows, and hold every point at its place', () => {
  fc.assert(
    fc.property(xs, (places) => {
      const points = Float64Array.from(places);
      const { exponent, buckets } = summarizeBlocks(points, points);
      const bordersAt = (width: number) => [...new Set(places.map((x) => Math.floor(x / width) * width))];
      const borders = bordersAt(2 ** exponent).sort((a, b) => a - b);
      expect([...buckets.start]).toEqual(borders);
      expect(borders.length).toBeLessThanOrEqual(640);
      if (exponent > 0) expect(bordersAt(2 ** (exponent - 1)).length).toBeGreaterThan(640);
      for (const [index, border] of borders.entries()) {
        const inside = places.filter((x) => x >= border && x < border + 2 ** exponent);
        expect(populationAt(buckets, index)).toBe(inside.length);
      }
    }),
    { numRuns: 50 },
  );
});
