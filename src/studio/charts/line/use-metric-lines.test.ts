import type { AnsweredLine } from '#domain/series/series-wire.ts';
import { expect, test } from 'vitest';
import { joinAnswer } from './use-metric-lines.ts';

function line(runId: string, values: readonly number[], more: Partial<AnsweredLine> = {}): AnsweredLine {
  const xs = Float64Array.from(values, (_value, index) => index);
  const ys = Float64Array.from(values);
  return {
    runId,
    points: values.length,
    bucketWidth: 0,
    firstX: xs,
    first: ys,
    leastX: xs,
    least: ys,
    greatestX: xs,
    greatest: ys,
    lastX: xs,
    last: ys,
    mean: ys,
    nanPoints: 0,
    infinitePoints: 0,
    odd: [],
    cursor: `${values.length}/0`,
    ...more,
  };
}

test('what has not changed is the very line there was, what has grown gets its new end', () => {
  const [still, grown] = [line('still', [1, 2]), line('grown', [1, 2, 3])];
  const xs = Float64Array.of(2, 3);
  const places = { firstX: xs, leastX: xs, greatestX: xs, lastX: xs };
  const end = line('grown', [30, 40], { ...places, replacesFrom: 2, points: 4, cursor: '4/0' });
  const fresh = line('fresh', [7]);
  const joined = joinAnswer([still, grown], { lines: [end, fresh], unchanged: ['still'] });
  const of = (runId: string) => joined.find((each) => each.runId === runId);
  expect(of('still')).toBe(still);
  expect([...(of('grown')?.last ?? [])]).toEqual([1, 2, 30, 40]);
  expect(of('grown')).toMatchObject({ points: 4, cursor: '4/0' });
  expect(of('fresh')).toBe(fresh);
  expect(joined).toHaveLength(3);
});

test('a run that is gone is gone', () => {
  expect(joinAnswer([line('a', [1])], { lines: [], unchanged: [] })).toEqual([]);
});
