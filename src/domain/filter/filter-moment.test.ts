import { expect, test } from 'vitest';
import { parseDuration, parsePeriod } from './filter-moment.ts';

test.each([
  ['1h30m', 5_400_000],
  ['90s', 90_000],
  ['1.5 d', 129_600_000],
  ['2d 4h', 187_200_000],
  ['250ms', 250],
  ['2W', 1_209_600_000],
  ['-7d', -604_800_000],
  ['', undefined],
  ['7', undefined],
  ['1y', undefined],
  ['h', undefined],
  [`${' '.repeat(100)}- 7d${' '.repeat(100)}`, -604_800_000],
  ['1h'.repeat(40), undefined],
])('%j takes %s ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

const nowMs = Date.parse('2026-11-22T10:20:30.400Z');

test.each([
  ['now', '2026-11-22T10:20:30.400Z', '2026-11-22T10:20:30.400Z'],
  ['-7d', '2026-11-15T10:20:30.400Z', '2026-11-15T10:20:30.400Z'],
  ['-1h30m', '2026-11-22T08:50:30.400Z', '2026-11-22T08:50:30.400Z'],
  ['today', '2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z'],
  ['Yesterday', '2026-11-21T00:00:00.000Z', '2026-11-22T00:00:00.000Z'],
  ['2026-02', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
  ['2026-12', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ['2026-11-22', '2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z'],
  ['2026-11-22 14:05', '2026-11-22T14:05:00.000Z', '2026-11-22T14:06:00.000Z'],
  ['2026-11-22T14:05:06+02:00', '2026-11-22T12:05:06.000Z', '2026-11-22T12:05:07.000Z'],
  ['2026-11-22T14:05:06.789Z', '2026-11-22T14:05:06.789Z', '2026-11-22T14:05:06.789Z'],
])('%j is from %s to %s', (text, start, end) => {
  expect(parsePeriod(text, nowMs)).toEqual({ startMs: Date.parse(start), endMs: Date.parse(end) });
});

test.each(['', '2024', '2026-02-30', '2026-13-01', '2026-11-22 25:00', 'soon', '7d', '-7', "'"])(
  '%j names no time',
  (text) => {
    expect(parsePeriod(text, nowMs)).toBeUndefined();
  },
);

test('white space without end is looked at once', () => {
  const texts = [' '.repeat(2_000_000), `-${' '.repeat(2_000_000)}x`, `1${' '.repeat(2_000_000)}x`];
  for (const text of texts) {
    expect(parseDuration(text)).toBeUndefined();
    expect(parsePeriod(text, nowMs)).toBeUndefined();
  }
});
