import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packSparkline, sparklineStretches, toStretches, unpackSparkline } from './sparkline.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const stretch = fc.option(fc.tuple(share, share), { nil: undefined });

test('a sparkline comes back as fine as a cell can show', () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: sparklineStretches }), (pairs) => {
      const stretches = pairs.map((pair) =>
        pair === undefined ? undefined : { low: Math.min(...pair), high: Math.max(...pair) },
      );
      const packed = packSparkline(stretches);
      expect(packed.length).toBeLessThanOrEqual(2 * sparklineStretches);
      const back = unpackSparkline(packed);
      expect(back).toHaveLength(stretches.length);
      for (const [index, each] of stretches.entries()) {
        if (each === undefined) expect(back[index]).toBeUndefined();
        else {
          expect(Math.abs(back[index]!.low - each.low)).toBeLessThanOrEqual(0.0081);
          expect(Math.abs(back[index]!.high - each.high)).toBeLessThanOrEqual(0.0081);
        }
      }
    }),
  );
});

test('the spike of a line is at its top, in the stretch where it was', () => {
  const xs = Float64Array.from({ length: 320 }, (_each, index) => index);
  const values = xs.map((x) => (x === 105 ? 9 : x === 300 ? -1 : x === 10 ? Number.NaN : 0));
  const stretches = toStretches(
    { kind: 'points', points: { xs, values } },
    { from: 0, to: 319, min: -1, max: 9 },
  );
  expect(stretches[10]).toEqual({ low: 0.1, high: 1 });
  expect(stretches[30]).toEqual({ low: 0, high: 0.1 });
  expect(stretches[0]).toEqual({ low: 0.1, high: 0.1 });
});

test.each([
  ['one value', [5], 5, 5, { low: 0.5, high: 0.5 }],
  ['the greatest numbers', [1.7e308, -1.7e308], -1.7e308, 1.7e308, { low: 0, high: 1 }],
])('a line of %s at one step is one stretch', (_what, values, min, max, expected) => {
  const points = { xs: new Float64Array(values.length), values: Float64Array.from(values) };
  const stretches = toStretches({ kind: 'points', points }, { from: 0, to: 0, min, max });
  expect(stretches[0]).toEqual(expected);
  expect(stretches.slice(1).every((each) => each === undefined)).toBe(true);
});
