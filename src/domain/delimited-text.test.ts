import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { delimiterOf, parseDelimited } from './delimited-text.ts';

test.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r\n1,',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  ['"x, y","say ""hi""","two\nlines"', [['x, y', 'say "hi"', 'two\nlines']]],
  ['\uFEFFa', [['a']]],
  ['', []],
])('%j', (text, rows) => {
  expect(parseDelimited(text, ',')).toEqual(rows);
});

test('any table written by the rules is read back as it was', () => {
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(fc.string(), { minLength: width, maxLength: width }), { maxLength: 5 }),
    );
  fc.assert(
    fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
      const quote = (field: string): string => `"${field.replaceAll('"', '""')}"`;
      const text = rows.map((row) => `${row.map(quote).join(delimiter)}\n`).join('');
      expect(parseDelimited(text, delimiter)).toEqual(rows);
    }),
  );
});

test.each([
  ['t.csv', 'a;b;c\n1,2;3;4', ';'],
  ['t.csv', 'a,b', ','],
  ['t.tsv', 'a,b', '\t'],
  ['t.csv', 'one', ','],
])('the delimiter of %s %j', (name, text, expected) => {
  expect(delimiterOf(name, text)).toBe(expected);
});
