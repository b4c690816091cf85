import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createValueScale } from './value-scale.ts';

test.each([
  [false, 1, 10, 1, 'linear'],
  [true, 1, 10, 1, 'log'],
  [true, 0, 10, 1, 'symlog'],
  [true, -3, 10, 0.1, 'symlog'],
  [true, 0, 0, Infinity, 'linear'],
] as const)('log %s over %d to %d (least size %d) is %s', (wantsLog, least, greatest, leastSize, kind) => {
  expect(createValueScale(wantsLog, least, greatest, leastSize).kind).toBe(kind);
});

test('a logarithm has no place for zero and less', () => {
  const scale = createValueScale(true, 1, 10, 1);
  expect(scale.place(0)).toBeNaN();
  expect(scale.place(-1)).toBeNaN();
});

test('places rise with values, and lead back to them', () => {
  const value = fc.double({ min: -1e5, max: 1e5, noNaN: true });
  fc.assert(
    fc.property(value, value, fc.boolean(), (a, b, wantsLog) => {
      const scale = createValueScale(wantsLog, -1e5, 1e5, 0.1);
      expect(scale.value(scale.place(a))).toBeCloseTo(a, 4);
      if (a < b) expect(scale.place(a)).toBeLessThanOrEqual(scale.place(b));
    }),
  );
});
