import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanDifference } from './mean-difference.ts';
import { meanInterval } from './mean-interval.ts';
import { deviationOf, momentsOf, standardErrorOf } from './moments.ts';
import { criticalT, studentCdf, studentQuantile } from './student-t.ts';
import { verdictOf } from './verdict.ts';

describe('moments', () => {
  test('of a textbook sample', () => {
    const moments = momentsOf([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(moments.mean).toBeCloseTo(5, 12);
    expect(moments.variance).toBeCloseTo(32 / 7, 12);
    expect(deviationOf(moments)).toBeCloseTo(2.138089935299395, 12);
    expect(standardErrorOf(moments)).toBeCloseTo(0.7559289460184544, 12);
  });

  test('large offsets lose no digits, and large values no mean', () => {
    expect(momentsOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance).toBeCloseTo(30, 6);
    expect(momentsOf([1e308, 1e308, 1e308]).mean).toBeCloseTo(1e308, -295);
    expect(momentsOf([1e308, -1e308]).mean).toBe(0);
  });

  test('none, one, and what is no number', () => {
    expect(momentsOf([])).toEqual({ n: 0, mean: NaN, variance: NaN });
    expect(momentsOf([3, NaN, Infinity])).toEqual({ n: 1, mean: 3, variance: NaN });
  });

  test('shifting moves the mean and leaves the variance', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 50 });
    fc.assert(
      fc.property(values, fc.integer({ min: -1000, max: 1000 }), (list, shift) => {
        const [before, after] = [momentsOf(list), momentsOf(list.map((value) => value + shift))];
        expect(after.mean).toBeCloseTo(before.mean + shift, 8);
        expect(after.variance).toBeCloseTo(before.variance, 6);
      }),
    );
  });
});

describe("Student's t", () => {
  test.each([
    [1, 12.706204736432095],
    [2, 4.302652729911275],
    [4, 2.7764451051977987],
    [9, 2.2621571627409915],
    [30, 2.0422724563012373],
    [1000, 1.9623390808264078],
  ])('with %i degrees of freedom a 95 %% interval reaches %f errors', (df, expected) => {
    expect(criticalT(df)).toBeCloseTo(expected, 8);
  });

  test('quantile and chance are each other’s reverse, for broken degrees of freedom too', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.7, max: 300, noNaN: true }),
        (p, df) => {
          expect(studentCdf(studentQuantile(p, df), df)).toBeCloseTo(p, 9);
        },
      ),
    );
  });

  test('outside of its domain there is no quantile', () => {
    expect([studentQuantile(0, 3), studentQuantile(1, 3), studentQuantile(0.5, 0)]).toEqual([NaN, NaN, NaN]);
  });
});

test('the interval of a mean needs two values', () => {
  expect(meanInterval(momentsOf([1]))).toBeUndefined();
  const { low, high } = meanInterval(momentsOf([4, 5, 6]))!;
  expect([low, high]).toEqual([expect.closeTo(2.515862, 5), expect.closeTo(7.484138, 5)]);
  expect(meanInterval(momentsOf([2, 2, 2]))).toEqual({ low: 2, high: 2 });
});

const members = (values: readonly number[], seeds = false) =>
  values.map((value, index) => ({ value, pair: seeds ? String(index) : undefined }));

