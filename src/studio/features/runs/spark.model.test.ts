import { expect, test } from 'vitest';
import type { BucketedLine } from '#domain/drawing/bucketed-line.ts';
import { sparkPath } from './spark.model.ts';

function lineOf(values: readonly number[]): BucketedLine {
  const xs = Float64Array.from(values, (_value, step) => step);
  const ys = Float64Array.from(values);
  return {
    runId: 'a',
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
  };
}

test.each([
  ['nothing', [], ''],
  ['only NaN', [Number.NaN], ''],
  ['one value', [3], 'M50.0 12.0h1'],
  ['equal values', [3, 3], 'M2.0 12.0L98.0 12.0'],
  ['a rise', [0, 1], 'M2.0 22.0L98.0 2.0'],
  ['a break', [0, Number.NaN, 1, 0], 'M2.0 22.0M66.0 2.0L98.0 22.0'],
  ['both ends of what numbers hold', [-1e308, 1e308], 'M2.0 22.0L98.0 2.0'],
])('%s', (_what, values, path) => {
  expect(sparkPath(lineOf(values))).toBe(path);
});
