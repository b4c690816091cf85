import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropDuplicates } from './duplicate-points.ts';
import { type Points, stepAt, toStepColumn } from './metric-point.ts';

type Plain = readonly [step: number | bigint, atMs: number, value: number];

function toPoints(plain: readonly Plain[]): Points {
  return {
    steps: toStepColumn(plain.map(([step]) => step)),
    times: Float64Array.from(plain, ([, atMs]) => atMs),
    values: Float64Array.from(plain, ([, , value]) => value),
  };
}

function toPlain({ steps, times, values }: Points): Plain[] {
  return Array.from(values, (value, index) => [stepAt(steps, index), times[index]!, value]);
}

const nameOf = ([step, atMs, value]: Plain) => `${step} ${atMs} ${value + 0}`;

const plain: fc.Arbitrary<Plain> = fc.tuple(
  fc.oneof(fc.integer({ min: -1, max: 2 }), fc.constantFrom(2n ** 60n, 2n ** 60n + 1n)),
  fc.integer({ min: 0, max: 2 }),
  fc.constantFrom(0, -0, 1, Number.NaN, Infinity),
);

describe('dropping duplicates', () => {
  test('keeps the first of each step, time and value, and none that is stored', () => {
    fc.assert(
      fc.property(
        fc.array(plain, { maxLength: 30 }),
        fc.array(fc.array(plain), { maxLength: 3 }),
        (fresh, stored) => {
          const seen = new Set(stored.flat().map((each) => nameOf(each)));
          const expected = fresh.filter((each) => {
            const isNew = !seen.has(nameOf(each));
            seen.add(nameOf(each));
            return isNew;
          });
          const kept = dropDuplicates(
            toPoints(fresh),
            stored.map((each) => toPoints(each)),
          );
          const narrow = toPlain(toPoints(expected));
          expect(toPlain(kept.points)).toEqual(narrow);
          expect((kept.indices ?? [...fresh.keys()]).map((index) => nameOf(fresh[index]!))).toEqual(
            expected.map((each) => nameOf(each)),
          );
        },
      ),
    );
  });
});
