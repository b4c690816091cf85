import { guessDirection } from '#domain/metric/direction.ts';
import { expect, test } from 'vitest';
import { comparedRun } from '../compared-run.suite.ts';
import type { CompareRow, CompareTable } from './compare-row.model.ts';
import { toCompareTable } from './compare-table.model.ts';
import { toCsv, toMarkdown } from './copy-table.model.ts';
import { metricKeys } from './metric-rows.model.ts';

const runs = [
  comparedRun('a', {
    params: { lr: '0.001', depth: '4', act: 'relu', opt: '{"name": "adam", "betas": [0.9, 0.99]}' },
    metrics: { loss: 0.5, acc: 0.9 },
    tags: { 'mlflow.user': 'x', team: 'A' },
  }),
  comparedRun('b', {
    params: { lr: '1e-3', depth: '6', act: 'relu', opt: "{'name': 'sgd', 'betas': [0.90, 0.99]}" },
    metrics: { loss: 0.25 },
    tags: { team: 'B' },
  }),
];
const usual = {
  baseline: 'a',
  all: false,
  absent: false,
  value: 'last',
  order: 'name',
  directionOf: guessDirection,
} as const;

const rowsOf = (table: CompareTable, title: string): readonly CompareRow[] =>
  table.sections.find((section) => section.title === title)?.rows ?? [];
const keysOf = ({ sections }: CompareTable) =>
  sections.map(({ title, rows }) => [title, rows.map((row) => row.key)]);

test('only what differs, by meaning and not by spelling; what is not logged differs from nothing', () => {
  const table = toCompareTable(runs, usual);
  expect(keysOf(table)).toEqual([
    ['Metrics', ['loss']],
    ['Parameters', ['depth', 'opt.name']],
    ['Tags', ['team']],
  ]);
  expect([table.agreeing, table.lacking]).toEqual([6, 1]);
});

test('what some did not log counts when asked', () => {
  const table = toCompareTable(runs, { ...usual, absent: true });
  expect(keysOf(table)[0]).toEqual(['Metrics', ['acc', 'loss']]);
  expect(table.lacking).toBe(0);
});

test('all rows on demand', () => {
  const table = toCompareTable(runs, { ...usual, all: true });
  expect([table.agreeing, table.lacking]).toEqual([0, 0]);
  expect(table.sections.map((section) => section.rows.length)).toEqual([2, 5, 1, 3]);
});

test('metrics are measured against the baseline, better or worse by their direction', () => {
  const [loss] = rowsOf(toCompareTable(runs, usual), 'Metrics');
  expect(loss!.cells[0]).toEqual({ text: '0.5', value: 0.5, deviates: false });
  expect(loss!.cells[1]).toEqual({
    text: '0.25',
    value: 0.25,
    deviates: true,
    best: true,
    delta: { amount: -0.25, share: -0.5, verdict: 'better' },
  });
});

test.each([
  ['last', [0.5, 0.25]],
  ['min', [-0.5, -0.75]],
  ['max', [1.5, 1.25]],
  ['best', [-0.5, -0.75]],
] as const)('a metric is shown by its %s value', (value, expected) => {
  const [loss] = rowsOf(toCompareTable(runs, { ...usual, value }), 'Metrics');
  expect(loss!.cells.map((cell) => cell.value)).toEqual(expected);
});

test('a metric is shown at a step, where it has a value there', () => {
  const atStep = new Map([['b', new Map([['loss', 7]])]]);
  const table = toCompareTable(runs, { ...usual, value: { step: 3 }, atStep, all: true });
  expect(rowsOf(table, 'Metrics').map((row) => row.cells.map((cell) => cell.value))).toEqual([
    [undefined, undefined],
    [undefined, 7],
  ]);
});

test('the best of several is marked, also where several are; NaN never is', () => {
  const many = [0.2, NaN, 0.1, 0.1].map((loss, index) =>
    comparedRun(`r${index}`, { metrics: { loss, lr: loss } }),
  );
  const rows = rowsOf(toCompareTable(many, { ...usual, baseline: undefined }), 'Metrics');
  const best = rows.map((row) => row.cells.map((cell) => cell.best ?? false));
  expect(best).toEqual([
    [false, false, true, true],
    // Of a learning rate nobody says which way is better.
    [false, false, false, false],
  ]);
});

test('without a baseline nothing deviates', () => {
  const { sections } = toCompareTable(runs, { ...usual, baseline: undefined });
  const cells = sections.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.every(({ deviates, delta }) => !deviates && delta === undefined)).toBe(true);
});

test('rows come by how much they tell apart, or by how they go with a metric', () => {
  const many = [1, 2, 3, 4].map((lr) =>
    comparedRun(`r${lr}`, {
      params: { aside: lr < 3 ? 'x' : 'y', lr: String(lr), noise: String((lr * 7) % 5) },
      metrics: { loss: -lr },
    }),
  );
  const keys = (order: 'telling' | { outcome: string }) =>
    rowsOf(toCompareTable(many, { ...usual, order }), 'Parameters').map((row) => row.key);
  expect(keys('telling')).toEqual(['lr', 'noise', 'aside']);
  expect(keys({ outcome: 'loss' })).toEqual(['lr', 'aside', 'noise']);
  const [lr] = rowsOf(toCompareTable(many, { ...usual, order: { outcome: 'loss' } }), 'Parameters');
  expect(lr!.goesWith).toBeCloseTo(-1, 12);
});

test('rows of numbers are known, by text as by value', () => {
  const { sections } = toCompareTable(runs, { ...usual, all: true });
  const numeric = sections.flatMap(({ rows }) => rows.filter((row) => row.numeric).map(({ key }) => key));
  expect(numeric).toEqual(['acc', 'loss', 'depth', 'lr']);
});

test('NaN equals NaN', () => {
  const both = [comparedRun('a', { metrics: { loss: NaN } }), comparedRun('b', { metrics: { loss: NaN } })];
  expect(toCompareTable(both, usual).sections).toEqual([]);
});

test('one run differs from nothing, and no run has nothing', () => {
  expect(toCompareTable(runs.slice(0, 1), usual).sections).toEqual([]);
  expect(toCompareTable([], { ...usual, all: true })).toEqual({ sections: [], agreeing: 0, lacking: 0 });
});

test('the metrics of all runs, once each, numbers in their order', () => {
  const many = [
    comparedRun('a', { metrics: { layer10: 1, layer2: 1 } }),
    comparedRun('b', { metrics: { layer2: 1, Acc: 1 } }),
  ];
  expect(metricKeys(many)).toEqual(['Acc', 'layer2', 'layer10']);
});

test('the table leaves with exact values, and acts nowhere', () => {
  const odd = [
    comparedRun('a', { params: { 'a|b': '=1+1', note: 'x, "y"\nz' } }),
    comparedRun('b', { params: { 'a|b': '-2', note: '<script>' } }),
  ];
  const { sections } = toCompareTable(odd, usual);
  expect(toMarkdown(sections, ['run a', 'b|c'])).toBe(
    [
      String.raw`|  | run a | b\|c |`,
      '|---|---:|---:|',
      '| **Parameters** | | |',
      String.raw`| a\|b | =1+1 | -2 |`,
      String.raw`| note | x, "y" z | \<script\> |`,
      '',
    ].join('\n'),
  );
  expect(toCsv(sections, ['run a', 'run b'])).toBe(
    'section,key,run a,run b\r\nParameters,a|b,\'=1+1,-2\r\nParameters,note,"x, ""y""\nz",<script>\r\n',
  );
});
