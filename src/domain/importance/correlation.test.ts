import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlate, correlateRanks, toRanks } from './correlation.ts';

describe('correlation', () => {
  it.each([
    [[1, 2, 3, 4], [2, 4, 6, 8], 1],
    [[1, 2, 3, 4], [8, 6, 4, 2], -1],
    [[1, 2, 3, 4, 5], [2, 1, 4, 3, 5], 0.8],
    [[1, 2, 3], [7, 7, 7], undefined],
    [[1, 2], [1, 2], undefined],
    [[1, undefined, 3, Number.NaN, 5], [1, 2, 3, 4, 5], 1],
    [[1e308, -1e308, 5e307], [1, -1, 0.5], 1],
    [[1e-308, 2e-308, 3e-308], [1, 2, 3], 1],
  ])('of %j and %j is %j', (xs, ys, expected) => {
    const found = correlate(xs, ys);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(expected, 10);
  });

  it('of ranks sees any rising curve', () => {
    expect(correlateRanks([1, 2, 3, 4], [1, 10, 100, 1e9])).toBeCloseTo(1, 12);
    expect(correlateRanks([1, 2, 3, 4], [9, 3, 2, -1])).toBeCloseTo(-1, 12);
  });

  it('ranks ties by the mean of their places', () => {
    expect(toRanks([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
  });

  it('is symmetric and within its bounds', () => {
    const pairs = fc.array(fc.tuple(fc.double(), fc.double()), { minLength: 3 });
    fc.assert(
      fc.property(pairs, (all) => {
        const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
        const found = correlate(xs, ys);
        if (found === undefined) return;
        expect(Math.abs(found)).toBeLessThanOrEqual(1);
        expect(correlate(ys, xs)).toBeCloseTo(found, 6);
      }),
    );
  });
});