describe('the difference of two means', () => {
  test('Welch’s, where nothing pairs the members (as SciPy has it)', () => {
    const a = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4];
    const b = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 31.0];
    const found = meanDifference(members(a), members(b))!;
    expect(found.method).toBe('welch');
    expect(found.difference).toBeCloseTo(-3.2733, 3);
    expect(found.interval!.low).toBeCloseTo(-5.544342838458, 8);
    expect(found.interval!.high).toBeCloseTo(-1.002323828209, 8);
    expect(found.effect).toBeCloseTo(-1.04995092174, 8);
    expect(found.restsOn).toBe(15);
  });

  test('of pairs, as SciPy has it', () => {
    const found = meanDifference(members([1, 2, 4, 8], true), members([0.5, 2.5, 3, 6], true))!;
    expect(found.interval!.low).toBeCloseTo(-0.90619756723, 8);
    expect(found.interval!.high).toBeCloseTo(2.40619756723, 8);
  });

  test('pairs see through what moves both', () => {
    const base = [10, 20, 30, 40];
    const better = base.map((value, index) => value + 1 + index * 0.01);
    const paired = meanDifference(members(better, true), members(base, true))!;
    const apart = meanDifference(members(better), members(base))!;
    expect(paired).toMatchObject({ method: 'paired', restsOn: 4, difference: expect.closeTo(1.015, 10) });
    expect(paired.interval!.low).toBeGreaterThan(0);
    expect(apart.interval!.low).toBeLessThan(0);
    // Either way it is a small thing beside the spread of the values.
    expect(Math.abs(paired.effect!)).toBeLessThan(0.2);
  });

  test.each([
    [[3, 5], [1, 3], (2 / Math.SQRT2) * (4 / 7)],
    [[3, 5, 7], [1, 3, 5], (2 / 2) * (4 / 5)],
    [
      [1, 2, 4, 8],
      [0.5, 2.5, 3, 6],
      (0.75 / Math.sqrt((9.583333333333334 + 5.166666666666667) / 2)) * (20 / 23),
    ],
  ])('the effect of pairs %j and %j is corrected for the values of both groups', (left, right, expected) => {
    const { effect } = meanDifference(members(left, true), members(right, true))!;
    expect(effect).toBeCloseTo(expected, 10);
  });

  test('few partners do not make pairs; a seed run twice counts once', () => {
    const left = [
      { pair: '1', value: 1 },
      { pair: '1', value: 3 },
      { pair: '2', value: 5 },
      { pair: '9', value: 9 },
    ];
    const right = [
      { pair: '1', value: 1 },
      { pair: '2', value: 4 },
      { pair: '3', value: 4 },
    ];
    expect(meanDifference(left, right)).toMatchObject({ method: 'paired', difference: 1, restsOn: 2 });
    expect(meanDifference(left, [...right.slice(0, 1), ...right.slice(2)])!.method).toBe('welch');
  });

  test('nothing to compare, one value, no spread', () => {
    expect(meanDifference([], members([1]))).toBeUndefined();
    expect(meanDifference(members([NaN]), members([1]))).toBeUndefined();
    expect(meanDifference(members([2]), members([1]))).toMatchObject({ difference: 1, interval: undefined });
    expect(meanDifference(members([2, 2]), members([1, 1]))).toMatchObject({
      interval: { low: 1, high: 1 },
      effect: undefined,
    });
    expect(meanDifference(members([1, 1]), members([1, 1]))).toMatchObject({ effect: 0 });
  });

  test('turning the question round turns the signs', () => {
    const list = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(list, list, fc.boolean(), (first, second, seeds) => {
        const there = meanDifference(members(first, seeds), members(second, seeds))!;
        const back = meanDifference(members(second, seeds), members(first, seeds))!;
        expect(back.difference).toBeCloseTo(-there.difference, 8);
        expect(back.interval!.low).toBeCloseTo(-there.interval!.high, 6);
      }),
    );
  });
});

describe('the verdict', () => {
  const high = meanDifference(members([5, 6, 7]), members([1, 2, 3]))!;
  test.each([
    ['up', 'better'],
    ['down', 'worse'],
    ['none', 'higher'],
  ] as const)('of more, where %s is good: %s', (direction, standing) => {
    expect(verdictOf(high, direction)).toEqual({ standing, size: 'large', fewValues: false });
  });

  test('an interval around zero tells them alike; one value tells nothing; under three is few', () => {
    const alike = meanDifference(members([1, 9]), members([2, 9]))!;
    expect(verdictOf(alike, 'up')).toMatchObject({ standing: 'alike', fewValues: true });
    expect(verdictOf(meanDifference(members([1]), members([2, 9, 3]))!, 'up')).toMatchObject({
      standing: 'unknown',
      fewValues: true,
    });
  });
});
