import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardSize } from './card-size.model.ts';
import { dropIndex, type GridItem, itemsWithin, layoutGrid } from './grid-layout.model.ts';

const keys = (count: number) => Array.from({ length: count }, (_none, index) => `m${index}`);
const usual = { width: 1100, columns: 0, sizes: new Map<string, CardSize>(), isOpen: () => true };
const one = (count: number) => [{ prefix: '', keys: keys(count) }];

function overlap(a: GridItem, b: GridItem): boolean {
  return (
    a.left < b.left + b.width - 0.5 &&
    b.left < a.left + a.width - 0.5 &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

test('charts of any size never overlap and stay within the width', () => {
  const size = fc.record({ columns: fc.integer({ min: 1, max: 4 }), rows: fc.integer({ min: 1, max: 3 }) });
  const sizes = fc
    .array(fc.tuple(fc.constantFrom(...keys(20)), size), { maxLength: 6 })
    .map((entries) => new Map(entries));
  const columns = fc.integer({ min: 0, max: 4 });
  fc.assert(
    fc.property(sizes, columns, fc.integer({ min: 300, max: 2400 }), (chosen, wanted, width) => {
      const { items, height } = layoutGrid(one(20), { ...usual, width, columns: wanted, sizes: chosen });
      expect(items).toHaveLength(20);
      for (const [index, item] of items.entries()) {
        expect(item.left + item.width).toBeLessThanOrEqual(width + 0.5);
        expect(item.top + item.height).toBeLessThanOrEqual(height);
        for (const other of items.slice(index + 1)) expect(overlap(item, other)).toBe(false);
      }
    }),
  );
});

test('of two thousand charts only those in sight are there, and the one that has the focus', () => {
  const layout = layoutGrid(one(2000), usual);
  expect(layout.columns).toBe(3);
  const seen = itemsWithin(layout, 20_000, 21_500, 'chart m3');
  expect(seen.length).toBeLessThanOrEqual(25);
  expect(seen.filter(({ metric }) => metric === 'm3')).toHaveLength(1);
});

test('closed sections cost a heading, and one section has none', () => {
  const sections = [
    { prefix: 'a', keys: keys(5) },
    { prefix: 'b', keys: ['b/1'] },
  ];
  const { items } = layoutGrid(sections, { ...usual, isOpen: ({ prefix }) => prefix === 'b' });
  expect(items.map(({ id }) => id)).toEqual(['section a', 'section b', 'chart b/1']);
  expect(layoutGrid(one(2), usual).items.map(({ id }) => id)).toEqual(['chart m0', 'chart m1']);
});

test('on a phone charts lie one below the other, whatever was chosen', () => {
  const layout = layoutGrid(one(3), { ...usual, width: 358, columns: 4 });
  expect(layout.items.map(({ left, width }) => [left, width])).toEqual([
    [0, 358],
    [0, 358],
    [0, 358],
  ]);
});

test('a chart is dropped on the place of the nearest', () => {
  const layout = layoutGrid(one(6), usual);
  const [first, , third] = layout.items;
  const middle = { x: third!.left + third!.width / 2, y: third!.top + 40 };
  expect(dropIndex(layout, first!, middle.x, middle.y)).toBe(2);
});
