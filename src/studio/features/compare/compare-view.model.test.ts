import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CompareView,
  parseCompareView,
  splitIds,
  toggleHidden,
  toggleSolo,
  withoutRuns,
  writeCompareView,
} from './compare-view.model.ts';

const id = fc.stringMatching(/^[a-f0-9]{4}$/);
const view: fc.Arbitrary<CompareView> = fc.record({
  runIds: fc.uniqueArray(id, { maxLength: 8 }),
  tab: fc.constantFrom('charts', 'table'),
  baseline: fc.option(id, { nil: undefined }),
  hidden: fc.uniqueArray(id, { maxLength: 3 }),
  all: fc.boolean(),
  across: fc.boolean(),
  value: fc.constantFrom('last', 'min', 'max'),
  search: fc.string({ maxLength: 8 }),
});

test('an address holds the whole view, beside what charts keep there', () => {
  fc.assert(
    fc.property(view, (wanted) => {
      const address = writeCompareView(new URLSearchParams('smooth=0.6&y=1..2..loss'), wanted);
      expect(parseCompareView(new URLSearchParams(address.toString()))).toEqual(wanted);
      expect([address.get('smooth'), address.get('y')]).toEqual(['0.6', '1..2..loss']);
    }),
  );
});

test('ids are taken once, without spaces; what cannot be an id is told apart', () => {
  const { runIds } = parseCompareView(new URLSearchParams('runs=a, b,,a,../x'));
  expect(runIds).toEqual(['a', 'b', '../x']);
  expect(splitIds(runIds)).toEqual({ asked: ['a', 'b'], malformed: ['../x'], tooMany: 0 });
});

test('more runs than are compared at once are counted, not dropped in silence', () => {
  const runIds = Array.from({ length: 503 }, (_none, index) => `r${index}`);
  const { asked, tooMany } = splitIds(runIds);
  expect([asked.length, tooMany]).toEqual([500, 3]);
});

const base = parseCompareView(new URLSearchParams('runs=a,b,c&baseline=b'));

test('hiding twice is showing', () => {
  expect(toggleHidden(base, 'a').hidden).toEqual(['a']);
  expect(toggleHidden(toggleHidden(base, 'a'), 'a')).toEqual(base);
});

test('solo hides the others, and a second time shows all', () => {
  const solo = toggleSolo(base, 'a');
  expect(solo.hidden).toEqual(['b', 'c']);
  expect(toggleSolo(solo, 'a').hidden).toEqual([]);
  expect(toggleSolo(solo, 'b').hidden).toEqual(['a', 'c']);
});

test('a run that leaves is no longer the baseline', () => {
  expect(withoutRuns(toggleHidden(base, 'b'), ['b'])).toMatchObject({
    runIds: ['a', 'c'],
    hidden: [],
    baseline: undefined,
  });
});
