import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOpenAt, locate, type Outline, outlineSize, toggleNode } from './outline.model.ts';

/** Opens rows of the table one after the other. */
function opened(count: number, rows: readonly { readonly row: number; readonly count: number }[]): Outline {
  return rows.reduce<Outline>(
    (outline, { row, count: own }, index) =>
      toggleNode(outline, locate(outline, row % outlineSize(outline)), { id: String(index), count: own }),
    { count, open: [] },
  );
}

const outline = fc
  .record({
    count: fc.integer({ min: 1, max: 20 }),
    rows: fc.array(fc.record({ row: fc.nat(50), count: fc.integer({ min: 1, max: 6 }) }), { maxLength: 8 }),
  })
  .map(({ count, rows }) => opened(count, rows));

test('every row of the table stands for another row, parents before their own', () => {
  fc.assert(
    fc.property(outline, (each) => {
      const rows = Array.from({ length: outlineSize(each) }, (_none, index) => locate(each, index));
      const names = rows.map(({ parents, at }) => [...parents.map((parent) => parent.at), at].join('.'));
      expect(new Set(names).size).toBe(names.length);
      for (const [index, { parents }] of rows.entries()) {
        const above = parents.map((parent) => parent.at).join('.');
        if (above !== '') expect(names.indexOf(above)).toBeLessThan(index);
      }
    }),
  );
});

test('what is opened is open, has its rows next below, and closes again', () => {
  fc.assert(
    fc.property(outline, fc.nat(200), (each, row) => {
      const index = row % outlineSize(each);
      const place = locate(each, index);
      fc.pre(!isOpenAt(each, place));
      const after = toggleNode(each, place, { id: 'x', count: 3 });
      expect(isOpenAt(after, locate(after, index))).toBe(true);
      expect(outlineSize(after)).toBe(outlineSize(each) + 3);
      expect([1, 2, 3].map((step) => locate(after, index + step).at)).toEqual([0, 1, 2]);
      expect(toggleNode(after, locate(after, index), { id: 'x', count: 3 })).toEqual(each);
    }),
  );
});
