import { expect, test } from 'vitest';
import { cutSections, findRows, portionRows } from './table-portions.model.ts';

const section = (title: string, count: number) => ({
  title,
  rows: Array.from({ length: count }, (_none, index) => ({
    key: `${title}/Loss ${index}`,
    cells: [],
    differs: true,
    lacking: false,
    bits: 1,
    numeric: false,
  })),
});

test.each([
  [1, 200],
  [2, 200],
  [24, 100],
  [500, 10],
  [0, 200],
])('beside %d runs a section begins with %d rows', (runs, rows) => {
  expect(portionRows(runs)).toBe(rows);
});

test('sections are cut one by one, and tell how long they are', () => {
  const cut = cutSections([section('a', 500), section('b', 30)], 100, new Map([['a', 2]]));
  expect(cut.map(({ rows, total }) => [rows.length, total])).toEqual([
    [300, 500],
    [30, 30],
  ]);
});

test('the search looks anywhere in the name, and leaves out sections without any', () => {
  const table = { sections: [section('a', 12), section('b', 3)], agreeing: 7, lacking: 0 };
  const found = findRows(table, ' LOSS 1');
  expect(found.sections.map(({ rows }) => rows.map((row) => row.key))).toEqual([
    ['a/Loss 1', 'a/Loss 10', 'a/Loss 11'],
    ['b/Loss 1'],
  ]);
  expect(findRows(table, 'b/').sections.map(({ title }) => title)).toEqual(['b']);
  expect(findRows(table, '')).toEqual(table);
});
