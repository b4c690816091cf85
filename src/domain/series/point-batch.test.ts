import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MetricPoint } from './metric-point.ts';
import { stepAt } from './metric-point.ts';
import { packBatch, packPoints, unpackBatch, withKeyIds } from './point-batch.ts';
import { toPointColumns } from './point-columns.ts';

const step = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -5, max: 300 }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
);
const point: fc.Arbitrary<MetricPoint> = fc.record(
  {
    key: fc.oneof(fc.constantFrom('loss', 'val/accuracy', '指标'), fc.string({ unit: 'binary' })),
    value: fc.oneof(fc.double(), fc.float(), fc.integer()),
    step,
    atMs: fc.nat({ max: 2 ** 52 }),
    modelId: fc.option(fc.string(), { nil: undefined }),
    datasetName: fc.option(fc.string(), { nil: undefined }),
    datasetDigest: fc.option(fc.string(), { nil: undefined }),
  },
  { requiredKeys: ['key', 'value', 'step', 'atMs', 'modelId', 'datasetName', 'datasetDigest'] },
);

function unpackPoints(bytes: Uint8Array): MetricPoint[] {
  const batch = unpackBatch(bytes);
  return Array.from(batch.values, (value, index) => ({
    key: batch.keys![batch.keyIndex[index]!]!,
    value,
    step: stepAt(batch.steps, index),
    atMs: batch.times[index]!,
    modelId: undefined,
    datasetName: undefined,
    datasetDigest: undefined,
    ...batch.origins[batch.originIndex?.[index] ?? -1],
  }));
}

function withNarrowStep(each: MetricPoint): MetricPoint {
  return { ...each, step: Number.isSafeInteger(Number(each.step)) ? Number(each.step) : each.step };
}

describe('a packed batch', () => {
  test('gives back the very points that went in', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), (points) => {
        expect(unpackPoints(packPoints(points))).toEqual(points.map((each) => withNarrowStep(each)));
      }),
    );
  });

  test('holds ids in place of names where they are known', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), (points) => {
        const columns = toPointColumns(points);
        const ids = columns.keys.map((_key, index) => index * 7 + 3);
        const batch = unpackBatch(packBatch(columns, ids));
        expect(batch.keys).toBeUndefined();
        const byName = withKeyIds(unpackBatch(packPoints(points)), (key) => ids[columns.keys.indexOf(key)]!);
        expect(batch).toEqual(byName);
        expect(Array.from(batch.keyIndex, (id) => columns.keys[ids.indexOf(id)])).toEqual(
          points.map(({ key }) => key),
        );
      }),
    );
  });

  test('reads from any place in a larger buffer', () => {
    const points = [1, 2, 3].map((value) => ({ key: 'a', value: value / 3, step: value, atMs: value }));
    const packed = packPoints(points);
    for (let shift = 0; shift < 9; shift += 1) {
      const larger = new Uint8Array(packed.length + 16);
      larger.set(packed, shift);
      expect(unpackPoints(larger.subarray(shift, shift + packed.length)).map((each) => each.value)).toEqual(
        points.map((each) => each.value),
      );
    }
  });

  test('is small where numbers are regular', () => {
    const points = Array.from({ length: 1000 }, (_, index) => ({
      key: 'loss',
      value: Math.fround(Math.sin(index)),
      step: index,
      atMs: 1_760_000_000_000 + index * 7,
    }));
    expect(packPoints(points).length).toBeLessThan(8300);
  });
});
