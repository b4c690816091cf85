import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineAtTime, nextOf, refineLine } from './log-times.model.ts';
import { lineAtTop, pageLines, pagesOf, scrollHeight, scrollTopFor, tallest } from './log-window.model.ts';

const size = fc.record({
  lines: fc.integer({ min: 1, max: 5_000_000 }),
  viewport: fc.integer({ min: 100, max: 2000 }),
  lineHeight: fc.constantFrom(20, 28),
});

test('any line can be scrolled to, however long the log', () => {
  fc.assert(
    fc.property(size, fc.nat(4_999_999), (scroll, wanted) => {
      const line = Math.min(wanted, scroll.lines - 1);
      const scrollTop = scrollTopFor(line, scroll);
      const height = scrollHeight(scroll);
      expect(height).toBeLessThanOrEqual(tallest);
      expect(scrollTop).toBeGreaterThanOrEqual(0);
      expect(scrollTop).toBeLessThanOrEqual(Math.max(0, height - scroll.viewport) + 1e-6);
      const top = lineAtTop({ ...scroll, scrollTop });
      expect(top).toBeLessThanOrEqual(line + 1e-6);
      expect(line).toBeLessThan(top + scroll.viewport / scroll.lineHeight + 1e-6);
    }),
  );
});

test('pages cover the lines asked for', () => {
  expect(pagesOf(0, pageLines - 1)).toEqual([0]);
  expect(pagesOf(pageLines - 1, pageLines)).toEqual([0, 1]);
});

test.each([
  [[], 5, undefined],
  [[{ line: 3, atMs: 10 }], 5, 3],
  [
    [
      { line: 0, atMs: 10 },
      { line: 9, atMs: 20 },
      { line: 20, atMs: 30 },
    ],
    29,
    9,
  ],
  [
    [
      { line: 0, atMs: 10 },
      { line: 9, atMs: 20 },
    ],
    99,
    9,
  ],
])('of %j the line at %i is %s', (times, atMs, line) => {
  expect(lineAtTime(times, atMs)).toBe(line);
});

test('the line is found exactly among those that are known, lines without a time belong to the one before', () => {
  const times = [10, null, 20, 20, 30];
  const find = (atMs: number) => refineLine((line) => times[line], 0, atMs);
  expect([find(5), find(10), find(25), find(99)]).toEqual([0, 0, 3, 4]);
});

test('matches are walked through in a circle', () => {
  expect(nextOf([2, 5], undefined, 1)).toBe(2);
  expect(nextOf([2, 5], 2, 1)).toBe(5);
  expect(nextOf([2, 5], 5, 1)).toBe(2);
  expect(nextOf([2, 5], 2, -1)).toBe(5);
  expect(nextOf([], 2, -1)).toBeUndefined();
});
