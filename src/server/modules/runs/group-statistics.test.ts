import { expect, test } from 'vitest';
import { summarizeGroups } from './group-statistics.ts';

test.each([
  ['finite', [1, 3], { n: 2, nan: 0, mean: 2, sd: Math.SQRT2, min: 1, max: 3, best: 3 }],
  [
    'one infinite',
    [1, Infinity, 3],
    { n: 3, nan: 0, infinite: 1, mean: 2, sd: Math.SQRT2, min: 1, max: Infinity, best: Infinity },
  ],
  [
    'one finite',
    [-Infinity, 4, NaN],
    { n: 2, nan: 1, infinite: 1, mean: 4, sd: null, min: -Infinity, max: 4, best: 4 },
  ],
  [
    'all infinite',
    [Infinity, -Infinity],
    { n: 2, nan: 0, infinite: 2, mean: null, sd: null, min: -Infinity, max: Infinity, best: Infinity },
  ],
  ['none', [NaN], { n: 0, nan: 1, mean: null, sd: null, min: null, max: null, best: null }],
])('a group of values, %s', (_name, values, expected) => {
  const column = { has: new Uint8Array(values.length).fill(1), values: Float64Array.from(values) };
  const partition = { groupOf: new Int32Array(values.length), examples: [0] };
  const [value] = summarizeGroups(partition, column, 'up');
  expect(value).toEqual({
    ...expected,
    ...(expected.sd === null ? {} : { sd: expect.closeTo(expected.sd, 12) }),
  });
});
