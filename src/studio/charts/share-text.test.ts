import { expect, test } from 'vitest';
import { describeOddPoints, describeShare } from './share-text.ts';

const none = { nanPoints: 0, infinitePoints: 0 };

test.each([
  [
    { ...none, drawn: 1204, points: 1_000_000, bucketed: true },
    0,
    '1,204 of 1,000,000 points, every spike kept',
  ],
  [{ ...none, drawn: 48, points: 48, bucketed: false }, 0, '48 points'],
  [{ ...none, drawn: 1, points: 1, bucketed: false }, 0, '1 point'],
  [{ ...none, drawn: 48, points: 48, bucketed: false }, 0.6, '48 points · smoothed 0.6'],
  [
    { ...none, drawn: 400, points: 9000, bucketed: true },
    0.6,
    '400 of 9,000 points · smoothed 0.6 over bucket means',
  ],
])('%o smoothed %d', (share, smoothing, text) => {
  expect(describeShare(share, smoothing)).toBe(text);
});

test.each([
  [0, 0, ''],
  [3, 0, '✕ 3 NaN'],
  [0, 2, '▲▼ 2 infinite'],
  [1500, 2, '✕ 1,500 NaN · ▲▼ 2 infinite'],
])('%d NaN and %d infinite read "%s"', (nanPoints, infinitePoints, text) => {
  expect(describeOddPoints({ drawn: 0, points: 0, bucketed: false, nanPoints, infinitePoints })).toBe(text);
});
