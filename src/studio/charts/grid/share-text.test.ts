import { expect, test } from 'vitest';
import type { Smoothing } from '#domain/drawing/smoothing.ts';
import type { DrawnShare, LineLook } from '../line/drawn-line.model.ts';
import { describeOddPoints, describeShare, describeSmoothing } from './share-text.ts';

const none = { nanPoints: 0, infinitePoints: 0 };

const look = { choice: 'whole', smoothing: { kind: 'ema', amount: 0 }, ghost: true } as const;
const smooth = { ...look, smoothing: { kind: 'ema', amount: 0.6 } } as const;

test.each<[Omit<DrawnShare, keyof typeof none>, LineLook, string]>([
  [{ drawn: 1204, points: 1_000_000, bucketed: true }, look, '1,204 of 1,000,000 points, every spike kept'],
  [
    { drawn: 1204, points: 1_000_000, bucketed: true },
    { ...look, choice: 'mean' },
    '1,204 of 1,000,000 points, every spike kept; mean of bucket',
  ],
  [{ drawn: 48, points: 48, bucketed: false }, { ...look, choice: 'mean' }, '48 points'],
  [{ drawn: 1, points: 1, bucketed: false }, look, '1 point'],
  [{ drawn: 48, points: 48, bucketed: false }, smooth, '48 points; smoothed 0.6'],
  [
    { drawn: 400, points: 9000, bucketed: true },
    smooth,
    '400 of 9,000 points, every spike kept; smoothed 0.6',
  ],
  [
    { drawn: 400, points: 9000, bucketed: true },
    { ...smooth, ghost: false },
    '400 of 9,000 points; smoothed 0.6',
  ],
])('%o drawn as %o', (share, how, text) => {
  expect(describeShare({ ...none, ...share }, how)).toBe(text);
});

test.each<[Smoothing, string]>([
  [{ kind: 'twema', amount: 0.9 }, 'smoothed 0.9 by distance'],
  [{ kind: 'average', amount: 1200 }, 'mean of 1,200 points around'],
  [{ kind: 'gaussian', amount: 20 }, 'smoothed by a bell of 20 points'],
])('%o is said as %s', (smoothing, text) => {
  expect(describeSmoothing(smoothing)).toBe(text);
});

test.each([
  [0, 0, ''],
  [3, 0, '✕ 3 NaN'],
  [0, 2, '▲▼ 2 infinite'],
  [1500, 2, '✕ 1,500 NaN · ▲▼ 2 infinite'],
])('%d NaN and %d infinite read "%s"', (nanPoints, infinitePoints, text) => {
  expect(describeOddPoints({ drawn: 0, points: 0, bucketed: false, nanPoints, infinitePoints })).toBe(text);
});
