import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Column,
  columnId,
  keyedKinds,
  metricSummaries,
  ownColumns,
  parseColumnId,
} from './column.model.ts';
import {
  isNewestFirst,
  parseRunsView,
  type RunsView,
  type SortTerm,
  toggleSort,
  toOrderBy,
  writeRunsView,
} from './runs-view.model.ts';

const key = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
const column: fc.Arbitrary<Column> = fc.oneof(
  fc.constantFrom(...ownColumns).map((name) => ({ kind: 'own', name }) as const),
  fc.record({ kind: fc.constantFrom(...keyedKinds), key }),
  fc.record({ kind: fc.constant('spark'), key }),
  fc.record({
    kind: fc.constant('metrics'),
    key,
    summary: fc.constantFrom(...metricSummaries.filter((each) => each !== 'at')),
  }),
  fc.record({ kind: fc.constant('metrics'), key, summary: fc.constant('at'), step: fc.integer() }),
);
const uniqueColumns = fc.uniqueArray(column, { minLength: 1, maxLength: 6, selector: columnId });
const view: fc.Arbitrary<RunsView> = fc.record({
  experiments: fc.uniqueArray(fc.nat().map(String), { maxLength: 4 }),
  filter: fc.string(),
  lifecycle: fc.constantFrom('active', 'deleted', 'all'),
  sort: uniqueColumns
    .map((columns) => columns.slice(0, 4))
    .chain((columns) =>
      fc.tuple(...columns.map((each) => fc.boolean().map((descending) => ({ column: each, descending })))),
    ),
  columns: fc.option(
    uniqueColumns.chain((columns) =>
      fc.tuple(
        ...columns.map((each) =>
          fc
            .option(fc.integer({ min: 56, max: 900 }), { nil: undefined })
            .map((width) => (width === undefined ? { column: each } : { column: each, width })),
        ),
      ),
    ),
    { nil: undefined },
  ),
  pinned: fc.uniqueArray(column.map(columnId), { maxLength: 3 }),
  group: fc.uniqueArray(
    fc.oneof(
      column.filter(({ kind }) => kind !== 'spark'),
      fc.record({ kind: fc.constant('other params'), except: fc.uniqueArray(key, { maxLength: 3 }) }),
    ),
    { maxLength: 3, selector: (each) => (each.kind === 'other params' ? 'params*' : columnId(each)) },
  ),
  as: fc.constantFrom('flat', 'tree', 'ranked'),
  density: fc.option(fc.constantFrom('compact', 'comfortable'), { nil: undefined }),
  selected: fc.uniqueArray(fc.stringMatching(/^[a-f0-9]{8}$/), { maxLength: 5 }),
});

test('an address holds the whole view, whatever the keys are made of', () => {
  fc.assert(
    fc.property(view, (wanted) => {
      const address = writeRunsView(new URLSearchParams('panel=experiments'), wanted);
      const again = new URLSearchParams(address.toString());
      expect(parseRunsView(again)).toEqual(wanted);
      expect(again.get('panel')).toBe('experiments');
    }),
  );
});

test('what an address cannot mean is left out', () => {
  const parsed = parseRunsView(
    new URLSearchParams(
      'experiments=1,x,2&view=gone&sort=-nothing,started&columns=status~9999,foo&selected=../x',
    ),
  );
  expect(parsed).toEqual({
    experiments: ['1', '2'],
    filter: '',
    lifecycle: 'active',
    sort: [{ column: { kind: 'own', name: 'started' }, descending: false }],
    columns: [{ column: { kind: 'own', name: 'status' }, width: 900 }],
    pinned: [],
    group: [],
    as: 'flat',
    density: undefined,
    selected: [],
  });
});

test.each([
  ['metrics.`val/loss`', { kind: 'metrics', key: 'val/loss' }],
  ['min(metrics.`val/loss`)', { kind: 'metrics', key: 'val/loss', summary: 'min' }],
])('a column written as the filter writes it is read: %s', (item, expected) => {
  expect(parseRunsView(new URLSearchParams({ columns: item })).columns).toEqual([{ column: expected }]);
});

test('a column id is read back as the same column', () => {
  fc.assert(
    fc.property(column, (each) => {
      expect(parseColumnId(columnId(each))).toEqual(each);
    }),
  );
});

const loss: Column = { kind: 'metrics', key: 'val/loss' };
const started: Column = { kind: 'own', name: 'started' };

test('three presses sort down, up, and not at all', () => {
  const press = (sort: readonly SortTerm[]) => toggleSort(sort, loss, { add: false, descendingFirst: true });
  const once = press([]);
  const twice = press(once);
  expect(toOrderBy(once)).toEqual(['metrics.`val/loss` DESC']);
  expect(toOrderBy(twice)).toEqual(['metrics.`val/loss`']);
  expect(press(twice)).toEqual([]);
});

test('a further key comes behind the others; without Shift it replaces them', () => {
  const first: readonly SortTerm[] = [{ column: started, descending: true }];
  const both = toggleSort(first, loss, { add: true, descendingFirst: true });
  expect(toOrderBy(both)).toEqual(['start_time DESC', 'metrics.`val/loss` DESC']);
  expect(toOrderBy(toggleSort(both, loss, { add: true, descendingFirst: true }))).toEqual([
    'start_time DESC',
    'metrics.`val/loss`',
  ]);
  expect(toOrderBy(toggleSort(first, loss, { add: false, descendingFirst: true }))).toHaveLength(1);
});

test.each([
  [[], true],
  [[{ column: started, descending: true }], true],
  [[{ column: started, descending: false }], false],
  [[{ column: loss, descending: true }], false],
])('newest first is told apart', (sort, expected) => {
  expect(isNewestFirst(sort)).toBe(expected);
});
