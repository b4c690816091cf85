import type { AnsweredGroup } from '#domain/series/group-wire.ts';
import { expect, test } from 'vitest';
import { toGroupLine } from './group-line.model.ts';
import { layoutPlot } from './plot.model.ts';

const columns = (...values: readonly number[]) => Float64Array.from(values);
const answered: AnsweredGroup = {
  line: {
    x: columns(0, 1, 2),
    n: columns(3, 3, 1),
    mean: columns(1, 2, 3),
    median: columns(1, 1.5, 3),
    min: columns(0, 1, 3),
    max: columns(2, 4, 3),
    deviation: columns(0.5, 1, NaN),
    standardError: columns(0.25, 0.5, NaN),
    low: columns(-0.2, 0.7, NaN),
    high: columns(2.2, 3.3, NaN),
  },
  members: 3,
  withoutMetric: [],
  missing: [],
  oddPoints: 2,
};
const group = {
  id: 'g',
  name: 'lr=0.1',
  runIds: ['a', 'b', 'c'],
  mark: { colour: 1, dash: 0 },
  baseline: true,
};

test.each([
  ['range', 'mean', [1, 2, NaN, 3], [0, 1, NaN, 3], [2, 4, NaN, 3]],
  ['deviation', 'mean', [1, 2, NaN, 3], [0.5, 1, NaN, NaN], [1.5, 3, NaN, NaN]],
  ['error', 'median', [1, 1.5, NaN, 3], [0.75, 1, NaN, NaN], [1.25, 2, NaN, NaN]],
  ['interval', 'mean', [1, 2, NaN, 3], [-0.2, 0.7, NaN, NaN], [2.2, 3.3, NaN, NaN]],
] as const)('the %s around the %s, broken where members end', (band, centre, ys, low, high) => {
  const line = toGroupLine(group, answered, { band, centre });
  expect([[...line.ys], [...line.band!.low], [...line.band!.high]]).toEqual([[...ys], [...low], [...high]]);
  expect(line).toMatchObject({ name: 'lr=0.1 (n=3)', baseline: true, source: { nanPoints: 2 } });
});

test('the axis has room for the band', () => {
  const line = toGroupLine(group, answered, { band: 'range', centre: 'mean' });
  const { yAxis } = layoutPlot([line], { x: 'step', log: false }, { width: 300, height: 200, zoneMs: 0 });
  expect(yAxis.low).toBeLessThan(0);
  expect(yAxis.high).toBeGreaterThan(4);
});
