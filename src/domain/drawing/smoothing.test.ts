import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { smoothValues } from './smoothing.ts';

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const series = fc.array(finite, { minLength: 1, maxLength: 50 }).map((values) => Float64Array.from(values));
const weight = fc.double({ min: 0, max: 0.999, noNaN: true });

test.each([
  [[1, 2, 3], 0, [1, 2, 3]],
  [[0, 10], 0.5, [0, 20 / 3]],
  [[4, 4, 4], 0.9, [4, 4, 4]],
  [[0, NaN, 10], 0.5, [0, NaN, 20 / 3]],
  [[0, Infinity, 10], 0.5, [0, Infinity, 20 / 3]],
  [[NaN, NaN], 0.5, [NaN, NaN]],
  [[], 0.5, []],
])('%j with weight %d is %j', (values, kept, expected) => {
  const smoothed = [...smoothValues(Float64Array.from(values), kept)];
  expect(smoothed).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) {
    if (Number.isFinite(value)) expect(smoothed[index]).toBeCloseTo(value, 10);
    else expect(smoothed[index]).toBe(value);
  }
});

test('the first value is never moved, and all stay between the least and the greatest so far', () => {
  fc.assert(
    fc.property(series, weight, (values, kept) => {
      const smoothed = smoothValues(values, kept);
      expect(smoothed[0]).toBeCloseTo(values[0]!, 5);
      for (const index of values.keys()) {
        const past = values.subarray(0, index + 1);
        const slack = 1e-9 * (1 + Math.max(...past.map(Math.abs)));
        expect(smoothed[index]).toBeGreaterThanOrEqual(Math.min(...past) - slack);
        expect(smoothed[index]).toBeLessThanOrEqual(Math.max(...past) + slack);
      }
    }),
  );
});

test('more weight than is allowed counts as the most allowed', () => {
  const values = Float64Array.from([0, 1, 0, 1]);
  expect(smoothValues(values, 1)).toEqual(smoothValues(values, 0.999));
});
