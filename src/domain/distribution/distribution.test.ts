import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileOf, toBox } from './box.ts';
import { estimateDensity } from './density.ts';
import { toHistogram } from './histogram.ts';

const anyValues = fc.array(fc.double(), { maxLength: 80 });

describe('a box', () => {
  it.each([
    [[1, 2, 3, 4, 5], 0.25, 2],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[7], 0.9, 7],
    [[-1.5e308, 1.5e308], 0.5, 0],
  ])('quantile of %j at %d is %d', (rising, share, expected) => {
    expect(quantileOf(rising, share)).toBe(expected);
  });

  it('has whiskers that end at values, and outliers beyond them', () => {
    expect(toBox([1, 2, 3, 4, 100, Number.NaN, Infinity])).toEqual({
      count: 5,
      mean: 22,
      median: 3,
      lowerQuartile: 2,
      upperQuartile: 4,
      lowerWhisker: 1,
      upperWhisker: 4,
      outliers: [100],
    });
    expect(toBox([Number.NaN])).toBeUndefined();
  });

  it('keeps its order whatever the values', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const box = toBox(values);
        if (box === undefined) return;
        const order = [box.lowerQuartile, box.median, box.upperQuartile];
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(box.lowerWhisker).toBeLessThanOrEqual(box.upperWhisker);
        expect(values).toContain(box.lowerWhisker);
      }),
    );
  });
});

describe('a density', () => {
  it('is highest where most values lie', () => {
    const found = estimateDensity([0, 4.9, 5, 5, 5.1, 10], 101);
    const peak = found?.at[found.share.indexOf(1)];
    expect(peak).toBeCloseTo(5, 1);
    expect(found?.at[0]).toBe(0);
    expect(found?.at.at(-1)).toBe(10);
  });

  it.each([[[]], [[1, 2]], [[3, 3, 3, 3]]])('is not there for %j', (values) => {
    expect(estimateDensity(values)).toBeUndefined();
  });

  it('is finite whatever the values', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        for (const share of estimateDensity(values)?.share ?? []) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('a histogram', () => {
  it('has round borders and counts each value once', () => {
    const { bins } = toHistogram([0.1, 0.2, 0.25, 0.9, 1], 5);
    expect(bins.map(({ from, count }) => [from, count])).toEqual([
      [0, 1],
      [0.2, 2],
      [0.4, 0],
      [0.6, 0],
      [0.8, 2],
    ]);
  });

  it('counts every value, whatever the values', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const { bins, nanCount, infinityCount } = toHistogram(values);
        const counted = bins.reduce((sum, { count }) => sum + count, 0);
        expect(counted + nanCount + infinityCount).toBe(values.length);
        for (const { from, to } of bins) expect(from).toBeLessThanOrEqual(to);
      }),
      { examples: [[[0, 5e-324]], [[-5e-324, 5e-324]], [[1.7e308, -1.7e308]], [[1e300, 1e300 + 1e284]]] },
    );
  });
});
