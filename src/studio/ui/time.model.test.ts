import { assert, double, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { formatAgo, formatDuration, formatExact, formatIso, formatRelative } from './time.model.ts';

const s = 1000;
const min = 60 * s;
const h = 60 * min;
const day = 24 * h;
const now = Date.UTC(2026, 10, 21, 12);

test.each([
  [0, 'now'],
  [4 * s, 'now'],
  [5 * s, '5 s ago'],
  [59.9 * s, '59 s ago'],
  [min, '1 min ago'],
  [59 * min, '59 min ago'],
  [23 * h, '23 h ago'],
  [day, '1 day ago'],
  [29 * day, '29 days ago'],
  [-2 * h, 'in 2 h'],
])('%d ms before now is "%s"', (distance, text) => {
  expect(formatRelative(now - distance, now)).toBe(text);
});

test('long ago is a date', () => {
  expect(formatRelative(now - 40 * day, now)).toBe('2026-10-12');
});

test.each([
  [0, '0 ms'],
  [850, '850 ms'],
  [4200, '4.2 s'],
  [9999, '9.9 s'],
  [42 * s, '42 s'],
  [3 * min + 20 * s, '3 min 20 s'],
  [h - 1, '59 min 59 s'],
  [2 * h + 5 * min, '2 h 05 min'],
  [3 * day + 4 * h, '3 d 4 h'],
  [-1500, '−1.5 s'],
])('%d ms are "%s"', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test('exact times sort as text, and can be read back', () => {
  const seconds = integer({ min: 0, max: 4_000_000_000 });
  assert(
    property(seconds, (value) => {
      const text = formatExact(value * s);
      expect(text).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
      const read = new Date(text.replace(' ', 'T')).getTime();
      // Once a year an hour of local time happens twice.
      expect(Math.abs(read - value * s)).toBeLessThanOrEqual(h);
    }),
  );
});

test.each([8_640_000_000_000_001, -8_640_000_000_000_001, NaN, Infinity])(
  '%d has no date, and says so',
  (atMs) => {
    expect(formatExact(atMs)).toBe(`no valid date (${atMs} ms)`);
    expect(formatRelative(atMs, now)).toBe('no valid date');
    expect(formatAgo(atMs, now)).toBe('no valid date');
    expect(formatIso(atMs)).toBeUndefined();
  },
);

test('the last moment that has a date is told by it', () => {
  expect(formatIso(8_640_000_000_000_000)).toBe('+275760-09-13T00:00:00.000Z');
});

test('no number is too odd for a time', () => {
  assert(
    property(double(), (atMs) => {
      for (const text of [formatExact(atMs), formatRelative(atMs, now), formatAgo(atMs, now)]) {
        expect(text).not.toMatch(/NaN-|Invalid/);
      }
      formatIso(atMs);
    }),
  );
});

test.each([
  [30 * s, 'now'],
  [2 * h, 'in 2 h'],
])('a clock %d ms ahead says "%s"', (ahead, text) => {
  expect(formatAgo(now + ahead, now)).toBe(text);
});
