import { describe, expect, test } from 'vitest';
import { chooseFiles, describeFile, toFileState } from './artifacts/file-state.model.ts';
import { choosePair } from './artifacts/run-pair.model.ts';
import { codeFiles, commitComparison } from './code/code-files.model.ts';
import { comparedRun } from './compared-run.suite.ts';
import { chooseLogs } from './logs/choose-logs.model.ts';
import { packagePaths, toEnvironment } from './setup/environment.model.ts';
import { bestQuery } from './start/best-query.model.ts';

const file = (path: string, ...hashes: (string | null)[]) => ({
  path,
  in: hashes.map((sha256, index) => ({ runId: `r${index}`, size: 3, sha256 })),
});

describe('files', () => {
  const files = [
    file('same.txt', 'x', 'x', 'x'),
    file('other.txt', 'x', 'y', 'y'),
    file('lone.txt', 'x'),
    file('direct.txt', null, null, null),
  ].map((each) => toFileState(each, 3));

  test('differ by content; what some lack counts when asked', () => {
    const names = (options: { all: boolean; absent: boolean; search: string }) =>
      chooseFiles(files, options).map(({ path }) => path);
    expect(names({ all: false, absent: false, search: '' })).toEqual(['other.txt']);
    expect(names({ all: false, absent: true, search: '' })).toEqual(['other.txt', 'lone.txt']);
    expect(names({ all: true, absent: false, search: 'DIR' })).toEqual(['direct.txt']);
  });

  test('say in words how many versions there are and where', () => {
    expect(files.map((each) => describeFile(each, 3))).toEqual([
      'same in all 3',
      '2 versions in all 3',
      'same in 1 of 3',
      'same in all 3',
    ]);
  });
});

describe('code', () => {
  test('is what was not committed, then sources; data, logs and what a model carries are none', () => {
    const paths = [
      'train.py',
      'logs/x.json',
      'git/status.txt',
      'a.patch',
      'model/conda.yaml',
      'data/table.csv',
      'code/net.py',
      'plots/roc.png',
      'model/requirements.txt',
    ];
    expect(codeFiles(paths.map((path) => file(path, 'x'))).map(({ path }) => path)).toEqual([
      'a.patch',
      'code/net.py',
      'git/status.txt',
      'train.py',
    ]);
  });

  test.each([
    ['https://github.com/o/r.git', 'https://github.com/o/r/compare/aaaaaaa...bbbbbbb'],
    ['https://token@github.com/o/r', 'https://github.com/o/r/compare/aaaaaaa...bbbbbbb'],
    ['git@gitlab.com:o/sub/r.git', 'https://gitlab.com/o/sub/r/-/compare/aaaaaaa...bbbbbbb'],
    ['https://evil.example/github.com/o/r', undefined],
    ['javascript:alert(1)//github.com/o/r', undefined],
    [undefined, undefined],
  ])('commits of %s are compared at %s', (repository, expected) => {
    expect(commitComparison(repository, 'aaaaaaa', 'bbbbbbb')).toBe(expected);
  });

  test('commits that are none, or the same, have nothing between them', () => {
    const there = 'https://github.com/o/r';
    expect(commitComparison(there, 'aaaaaaa', 'aaaaaaa')).toBeUndefined();
    expect(commitComparison(there, 'aaaaaaa', '../../x')).toBeUndefined();
    expect(commitComparison(there, undefined, 'aaaaaaa')).toBeUndefined();
  });
});

describe('environments', () => {
  test('come from the files nearest to the top, frozen ones first', () => {
    const paths = ['m/requirements.txt', 'requirements.txt', 'pip-freeze.txt', 'x.txt', 'm/conda.yaml'];
    expect(packagePaths(paths.map((path) => file(path, 'x')))).toEqual([
      'pip-freeze.txt',
      'requirements.txt',
      'm/conda.yaml',
      'm/requirements.txt',
    ]);
  });

  test('tell packages, Python, machine and source', () => {
    const run = comparedRun('r0', {
      tags: { gpu_name: 'A100', 'mlflow.source.git.commit': 'abc', 'mlflow.gpu': 'not this', team: 'x' },
      metrics: { 'system/gpu_0_memory': 1, 'system/gpu_1_memory': 1, 'system/cpu': 1 },
    });
    const found = {
      files: [
        { runId: 'r0', path: 'pip-freeze.txt', size: 1, text: 0, truncated: false, left: false },
        { runId: 'r0', path: 'conda.yaml', size: 1, text: 1, truncated: false, left: false },
        { runId: 'other', path: 'requirements.txt', size: 1, text: 0, truncated: false, left: false },
      ],
      texts: ['numpy==1.26.4\n', 'dependencies:\n- python=3.11.2\n- numpy>=1\n- scipy=1.12\n'],
    };
    const texts = ({ source, machine, packages }: ReturnType<typeof toEnvironment>) =>
      [source, machine, packages].map((each) => [...each].map(([key, { text }]) => `${key} ${text}`));
    expect(texts(toEnvironment(run, found))).toEqual([
      ['Commit abc'],
      ['Python 3.11.2', 'gpu_name A100', 'GPUs measured 2'],
      ['numpy 1.26.4', 'scipy 1.12'],
    ]);
    expect(texts(toEnvironment(comparedRun('r9'), found))).toEqual([[], [], []]);
  });
});

test('two runs are the baseline and the one asked for, else the first that is another', () => {
  const runs = ['a', 'b', 'c'].map((runId) => ({
    runId,
    name: runId,
    mark: { colour: 0, dash: 0 },
    baseline: false,
  }));
  const ids = (baseline?: string, other?: string) => {
    const pair = choosePair(runs, baseline, other);
    return [pair?.before.runId, pair?.after.runId];
  };
  expect(ids()).toEqual(['a', 'b']);
  expect(ids('b')).toEqual(['b', 'a']);
  expect(ids('b', 'c')).toEqual(['b', 'c']);
  expect(ids('b', 'b')).toEqual(['b', 'a']);
  expect(choosePair(runs.slice(0, 1), undefined, undefined)).toBeUndefined();
});

test('logs of one name stand beside each other: the one asked for, or what most runs have', () => {
  const log = (name: string) => ({ id: `file/${name}`, name, kind: 'file', bytes: 1 }) as const;
  const lists = [
    { run: 'a', logs: [log('x'), log('console')] },
    { run: 'b', logs: [log('console')] },
    { run: 'c', logs: [] },
  ];
  expect(chooseLogs(lists, undefined, 4)).toMatchObject({
    names: ['console', 'x'],
    columns: [{ run: 'a' }, { run: 'b' }],
  });
  expect(chooseLogs(lists, 'x', 4).columns.map(({ run }) => run)).toEqual(['a']);
  expect(chooseLogs(lists, 'gone', 1).columns.map(({ run }) => run)).toEqual(['a']);
});

test('the best runs are searched by the best value, the way the metric is better', () => {
  expect(bestQuery('val loss', 'down')).toEqual({
    filter: 'metrics.`val loss` IS NOT NULL',
    orderBy: ['best(metrics.`val loss`)'],
    terms: ['best(metrics.`val loss`)'],
  });
});
