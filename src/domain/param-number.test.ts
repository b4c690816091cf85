import { expect, test } from 'vitest';
import { toParamNumber } from './param-number.ts';

test.each([
  ['0.001', 0.001],
  ['1e-05', 0.00001],
  ['1E+3', 1000],
  ['.5', 0.5],
  ['5.', 5],
  ['+7', 7],
  [' 7 ', 7],
  ['-0', 0],
  ['007', 7],
  ['1e999', Infinity],
  ['inf', Infinity],
  ['-Infinity', -Infinity],
  ['9007199254740993', 9007199254740992],
])('%o is a number', (text, number) => {
  expect(toParamNumber(text)).toBe(number);
});

test.each([
  '',
  ' ',
  'nan',
  'NaN',
  'None',
  'True',
  '0x10',
  '1_000',
  '1,5',
  '1e',
  'e5',
  '.',
  '--1',
  '1 2',
  '٣',
  '1'.repeat(65),
])('%o is none', (text) => {
  expect(toParamNumber(text)).toBeUndefined();
});
