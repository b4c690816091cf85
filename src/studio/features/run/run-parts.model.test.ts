import { expect, test } from 'vitest';
import { firstToShow, foldersAbove, viewerOf } from './artifact-viewer.model.ts';
import { errorFile, errorText } from './failure.model.ts';
import { findEntries, ownTags } from './find-entries.model.ts';

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

test.each([
  [['model/', 'plot.png', 'README.md'], 'README.md'],
  [['a.txt', 'traceback.txt'], 'traceback.txt'],
  [['model/', 'b.csv', 'c.csv'], 'b.csv'],
  [['model/'], undefined],
])('of %j the first to show is %s', (paths, first) => {
  const entries = paths.map((path) => ({ path, isDirectory: path.endsWith('/') }));
  expect(firstToShow(entries)).toBe(first);
});
