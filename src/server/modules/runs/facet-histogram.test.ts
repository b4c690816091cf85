import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberHistogram, timeHistogram } from './facet-histogram.ts';

const day = 86_400_000;

test('days within two months are counted one by one, from the first to the last', () => {
  const start = Date.UTC(2026, 10, 3);
  expect(timeHistogram([start + 5, start + day - 1, start + 2 * day])).toEqual({
    least: start,
    width: day,
    runs: [2, 0, 1],
  });
});

test('a year is counted in weeks that begin on Mondays', () => {
  const found = timeHistogram([Date.UTC(2026, 0, 7), Date.UTC(2026, 11, 31)]);
  expect(found?.width).toBe(7 * day);
  expect(new Date(found?.least ?? 0).getUTCDay()).toBe(1);
  expect(found?.runs.length).toBe(52);
});

test('nothing, or one value alone, makes no histogram of numbers', () => {
  expect(numberHistogram([])).toBeNull();
  expect(numberHistogram([3, 3, Number.NaN, Infinity])).toBeNull();
  expect(timeHistogram([])).toBeNull();
});

test('whatever is finite is counted once, within the steps told', () => {
  fc.assert(
    fc.property(fc.array(fc.double()), (numbers) => {
      const found = numberHistogram(numbers);
      if (found === null) return;
      const finite = numbers.filter((each) => Number.isFinite(each));
      expect(found.runs.reduce((sum, each) => sum + each, 0)).toBe(finite.length);
      expect(found.least).toBe(Math.min(...finite));
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4e12 }), { minLength: 1 }), (times) => {
      const found = timeHistogram(times);
      expect(found?.runs.reduce((sum, each) => sum + each, 0)).toBe(times.length);
      expect(found?.runs.length).toBeLessThanOrEqual(62);
    }),
  );
});
