import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Points, slicePoints, toStepColumn } from './metric-point.ts';
import { extendSummary, type SeriesSummary } from './series-summary.ts';

type Plain = readonly [step: number | bigint, atMs: number, value: number];

const plain: fc.Arbitrary<Plain> = fc.tuple(
  fc.oneof(fc.integer({ min: -2, max: 2 }), fc.constantFrom(2n ** 60n, 2n ** 60n + 1n)),
  fc.integer({ min: 0, max: 3 }),
  fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(0.1, 1e308, -1e308, 1e-308, Number.NaN, Infinity, -Infinity),
  ),
);

function toPoints(points: readonly Plain[]): Points {
  return {
    steps: toStepColumn(points.map(([step]) => step)),
    times: Float64Array.from(points, ([, atMs]) => atMs),
    values: Float64Array.from(points, ([, , value]) => value),
  };
}

const byValue = (a: number, b: number) => {
  const [x, y] = [Number.isNaN(a) ? 0 : a, Number.isNaN(b) ? 0 : b];
  return x === y ? Number(Number.isNaN(a)) - Number(Number.isNaN(b)) : x < y ? -1 : 1;
};
const byStep = (a: Plain, b: Plain) =>
  a[0] === b[0] ? a[1] - b[1] || byValue(a[2], b[2]) : a[0] < b[0] ? -1 : 1;

/** What the words mean, without any care for speed. */
function recount(points: readonly Plain[]): Partial<SeriesSummary> {
  const sorted = points.toSorted(byStep);
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  const finite = sorted.filter(([, , value]) => Number.isFinite(value));
  const min = finite.length === 0 ? undefined : Math.min(...finite.map(([, , value]) => value));
  const max = finite.length === 0 ? undefined : Math.max(...finite.map(([, , value]) => value));
  const toStep = (step: number | bigint | undefined) =>
    step !== undefined && Number.isSafeInteger(Number(step)) ? Number(step) : step;
  return {
    firstValue: first[2],
    firstAtMs: first[1],
    minStep: toStep(first[0])!,
    lastValue: last[2],
    lastAtMs: last[1],
    lastStep: toStep(last[0])!,
    min,
    max,
    stepOfMin: toStep(finite.find(([, , value]) => value === min)?.[0]),
    stepOfMax: toStep(finite.find(([, , value]) => value === max)?.[0]),
    pointCount: points.length,
    nanCount: points.filter(([, , value]) => Number.isNaN(value)).length,
  };
}

test('a summary is what a recount of all points finds, however they came', () => {
  fc.assert(
    fc.property(
      fc.array(plain, { minLength: 1, maxLength: 20 }),
      fc.array(fc.integer({ min: 1, max: 19 }), { maxLength: 3 }),
      (all, cuts) => {
        const points = toPoints(all);
        const borders = [0, ...cuts.filter((cut) => cut < all.length).sort((a, b) => a - b), all.length];
        let summary: SeriesSummary | undefined;
        for (let index = 1; index < borders.length; index += 1) {
          const lot = slicePoints(points, borders[index - 1]!, borders[index]!);
          if (lot.values.length > 0) ({ summary } = extendSummary(summary, lot));
        }
        expect(summary).toMatchObject(recount(all));
        const finite = all.map(([, , value]) => value).filter((value) => Number.isFinite(value));
        const mean = finite.reduce((sum, value) => sum + value / finite.length, 0);
        if (finite.length === 0) expect(summary?.mean).toBeUndefined();
        else
          expect(Math.abs(summary!.mean! - mean)).toBeLessThanOrEqual(
            1e-12 * Math.max(...finite.map(Math.abs)),
          );
      },
    ),
  );
});

test.each([
  ['one value again and again', [0.1, 0.1, 0.1], 0.1],
  ['values whose sum is too large', [1e308, 1e308, 1e308], 1e308],
  ['values far apart', [1.7e308, -1.7e308], 0],
])('the mean of %s, one by one', (_what, values, mean) => {
  let summary: SeriesSummary | undefined;
  for (const value of values) ({ summary } = extendSummary(summary, toPoints([[0, 0, value]])));
  expect(summary?.mean).toBe(mean);
});
