import type { ComparedRun } from '#contract/runs.ts';
import { expect, test } from 'vitest';
import { deltaOf, meansSame, toNumber } from './compare-value.model.ts';
import { isNumeric, metricKeys, toCompareTable } from './compare.model.ts';

function run(
  runId: string,
  params: Record<string, string>,
  metrics: Record<string, number>,
  tags: Record<string, string> = {},
): ComparedRun {
  return {
    runId,
    name: `run ${runId}`,
    experimentId: '1',
    experimentName: 'Default',
    status: 'FINISHED',
    startedAtMs: 0,
    endedAtMs: 1000,
    userId: 'ada',
    lifecycle: 'active',
    deletedAtMs: null,
    parentRunId: null,
    mark: 1,
    colour: null,
    params,
    tags,
    metrics: Object.entries(metrics).map(([key, last]) => ({
      key,
      last,
      lastStep: '1',
      lastAtMs: 0,
      min: last - 1,
      max: last + 1,
      points: 2,
      nanPoints: 0,
      infinitePoints: 0,
    })),
  };
}

const runs = [
  run(
    'a',
    { lr: '0.001', depth: '4', act: 'relu' },
    { loss: 0.5, acc: 0.9 },
    { 'mlflow.user': 'x', team: 'A' },
  ),
  run('b', { lr: '1e-3', depth: '6', act: 'relu' }, { loss: 0.25 }, { team: 'B' }),
];
const usual = { baseline: 'a', all: false, value: 'last' } as const;

test('only what differs, by meaning and not by spelling', () => {
  const { sections, agreeing } = toCompareTable(runs, usual);
  expect(sections.map(({ title, rows }) => [title, rows.map((row) => row.key)])).toEqual([
    ['Metrics', ['acc', 'loss']],
    ['Parameters', ['depth']],
    ['Tags', ['team']],
  ]);
  expect(agreeing).toBe(5);
});

test('all rows on demand', () => {
  const { sections, agreeing } = toCompareTable(runs, { ...usual, all: true });
  expect(agreeing).toBe(0);
  expect(sections.map((section) => section.rows.length)).toEqual([2, 3, 1, 3]);
});

test('metrics are measured against the baseline; what is missing has no delta', () => {
  const metrics = toCompareTable(runs, usual).sections[0]!;
  const [acc, loss] = metrics.rows;
  expect(loss!.cells[0]!.delta).toBeUndefined();
  expect(loss!.cells[1]).toMatchObject({
    value: 0.25,
    delta: { amount: -0.25, share: -0.5 },
    deviates: true,
  });
  expect(acc!.cells[1]).toEqual({ deviates: true });
});

test('a metric is shown by its last, least or greatest value', () => {
  const metrics = toCompareTable(runs, { ...usual, value: 'min' }).sections[0]!;
  expect(metrics.rows.find((row) => row.key === 'loss')!.cells.map((cell) => cell.value)).toEqual([
    -0.5, -0.75,
  ]);
});

test('without a baseline nothing deviates', () => {
  const { sections } = toCompareTable(runs, { ...usual, baseline: undefined });
  for (const section of sections) {
    for (const row of section.rows) {
      expect(row.differs).toBe(true);
      for (const cell of row.cells) expect(cell).toMatchObject({ deviates: false });
    }
  }
});

test('rows of numbers are known, by text as by value', () => {
  const { sections } = toCompareTable(runs, { ...usual, all: true });
  const numeric = sections.flatMap(({ rows }) => rows.filter(isNumeric).map(({ key }) => key));
  expect(numeric).toEqual(['acc', 'loss', 'depth', 'lr']);
});

test('NaN equals NaN', () => {
  const both = [run('a', {}, { loss: NaN }), run('b', {}, { loss: NaN })];
  expect(toCompareTable(both, usual).sections).toEqual([]);
});

test('one run differs from nothing', () => {
  expect(toCompareTable(runs.slice(0, 1), usual).sections).toEqual([]);
});

test('the metrics of all runs, once each, numbers in their order', () => {
  const many = [run('a', {}, { layer10: 1, layer2: 1 }), run('b', {}, { layer2: 1, Acc: 1 })];
  expect(metricKeys(many)).toEqual(['Acc', 'layer2', 'layer10']);
});

test.each([
  ['1e-3', '0.001', true],
  ['1', '1.0', true],
  ['True', 'true', true],
  ['relu', 'ReLU', false],
  ['1e-3', '1e-4', false],
  ['10', '1_0', false],
  ['', '0', false],
  [undefined, undefined, true],
  ['x', undefined, false],
])('%s and %s mean the same: %s', (first, second, expected) => {
  expect(meansSame(first, second)).toBe(expected);
});

test.each([
  ['12', 12],
  [' -1.5e3 ', -1500],
  ['0x10', undefined],
  ['', undefined],
  ['Infinity', undefined],
])('%j as a number is %s', (text, expected) => {
  expect(toNumber(text)).toBe(expected);
});

test('deltas need two finite numbers, and shares a baseline that is not zero', () => {
  expect(deltaOf(3, 2)).toEqual({ amount: 1, share: 0.5 });
  expect(deltaOf(-1, -2)).toEqual({ amount: 1, share: 0.5 });
  expect(deltaOf(3, 0)).toEqual({ amount: 3, share: undefined });
  expect(deltaOf(NaN, 2)).toBeUndefined();
  expect(deltaOf(3, undefined)).toBeUndefined();
});
