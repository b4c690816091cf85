import { expect, test } from 'vitest';
import { valuesAtSteps } from './values-at-steps.ts';

const pointsAt = (steps: Float64Array | BigInt64Array, values: readonly number[]) => ({
  steps,
  times: new Float64Array(values.length),
  values: Float64Array.from(values),
});

test('takes the last value at the very step, whatever form the steps have', () => {
  const far = 2n ** 60n;
  const points = pointsAt(BigInt64Array.of(1n, 2n, 3n, far), [0, 0, 0, 0]);
  expect([...valuesAtSteps(points, pointsAt(Float64Array.of(3, 1, 1), [30, 9, 10]))]).toEqual([
    10,
    NaN,
    30,
    NaN,
  ]);
  expect([...valuesAtSteps(points, pointsAt(BigInt64Array.of(far, far + 1n), [1, 2]))]).toEqual([
    NaN,
    NaN,
    NaN,
    1,
  ]);
});
