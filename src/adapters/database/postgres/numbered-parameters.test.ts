import { expect, test } from 'vitest';
import { numberParameters } from './numbered-parameters.ts';

test.each([
  ['SELECT 1', 'SELECT 1'],
  ['a = ? AND b IN (?, ?)', 'a = $1 AND b IN ($2, $3)'],
  [`a = '?' AND b = ?`, `a = '?' AND b = $1`],
  [`a = 'it''s ?' AND b = ?`, `a = 'it''s ?' AND b = $1`],
  [`SELECT "why?" FROM t WHERE "x""?" = ?`, `SELECT "why?" FROM t WHERE "x""?" = $1`],
  ['SELECT ? -- really?\n, ?', 'SELECT $1 -- really?\n, $2'],
  ['SELECT ? /* or ? \n ? */, ?', 'SELECT $1 /* or ? \n ? */, $2'],
])('%s', (sql, expected) => {
  expect(numberParameters(sql)).toBe(expected);
});
