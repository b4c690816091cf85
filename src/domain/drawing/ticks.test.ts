import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationTicks, linearTicks, scaleTicks } from './ticks.ts';
import { createValueScale } from './value-scale.ts';

test.each([
  [0, 10, 5, [0, 2, 4, 6, 8, 10]],
  [0.1, 0.5, 4, [0.1, 0.2, 0.3, 0.4, 0.5]],
  [-1, 1, 4, [-1, -0.5, 0, 0.5, 1]],
  [3, 3, 4, [3]],
])('round numbers from %d to %d, about %d', (low, high, count, expected) => {
  expect(linearTicks(low, high, count)).toEqual(expected);
});

test('ticks lie inside, rise, and are neither too few nor too many', () => {
  const bound = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(bound, bound, fc.integer({ min: 2, max: 12 }), (a, b, count) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      if (high - low < 1e-3) return;
      const ticks = linearTicks(low, high, count);
      const slack = (high - low) * 1e-6;
      expect(ticks.length).toBeGreaterThanOrEqual(Math.floor(count / 2.6));
      expect(ticks.length).toBeLessThanOrEqual(count + 1);
      for (const tick of ticks) {
        expect(tick).toBeGreaterThanOrEqual(low - slack);
        expect(tick).toBeLessThanOrEqual(high + slack);
      }
      expect([...ticks].sort((x, y) => x - y)).toEqual(ticks);
    }),
  );
});

test('a logarithm has its decades, or round numbers where it spans less than two', () => {
  const scale = createValueScale(true, 0.001, 1000, 0.001);
  expect(scaleTicks(scale, -3, 3, 10)).toEqual([0.001, 0.01, 0.1, 1, 10, 100, 1000]);
  expect(scaleTicks(scale, -3, 3, 4)).toEqual([0.001, 0.1, 10, 1000]);
  expect(scaleTicks(scale, 0, 1, 5)).toEqual([2, 4, 6, 8, 10]);
});

test('a symmetric logarithm always shows zero when it is in view', () => {
  const scale = createValueScale(true, -100, 100, 1);
  const ticks = scaleTicks(scale, scale.place(-100), scale.place(100), 4);
  expect(ticks).toContain(0);
  expect(ticks).toEqual(ticks.map((value) => 0 - value).reverse());
});

test.each([
  [0, 60_000, 4, [0, 15_000, 30_000, 45_000, 60_000]],
  [0, 3_600_000 * 24, 4, [0, 6, 12, 18, 24].map((hours) => hours * 3_600_000)],
])('durations from %d to %d ms', (low, high, count, expected) => {
  expect(durationTicks(low, high, count)).toEqual(expected);
});

test('days begin at midnight of the reader', () => {
  const zone = 2 * 3_600_000;
  const ticks = durationTicks(0, 4 * 86_400_000, 4, zone);
  for (const tick of ticks) expect((tick + zone) % 86_400_000).toBe(0);
});
