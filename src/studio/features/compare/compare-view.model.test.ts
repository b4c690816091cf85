import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { overKinds } from '#studio/charts/over-runs/over-chart.model.ts';
import {
  baselineFirst,
  hideRuns,
  keepOnly,
  toggleHidden,
  toggleSolo,
  withoutRuns,
} from './compare-selection.model.ts';
import {
  type CompareView,
  compareTabs,
  parseCompareView,
  pictureLooks,
  splitIds,
  writeCompareView,
} from './compare-view.model.ts';

const id = fc.stringMatching(/^[a-f0-9]{4}$/);
const text = fc.string({ minLength: 1, maxLength: 8 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const view: fc.Arbitrary<CompareView> = fc.record({
  runIds: fc.uniqueArray(id, { maxLength: 8 }),
  filter: maybe(fc.string({ maxLength: 20 })),
  tab: fc.constantFrom(...compareTabs),
  baseline: fc.oneof(maybe(id), fc.constant(null)),
  hidden: fc.uniqueArray(id, { maxLength: 3 }),
  all: fc.boolean(),
  absent: fc.boolean(),
  across: fc.boolean(),
  value: fc.oneof(fc.constantFrom('last', 'best', 'min', 'max'), fc.record({ step: fc.integer() })),
  order: fc.oneof(fc.constantFrom('name', 'telling'), fc.record({ outcome: text })),
  search: fc.string({ maxLength: 8 }),
  by: maybe(fc.uniqueArray(text, { maxLength: 3 })),
  metric: maybe(text),
  file: maybe(text),
  other: maybe(id),
  look: fc.constantFrom(...pictureLooks),
  over: maybe(
    fc.array(
      fc.record({
        kind: fc.constantFrom(...overKinds),
        terms: fc.array(fc.constantFrom('metrics.loss', 'params.`a,b`', 'best(metrics.`x/y`)'), {
          maxLength: 3,
        }),
      }),
      { maxLength: 3 },
    ),
  ),
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

test('any address is a view', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('tab', 'value', 'order', 'look', 'by', 'runs'), fc.string()),
      (words) => {
        const parsed = parseCompareView(new URLSearchParams(words));
        expect(compareTabs).toContain(parsed.tab);
      },
    ),
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
const all = ['a', 'b', 'c'];

test('hiding twice is showing', () => {
  expect(toggleHidden(base, 'a').hidden).toEqual(['a']);
  expect(toggleHidden(toggleHidden(base, 'a'), 'a')).toEqual(base);
  expect(hideRuns(toggleHidden(base, 'a'), ['a', 'c']).hidden).toEqual(['a', 'c']);
});

test('solo hides the others, and a second time shows all', () => {
  const solo = toggleSolo(base, all, 'a');
  expect(solo.hidden).toEqual(['b', 'c']);
  expect(toggleSolo(solo, all, 'a').hidden).toEqual([]);
  expect(toggleSolo(solo, all, 'b').hidden).toEqual(['a', 'c']);
});

test('a run that leaves is no longer the baseline', () => {
  expect(withoutRuns(toggleHidden(base, 'b'), all, ['b'])).toMatchObject({
    runIds: ['a', 'c'],
    hidden: [],
    baseline: undefined,
  });
});

test('what a filter found is written down before one is taken out, or it would come back', () => {
  const found = parseCompareView(new URLSearchParams('group=metrics.loss < 1'));
  expect(withoutRuns(found, all, ['b'])).toMatchObject({ runIds: ['a', 'c'], filter: undefined });
});

test('keeping some forgets the others, and the baseline where it is one of them', () => {
  expect(keepOnly(toggleHidden(base, 'c'), ['a', 'c'])).toMatchObject({
    runIds: ['a', 'c'],
    hidden: [],
    baseline: undefined,
  });
  expect(keepOnly(base, ['b'])).toMatchObject({ runIds: ['b'], baseline: 'b' });
});

test('the baseline stands first, the others as they were', () => {
  const runs = all.map((runId) => ({ runId }));
  expect(baselineFirst(runs, 'b').map(({ runId }) => runId)).toEqual(['b', 'a', 'c']);
  expect(baselineFirst(runs, 'x')).toBe(runs);
});
