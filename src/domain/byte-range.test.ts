import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRange } from './byte-range.ts';

it.each([
  [null, 10, 'whole'],
  ['bytes=0-', 10, { start: 0, end: 9 }],
  ['bytes= 2 - 5', 10, { start: 2, end: 5 }],
  ['bytes=-3', 10, { start: 7, end: 9 }],
  ['bytes=-30', 10, { start: 0, end: 9 }],
  ['bytes=-0', 10, 'outside'],
  ['bytes=10-12', 10, 'outside'],
  ['bytes=0-', 0, 'outside'],
  ['bytes=-', 10, 'whole'],
  ['bytes=5-4', 10, 'whole'],
  ['bytes=1-2,4-5', 10, 'whole'],
  ['bytes=9999999999999999999-', 10, 'whole'],
  ['items=1-2', 10, 'whole'],
])('%j of %i bytes', (header, size, expected) => {
  expect(readRange(header, size)).toEqual(expected);
});

it('never leaves the file', () => {
  const side = fc.option(fc.nat(30), { nil: '' });
  fc.assert(
    fc.property(side, side, fc.nat(20), (first, last, size) => {
      const range = readRange(`bytes=${first}-${last}`, size);
      if (typeof range === 'string') return;
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.start).toBeLessThanOrEqual(range.end);
      expect(range.end).toBeLessThan(size);
    }),
  );
});
