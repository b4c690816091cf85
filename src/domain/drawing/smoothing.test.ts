import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Smoothing, smoothingKinds, smoothLine, smoothValues } from './smoothing.ts';

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const series = fc.array(finite, { minLength: 1, maxLength: 50 }).map((values) => Float64Array.from(values));
const smoothing: fc.Arbitrary<Smoothing> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('ema', 'twema'),
    amount: fc.double({ min: 0, max: 0.999, noNaN: true }),
  }),
  fc.record({
    kind: fc.constantFrom('average', 'gaussian'),
    amount: fc.double({ min: 0, max: 80, noNaN: true }),
  }),
);
const places = (values: { readonly length: number }): Float64Array =>
  Float64Array.from({ length: values.length }, (_none, index) => index);

test.each<[number[], Smoothing['kind'], number, number[]]>([
  [[1, 2, 3], 'ema', 0, [1, 2, 3]],
  [[0, 10], 'ema', 0.5, [0, 20 / 3]],
  [[4, 4, 4], 'ema', 0.9, [4, 4, 4]],
  [[0, NaN, 10], 'ema', 0.5, [0, NaN, 20 / 3]],
  [[0, Infinity, 10], 'ema', 0.5, [0, Infinity, 20 / 3]],
  [[NaN, NaN], 'ema', 0.5, [NaN, NaN]],
  [[], 'ema', 0.5, []],
  [[1, 2, 6, 8, 10], 'average', 3, [1, 3, 16 / 3, 8, 10]],
  [[1, NaN, 6, 9], 'average', 3, [1, NaN, 7.5, 9]],
  [[1, 2, 3], 'average', 1, [1, 2, 3]],
  [[5, 5], 'gaussian', 2, [5, 5]],
  [[0, 1], 'gaussian', 1, [Math.exp(-0.5) / (1 + Math.exp(-0.5)), 1 / (1 + Math.exp(-0.5))]],
])('%j by %s of %d is %j', (values, kind, amount, expected) => {
  const smoothed = [...smoothLine(places(values), Float64Array.from(values), { kind, amount })];
  expect(smoothed).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) {
    if (Number.isFinite(value)) expect(smoothed[index]).toBeCloseTo(value, 10);
    else expect(smoothed[index]).toBe(value);
  }
});

test('all stay between the least and the greatest, whatever the kind', () => {
  fc.assert(
    fc.property(series, smoothing, (values, how) => {
      const slack = 1e-7 * (1 + Math.max(...values.map(Math.abs)));
      for (const value of smoothLine(places(values), values, how)) {
        expect(value).toBeGreaterThanOrEqual(Math.min(...values) - slack);
        expect(value).toBeLessThanOrEqual(Math.max(...values) + slack);
      }
    }),
  );
});

test('an exponential average never moves the first value, and looks back only', () => {
  fc.assert(
    fc.property(series, fc.double({ min: 0, max: 0.999, noNaN: true }), (values, kept) => {
      const smoothed = smoothValues(values, kept);
      expect(smoothed[0]).toBeCloseTo(values[0]!, 5);
      const longer = smoothValues(Float64Array.from([...values, values[0]! + 1, 7]), kept);
      const varied = smoothValues(Float64Array.from([...values, values[0]! + 1]), kept);
      expect(longer.subarray(0, -1)).toEqual(varied);
    }),
  );
});

test('by distance, a wide gap forgets more than a narrow one', () => {
  const values = Float64Array.from([0, 0.5, 1]);
  const after = (gap: number) =>
    smoothLine(Float64Array.from([0, 100 - gap, 100]), values, { kind: 'twema', amount: 0.99 })[2]!;
  expect(after(90)).toBeGreaterThan(after(10));
});

test('a value that stands for many points is moved as much as those would be', () => {
  const values = Float64Array.from([0, 1, 0, 1]);
  const once = smoothLine(places(values), values, { kind: 'ema', amount: 0.9 ** 8 });
  expect(smoothLine(places(values), values, { kind: 'ema', amount: 0.9 }, 8)).toEqual(once);
  const few = smoothLine(places(values), values, { kind: 'average', amount: 24 }, 8);
  expect(few).toEqual(smoothLine(places(values), values, { kind: 'average', amount: 3 }));
});

test('what is not finite stays where it is', () => {
  const values = Float64Array.from([1, NaN, 3, Infinity, 5, 7]);
  for (const kind of smoothingKinds) {
    const amount = kind === 'average' || kind === 'gaussian' ? 4 : 0.6;
    const smoothed = smoothLine(places(values), values, { kind, amount });
    expect([smoothed[1], smoothed[3]]).toEqual([NaN, Infinity]);
    expect([...smoothed].filter(Number.isFinite)).toHaveLength(4);
  }
});

test('more weight than is allowed counts as the most allowed', () => {
  const values = Float64Array.from([0, 1, 0, 1]);
  expect(smoothValues(values, 1)).toEqual(smoothValues(values, 0.999));
});

test('a moving average is the mean of its window alone, however huge the values outside of it', () => {
  const any = fc.oneof(finite, fc.constantFrom(1e20, -1e20, 1e308, -1e308, NaN, Infinity));
  const windows = fc.integer({ min: 2, max: 25 });
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 60 }), windows, (list, amount) => {
      const values = Float64Array.from(list);
      const smoothed = smoothLine(places(values), values, { kind: 'average', amount });
      const reach = Math.floor((amount - 1) / 2);
      for (const [index, value] of values.entries()) {
        const near = Math.min(reach, index, values.length - 1 - index);
        const around = values.subarray(index - near, index + near + 1).filter(Number.isFinite);
        const mean = around.reduce((sum, each) => sum + each / around.length, 0);
        const slack = around.reduce((most, each) => Math.max(most, Math.abs(each)), 0) * 1e-13;
        if (Number.isFinite(value)) expect(Math.abs(smoothed[index]! - mean)).toBeLessThanOrEqual(slack);
        else expect(smoothed[index]).toBe(value);
      }
    }),
  );
});
