import { expect, test } from 'vitest';
import { spellFunctions } from './function-names.ts';

test.each([
  ['SELECT CAST(json_group_array(x) AS TEXT) FROM t', 'SELECT CAST(json_agg(x) AS TEXT) FROM t'],
  ['SELECT COUNT(*), json_group_array FROM t', 'SELECT COUNT(*), json_group_array FROM t'],
])('%s', (sql, expected) => {
  expect(spellFunctions(sql)).toBe(expected);
});
