import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHistoryJson } from './history-json.ts';
import { parseHistoryToken, takeHistoryPage, toHistoryToken } from './history-page.ts';
import { type Points, stepAt, toStepColumn } from './metric-point.ts';
import { dropDuplicates } from './duplicate-points.ts';
import { thinPoints } from './thin-points.ts';

const points: fc.Arbitrary<Points> = fc
  .array(
    fc.record({
      step: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
      atMs: fc.integer({ min: 0, max: 3 }),
      value: fc.oneof(fc.double(), fc.constantFrom(0, Number.NaN, 1e21, -1e-7, Infinity, -Infinity)),
    }),
    { maxLength: 40 },
  )
  .map((list) => ({
    steps: toStepColumn(list.map((each) => each.step)),
    times: Float64Array.from(list, (each) => each.atMs),
    values: Float64Array.from(list, (each) => each.value),
  }))
  .map((lot) => dropDuplicates(lot, []).points);

function rowsOf({ steps, times, values }: Points) {
  return Array.from(values, (value, index) => ({
    atMs: times[index]!,
    step: BigInt(stepAt(steps, index)),
    value,
  }));
}

/** MLflow's order: time, step, value; NaN as 0. */
function naiveOrder(lot: Points) {
  const plain = (value: number) => (Number.isNaN(value) ? 0 : value);
  return rowsOf(lot).sort((a, b) => {
    if (a.atMs !== b.atMs) return a.atMs - b.atMs;
    if (a.step !== b.step) return a.step < b.step ? -1 : 1;
    if (plain(a.value) !== plain(b.value)) return plain(a.value) < plain(b.value) ? -1 : 1;
    return Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value));
  });
}

describe('history pages', () => {
  test('put together are the history in order, each point once', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 9 }), (lot, limit) => {
        const rows: unknown[] = [];
        let after: ReturnType<typeof parseHistoryToken>;
        for (;;) {
          const page = takeHistoryPage(lot, limit, after);
          rows.push(...rowsOf(page.points));
          if (page.next === undefined) break;
          after = parseHistoryToken(toHistoryToken(page.next));
          expect(after).toBeDefined();
        }
        expect(rows).toEqual(naiveOrder(lot));
      }),
    );
  });

  test.each(['', 'x', '1/2', '1/2/x', '1/2/3/4', '1.5/2/3', '1/2/..', `1/2/${'9'.repeat(40)}`])(
    'refuse the token %j',
    (token) => expect(parseHistoryToken(token)).toBeUndefined(),
  );
});

describe('history as JSON', () => {
  test('reads back as the same points', () => {
    fc.assert(
      fc.property(points, fc.string({ unit: 'binary' }), (lot, key) => {
        const text = toHistoryJson(key, lot, ',"run_id":"r"');
        const small = rowsOf(lot).every((row) => Number.isSafeInteger(Number(row.step)));
        const read = JSON.parse(text) as {
          key: string;
          value: number | string;
          timestamp: number;
          step: number;
        }[];
        expect(read.map((each) => Number(each.value) + 0)).toEqual(
          Array.from(lot.values, (value) => value + 0),
        );
        expect(read.map((each) => each.timestamp)).toEqual([...lot.times]);
        for (const each of read) expect(each).toMatchObject({ key, run_id: 'r' });
        if (small) expect(read.map((each) => each.step)).toEqual(Array.from(lot.steps, Number));
        else for (const { step } of rowsOf(lot)) expect(text).toContain(`"step":${step},`);
      }),
    );
  });
});

describe('thinning', () => {
  test.each([
    [10, 3, [0, 4, 7, 9]],
    [9, 3, [0, 3, 6, 8]],
    [3, 3, [0, 1, 2]],
    [1, 3, [0]],
    [5, 1, [0, 4]],
  ])('%i points to %i lots keeps %j', (length, count, kept) => {
    const steps = Float64Array.from({ length }, (_, index) => index);
    expect([...thinPoints({ steps, times: steps, values: steps }, count).values]).toEqual(kept);
  });
});
