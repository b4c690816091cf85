import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupBatches } from './group-batches.ts';
import { type MetricPoint, stepAt } from './metric-point.ts';
import { packBatch, unpackBatch } from './point-batch.ts';
import { toPointColumns } from './point-columns.ts';

const point: fc.Arbitrary<MetricPoint> = fc.record({
  key: fc.constantFrom('0', '1', '2', '3'),
  value: fc.double({ noNaN: true }),
  step: fc.oneof(fc.nat({ max: 9 }), fc.constant(2n ** 60n)),
  atMs: fc.nat({ max: 99 }),
  modelId: fc.option(fc.constantFrom('m', 'n'), { nil: undefined }),
});

/** Keys are digits here, and their ids ten times that. */
function toBatch(points: readonly MetricPoint[]) {
  const columns = toPointColumns(points);
  return unpackBatch(
    packBatch(
      columns,
      columns.keys.map((key) => Number(key) * 10),
    ),
  );
}

test('every metric has its points of all calls in order of arrival, with what each speaks about', () => {
  fc.assert(
    fc.property(fc.array(fc.array(point, { minLength: 1, maxLength: 12 }), { maxLength: 8 }), (calls) => {
      const groups = groupBatches(calls.map((points) => toBatch(points)));
      const found = groups.map(({ keyId, points, origins }) => [
        keyId,
        Array.from(points.values, (value, index) => ({
          value,
          step: stepAt(points.steps, index),
          atMs: points.times[index],
          modelId: origins?.get(index)?.modelId,
        })),
      ]);
      const expected = Map.groupBy(calls.flat(), ({ key }) => Number(key) * 10);
      expect(new Map(found as [number, unknown][])).toEqual(
        new Map(
          [...expected].map(([keyId, points]) => [
            keyId,
            points.map(({ value, step, atMs, modelId }) => ({ value, step, atMs, modelId })),
          ]),
        ),
      );
    }),
  );
});
