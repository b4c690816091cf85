import { assert, double, property } from 'fast-check';
import { expect, test } from 'vitest';
import { formatBytes, formatInteger, formatNumber, formatWholeText } from './number.model.ts';

test.each([
  [0, '0'],
  [-0, '0'],
  [12480, '12,480'],
  [-3, '−3'],
  [0.123456, '0.1235'],
  [12.3456, '12.35'],
  [1234.5678, '1,235'],
  [0.00012, '0.00012'],
  [0.00001234567, '1.235e−5'],
  [1.5e9, '1.5e9'],
  [123456789, '123,456,789'],
  [-2.5e-12, '−2.5e−12'],
  [Number.NaN, 'NaN'],
  [Number.POSITIVE_INFINITY, '∞'],
  [Number.NEGATIVE_INFINITY, '−∞'],
])('%d reads %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('shortened to four digits, a number is off by at most half of the last one', () => {
  assert(
    property(double({ noNaN: true, min: -1e307, max: 1e307 }), (value) => {
      const read = Number(formatNumber(value).replaceAll('−', '-').replaceAll(',', ''));
      return Math.abs(read - value) <= Math.abs(value) * 5.001e-4;
    }),
  );
});

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1 KiB'],
  [1_500_000, '1.4 MiB'],
  [104_857_600, '100 MiB'],
  [3.2e12, '2.9 TiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('counts are whole', () => {
  expect(formatInteger(1_000_000)).toBe('1,000,000');
});

test.each([
  ['0', '0'],
  ['1200', '1,200'],
  ['9223372036854775807', '9,223,372,036,854,775,807'],
  ['-9223372036854775808', '−9,223,372,036,854,775,808'],
])('%s, as text, loses no digit', (text, expected) => {
  expect(formatWholeText(text)).toBe(expected);
});
