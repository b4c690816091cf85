import type { BucketedLine } from '#domain/drawing/bucketed-line.ts';
import { expect, test } from 'vitest';
import { type LineLook, resolveChoice, toDrawnLine } from './drawn-line.model.ts';
import { layoutPlot } from './plot.model.ts';

const columns = (...values: readonly number[]) => Float64Array.from(values);
/** Two buckets of a hundred points each; a spike of 9 at 130. */
const source: BucketedLine = {
  runId: 'a',
  points: 200,
  bucketWidth: 100,
  firstX: columns(0, 100),
  first: columns(1, 2),
  leastX: columns(50, 199),
  least: columns(0.5, 1.5),
  greatestX: columns(20, 130),
  greatest: columns(3, 9),
  lastX: columns(99, 199),
  last: columns(2, 1.5),
  mean: columns(1.5, 2.5),
  nanPoints: 0,
  infinitePoints: 0,
  odd: [],
};
const look: LineLook = { choice: 'whole', smoothing: { kind: 'ema', amount: 0 }, ghost: true };
const draw = (how: Partial<LineLook>, line = source, fits = true) =>
  toDrawnLine(
    { runId: 'a', name: 'a', mark: { colour: 0, dash: 0 }, baseline: false, line },
    { ...look, ...how },
    fits,
  );

test.each([
  ['mean', [1.5, 2.5], [49.5, 149.5]],
  ['last', [2, 1.5], [99, 199]],
  ['min', [0.5, 1.5], [50, 199]],
  ['max', [3, 9], [20, 130]],
] as const)('a line through the %s of each bucket, in the shade of the extremes', (choice, ys, xs) => {
  const line = draw({ choice });
  expect([[...line.ys], [...line.xs], line.raw]).toEqual([[...ys], [...xs], 'shade']);
});

test('whatever the line goes through, the spike is among its points, and the axis has room for it', () => {
  for (const choice of ['whole', 'mean', 'last', 'min', 'max'] as const) {
    const line = draw({ choice });
    expect([...line.points.ys]).toContain(9);
    const plot = layoutPlot([line], { x: 'step', log: false }, { width: 300, height: 200, zoneMs: 0 });
    expect(plot.yAxis.high).toBeGreaterThan(9);
  }
});

test('what the server smoothed goes before our own copy, unless it was asked for otherwise', () => {
  const smoothing = { kind: 'ema', amount: 0.5 } as const;
  const answered = { ...source, smoothed: columns(1.25, 1.75) };
  expect([...draw({ smoothing }, answered).ys]).toEqual([1.25, 1.75]);
  const own = draw({ smoothing }, answered, false);
  expect([...own.ys]).toEqual([...draw({ smoothing }).ys]);
  expect(own.raw).toBe('ghost');
  expect(draw({ smoothing, ghost: false }, answered).raw).toBe('none');
});

test('few lines show their mean, many all their extremes, unless it is chosen', () => {
  expect([resolveChoice('auto', 8), resolveChoice('auto', 9), resolveChoice('max', 90)]).toEqual([
    'mean',
    'whole',
    'max',
  ]);
});
