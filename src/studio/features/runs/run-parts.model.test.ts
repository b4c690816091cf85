import { expect, test } from 'vitest';
import { firstToShow, foldersAbove, viewerOf } from './artifact-viewer.model.ts';
import { layOutColumns, moveColumn } from './column-layout.model.ts';
import { defaultColumns } from './default-columns.model.ts';
import { errorFile, errorText } from './failure.model.ts';
import { findEntries, ownTags } from './find-entries.model.ts';
import { rowsBetween, toggleRun, toggleRuns } from './runs-selection.model.ts';

test.each([
  ['plots/roc.png', 'image'],
  ['report.html', 'page'],
  ['drawing.svg', 'page'],
  ['a/table.csv', 'table'],
  ['README.md', 'markdown'],
  ['model/MLmodel', 'text'],
  ['weights.bin', 'text'],
])('%s is shown as %s', (path, kind) => {
  expect(viewerOf(path)).toBe(kind);
});

test('the folders above a file, outermost first', () => {
  expect(foldersAbove('a/b/c.txt')).toEqual(['a', 'a/b']);
  expect(foldersAbove('c.txt')).toEqual([]);
});

const file = (name: string) => ({
  name,
  path: name,
  isDirectory: false,
  size: 1,
  sha256: null,
  createdAtMs: null,
});

test('the traceback is found among other files, and before other signs of an error', () => {
  expect(errorFile([file('error.log'), file('traceback.txt')])).toBe('traceback.txt');
  expect(errorFile([file('model.pkl'), file('stderr.log')])).toBe('stderr.log');
  expect(errorFile([file('mean_squared_error.png')])).toBeUndefined();
  expect(errorText({ error: ' ', exception: 'ValueError' })).toBe('ValueError');
  expect(errorText({ team: 'a' })).toBeUndefined();
});

test('keys and values are searched, and lie in natural order', () => {
  expect(findEntries({ layer10: 'a', layer2: 'b', opt: 'adam' }, 'LAYER').map(([key]) => key)).toEqual([
    'layer2',
    'layer10',
  ]);
  expect(findEntries({ opt: 'adam' }, 'ada')).toHaveLength(1);
  expect(ownTags({ 'mlflow.user': 'x', team: 'a' })).toEqual({ team: 'a' });
});

test('a selection is toggled one by one, and as a range', () => {
  expect(toggleRun(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggleRun(['a', 'b'], 'a')).toEqual(['b']);
  expect(toggleRuns(['a'], ['a', 'b'])).toEqual(['a', 'b']);
  expect(toggleRuns(['a', 'b', 'c'], ['a', 'b'])).toEqual(['c']);
  expect(rowsBetween(4, 2)).toEqual([2, 3, 4]);
});

test('columns lie side by side, and can be put elsewhere', () => {
  const choices = [
    { column: { kind: 'own', name: 'status' } as const, width: 100 },
    { column: { kind: 'metrics', key: 'a' } as const, width: 80 },
    { column: { kind: 'own', name: 'name' } as const, width: 200 },
  ];
  const { columns, width, name } = layOutColumns(choices);
  expect(columns.map(({ left }) => left)).toEqual([200, 300]);
  expect([name.width, width]).toEqual([200, 380]);
  expect(moveColumn(choices, 0, 2)).toEqual([choices[1], choices[2], choices[0]]);
  expect(moveColumn(choices, 2, -5)).toEqual([choices[2], choices[0], choices[1]]);
});

test('nobody is shown a parameter in which all runs agree, nor the machine unasked', () => {
  const run = (params: Record<string, string>) => ({
    runId: 'a',
    name: 'a',
    experimentId: '1',
    experimentName: 'x',
    status: 'FINISHED' as const,
    startedAtMs: 0,
    endedAtMs: 1,
    userId: 'ada',
    lifecycle: 'active' as const,
    deletedAtMs: null,
    parentRunId: null,
    metrics: {},
    params,
    tags: {},
  });
  const columns = defaultColumns(
    {
      metrics: [{ key: 'system/cpu' }, { key: 'loss' }],
      params: [{ key: 'lr' }, { key: 'seed' }],
    },
    [run({ lr: '1', seed: '7' }), run({ lr: '2', seed: '7' })],
  );
  expect(columns).toContainEqual({ kind: 'metrics', key: 'loss' });
  expect(columns).toContainEqual({ kind: 'params', key: 'lr' });
  expect(columns).not.toContainEqual({ kind: 'params', key: 'seed' });
  expect(columns).not.toContainEqual({ kind: 'metrics', key: 'system/cpu' });
});

test.each([
  [['model/', 'plot.png', 'README.md'], 'README.md'],
  [['a.txt', 'traceback.txt'], 'traceback.txt'],
  [['model/', 'b.csv', 'c.csv'], 'b.csv'],
  [['model/'], undefined],
])('of %j the first to show is %s', (paths, first) => {
  const entries = paths.map((path) => ({ path, isDirectory: path.endsWith('/') }));
  expect(firstToShow(entries)).toBe(first);
});
