import { describe, expect, test } from 'vitest';
import { addToGrid, createGrid, finishGrid } from './bucket-grid.ts';
import { decodeSeries, encodeSeries, maxOddPoints } from './series-wire.ts';

const noOthers = { missing: [], withoutMetric: [], unchanged: [] };

describe('series on the wire', () => {
  test('points come back as buckets of their own, with breaks where a value is not finite', () => {
    const points = {
      xs: Float64Array.of(1, 2, 3, 4),
      values: Float64Array.of(0.1, Number.NaN, Infinity, -Infinity),
    };
    const bytes = encodeSeries([{ runId: 'r', line: { kind: 'points', points }, cursor: '4/0' }], {
      missing: ['gone'],
      withoutMetric: ['bare'],
      unchanged: ['same'],
    });
    const { lines, ...others } = decodeSeries(bytes);
    expect(others).toEqual({ missing: ['gone'], withoutMetric: ['bare'], unchanged: ['same'] });
    expect(lines[0]).toMatchObject({
      runId: 'r',
      points: 4,
      bucketWidth: 0,
      nanPoints: 1,
      infinitePoints: 2,
      cursor: '4/0',
    });
    expect(lines[0]).not.toHaveProperty('smoothed');
    expect(lines[0]).not.toHaveProperty('replacesFrom');
    expect([...lines[0]!.firstX]).toEqual([1, 2, 3, 4]);
    for (const column of ['first', 'least', 'greatest', 'last', 'mean'] as const)
      expect([...lines[0]![column]]).toEqual([0.1, Number.NaN, Number.NaN, Number.NaN]);
    expect(lines[0]!.odd).toEqual([
      { x: 2, kind: 'nan' },
      { x: 3, kind: 'above' },
      { x: 4, kind: 'below' },
    ]);
  });

  test('buckets come back with their extremes; one without a finite point is a break at its border', () => {
    const grid = createGrid(0, 40, 16);
    addToGrid(grid, Float64Array.of(1, 5, 3, 20, 33), Float64Array.of(2, 9, -1, Number.NaN, 7));
    const bytes = encodeSeries(
      [{ runId: 'r', line: { kind: 'buckets', width: 16, buckets: finishGrid(grid) }, cursor: '5/16' }],
      noOthers,
    );
    // Read from a shifted place, as a part of a larger buffer.
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const [line] = decodeSeries(shifted.subarray(3)).lines;
    expect(line).toMatchObject({ points: 5, bucketWidth: 16, nanPoints: 1, infinitePoints: 0 });
    expect([...line!.firstX]).toEqual([1, 16, 33]);
    expect([...line!.first]).toEqual([2, Number.NaN, 7]);
    expect([...line!.leastX]).toEqual([3, 16, 33]);
    expect([...line!.least]).toEqual([-1, Number.NaN, 7]);
    expect([...line!.greatestX]).toEqual([5, 16, 33]);
    expect([...line!.greatest]).toEqual([9, Number.NaN, 7]);
    expect([...line!.last]).toEqual([9, Number.NaN, 7]);
    expect([...line!.mean]).toEqual([10 / 3, Number.NaN, 7]);
    expect(line!.odd).toEqual([{ x: 16, kind: 'nan' }]);
  });

  test('tells a bounded number of odd points, and counts all', () => {
    const xs = Float64Array.from({ length: maxOddPoints + 20 }, (_, index) => index);
    const points = { xs, values: xs.map(() => Number.NaN) };
    const [line] = decodeSeries(
      encodeSeries([{ runId: 'r', line: { kind: 'points', points }, cursor: '' }], noOthers),
    ).lines;
    expect(line!.odd).toHaveLength(maxOddPoints);
    expect(line!.nanPoints).toBe(maxOddPoints + 20);
  });

  test('a smoothed line comes back beside the raw one, whether of points or of buckets', () => {
    const points = { xs: Float64Array.of(1, 2), values: Float64Array.of(4, 6) };
    const grid = createGrid(0, 40, 16);
    addToGrid(grid, Float64Array.of(1, 20), Float64Array.of(2, 9));
    const buckets = { kind: 'buckets', width: 16, buckets: finishGrid(grid) } as const;
    const smoothed = Float64Array.of(4, 5);
    const { lines } = decodeSeries(
      encodeSeries(
        [
          { runId: 'a', line: { kind: 'points', points }, smoothed, cursor: '' },
          { runId: 'b', line: buckets, smoothed, cursor: '' },
        ],
        noOthers,
      ),
    );
    for (const line of lines) expect(line.smoothed).toEqual(smoothed);
    expect([...lines[0]!.mean]).toEqual([4, 6]);
    expect([...lines[1]!.mean]).toEqual([2, 9]);
  });
});
