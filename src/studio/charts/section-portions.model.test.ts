import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dealOut } from './section-portions.model.ts';

const nothingAsked = { charts: new Map<string, number>(), sections: 0 };
const section = (prefix: string, count: number) => ({
  prefix,
  keys: Array.from({ length: count }, (_none, index) => `${prefix}/${index}`),
});
const sizes = (portions: ReturnType<typeof dealOut>) => portions.map(({ shown }) => shown.length);

test('few charts are all there', () => {
  expect(sizes(dealOut([section('a', 200), section('b', 40)], nothingAsked))).toEqual([200, 40]);
});

test('of many, every section shows its beginning', () => {
  const many = Array.from({ length: 10 }, (_none, index) => section(`g${index}`, 1000));
  expect(sizes(dealOut(many, nothingAsked))).toEqual(Array.from({ length: 10 }, () => 24));
  expect(dealOut(many, nothingAsked)[3]?.shown.slice(0, 2)).toEqual(['g3/0', 'g3/1']);
});

test('more charts of one section, and more sections, on demand', () => {
  const asked = { charts: new Map([['a', 240]]), sections: 0 };
  expect(sizes(dealOut([section('a', 1000), section('b', 1000)], asked))).toEqual([288, 48]);
  const sections = Array.from({ length: 1000 }, (_none, index) => section(`g${index}`, 2));
  expect(dealOut(sections, nothingAsked)).toHaveLength(40);
  expect(dealOut(sections, { ...nothingAsked, sections: 40 })).toHaveLength(80);
});

test('unasked there are never more than 240 on the page', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 300 }), (counts) => {
      const portions = dealOut(
        counts.map((count, index) => section(`g${index}`, count)),
        nothingAsked,
      );
      const drawn = sizes(portions).reduce((sum, size) => sum + size, 0);
      expect(drawn).toBeLessThanOrEqual(240);
      expect(portions.every(({ shown }) => shown.length > 0)).toBe(true);
    }),
  );
});
