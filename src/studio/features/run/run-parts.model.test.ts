import type { AuditEvent } from '#contract/activity.ts';
import { expect, test } from 'vitest';
import { firstToShow, foldersAbove, viewerOf } from './artifact-viewer.model.ts';
import { datasetColumns, datasetRows, datasetSource } from './dataset-facts.model.ts';
import { errorFile, errorText } from './failure.model.ts';
import { findEntries, ownTags } from './find-entries.model.ts';
import { placeOfTime, timeOfPlace } from './log-dock.model.ts';
import { noteVersions } from './note-versions.model.ts';
import { parsePatch } from './patch.model.ts';
import { machineTags, measuredParts, packageFile, patchFile, patchTag } from './run-files.model.ts';
import { metricForTimes, readsOf, toKnots } from './step-times.model.ts';

test.each([
  ['plots/roc.png', 'image'],
  ['report.html', 'page'],
  ['drawing.svg', 'page'],
  ['a/table.csv', 'table'],
  ['README.md', 'markdown'],
  ['model/MLmodel', 'model'],
  ['a/metrics.json', 'json'],
  ['analysis.ipynb', 'notebook'],
  ['data/part-0.parquet', 'parquet'],
  ['model.onnx', 'onnx'],
  ['paper.PDF', 'pdf'],
  ['voice.wav', 'audio'],
  ['clip.mp4', 'video'],
  ['constructor', 'text'],
  ['a.json/toString', 'text'],
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

const knots = toKnots([
  { step: '10', atMs: 2000 },
  { step: '0', atMs: 1000 },
  { step: '20', atMs: 4000 },
]);

test.each([
  [0, 1000],
  [5, 1500],
  [15, 3000],
  [20, 4000],
])('step %i was logged at %i ms, and back', (step, atMs) => {
  const times = { startedAtMs: 500, knots };
  expect(timeOfPlace({ axis: 'step', x: step }, times)).toBe(atMs);
  expect(placeOfTime('step', atMs, times)).toEqual({ axis: 'step', x: step });
  expect(timeOfPlace({ axis: 'elapsed', x: atMs - 500 }, times)).toBe(atMs);
  expect(placeOfTime('time', atMs, times)).toEqual({ axis: 'time', x: atMs });
});

test('what was never logged has no time, and a resumed run counts by its later one', () => {
  expect(timeOfPlace({ axis: 'step', x: 21 }, { startedAtMs: 0, knots })).toBeUndefined();
  expect(timeOfPlace({ axis: 'step', x: 1 }, { startedAtMs: 0, knots: [] })).toBeUndefined();
  const resumed = [
    { step: '1', atMs: 10 },
    { step: '2', atMs: 20 },
    { step: '1', atMs: 90 },
    { step: '2', atMs: 99 },
  ];
  expect(toKnots(resumed)).toEqual([
    { step: 1, atMs: 90 },
    { step: 2, atMs: 99 },
  ]);
});

test('times are read from the longest metric that one answer holds, and spread over those that none does', () => {
  const metrics = [1_000_000, 8000, 20].map((points) => ({ key: String(points), points }));
  expect(metricForTimes(metrics)?.points).toBe(8000);
  expect(metricForTimes(metrics.slice(0, 1))?.points).toBe(1_000_000);
  expect(readsOf(8000)).toHaveLength(1);
  const reads = readsOf(1_000_000);
  expect([reads[0]?.offset, reads.at(-1)?.offset]).toEqual([0, 999_999]);
});

const change = (id: number, from: string | null, to: string | null): AuditEvent => ({
  id,
  atMs: id,
  actor: 'ada',
  via: 'studio',
  action: 'run.update',
  subjectKind: 'run',
  subjectId: 'a',
  detail: { changes: [{ what: 'note', key: null, from, to }] },
  count: 1,
});

test('the versions of a note are read from the trail', () => {
  const renamed = { ...change(2, 'a', 'b'), detail: { changes: [] } };
  expect(noteVersions([change(3, 'one', 'two'), renamed, change(1, null, 'one')])).toEqual([
    { id: 3, atMs: 3, actor: 'ada', text: 'two', before: 'one' },
    { id: 1, atMs: 1, actor: 'ada', text: 'one', before: '' },
  ]);
});

test('a patch is told line by line', () => {
  const patch = 'diff --git a/x b/x\n@@ -1 +1 @@\n-old\n+new\n same\n';
  expect(parsePatch(patch).map(({ kind }) => kind)).toEqual(['file', 'file', 'removed', 'added', 'same']);
});

test('packages, patches and machines are found by their names', () => {
  expect(packageFile([file('conda.yaml'), file('requirements.txt')])?.name).toBe('requirements.txt');
  expect(patchFile([file('a.txt'), file('git.diff')])?.name).toBe('git.diff');
  expect(patchFile([file('different.txt')])).toBeUndefined();
  expect(patchTag({ 'mlflow.git.diff': ' ' })).toBeUndefined();
  expect(machineTags({ gpu_type: 'A100', 'env.runtime': 'node', team: 'x', environmentalist: 'y' })).toEqual([
    ['gpu_type', 'A100'],
    ['env.runtime', 'node'],
  ]);
  const keys = ['system/gpu_0_power', 'system/gpu_1_power', 'system/cpu_utilization', 'loss/gpu_7'];
  expect(measuredParts(keys.map((key) => ({ key })))).toBe('2 GPUs, CPU');
});

test('a dataset tells its rows, columns and source, or as much as can be read', () => {
  expect(datasetRows('{"num_rows":3}')).toBe(3);
  expect(datasetRows('{')).toBeUndefined();
  expect(datasetRows(null)).toBeUndefined();
  expect(datasetSource('{"uri":"s3://b/k"}')).toBe('s3://b/k');
  expect(datasetSource('plain')).toBe('plain');
  expect(datasetColumns('{"mlflow_colspec":[{"name":"x","type":"long"},{"type":{"a":1}}]}')).toEqual([
    { name: 'x', type: 'long' },
    { name: '(2)', type: 'nested' },
  ]);
});
