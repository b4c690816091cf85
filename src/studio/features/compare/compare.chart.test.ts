import type { ComparedRun } from '#contract/runs.ts';
import { expect, test } from 'vitest';
import { shownRuns, toCompareCharts } from './compare.chart.ts';
import { parseCompareView } from './compare-view.model.ts';

const run = (runId: string, keys: readonly string[]): ComparedRun => ({
  runId,
  name: `run ${runId}`,
  experimentId: '1',
  experimentName: 'Default',
  status: 'RUNNING',
  startedAtMs: 0,
  endedAtMs: null,
  userId: 'ada',
  lifecycle: 'active',
  deletedAtMs: null,
  parentRunId: null,
  mark: 1,
  colour: null,
  params: {},
  tags: {},
  metrics: keys.map((key) => ({
    key,
    last: 1,
    lastStep: '0',
    lastAtMs: 0,
    min: 1,
    max: 1,
    points: 1,
    nanPoints: 0,
    infinitePoints: 0,
  })),
});

const runs = [run('a', ['loss']), run('b', ['loss', 'acc']), run('c', [])];

test('charts have every metric once, the baseline marked, and hidden runs named', () => {
  const charts = toCompareCharts(runs, parseCompareView(new URLSearchParams('runs=a,b,c&baseline=b&hide=c')));
  expect(charts.metrics).toEqual(['acc', 'loss']);
  expect(charts.runs.filter((each) => each.baseline).map((each) => each.runId)).toEqual(['b']);
  expect(shownRuns(runs, charts.hidden).map((each) => each.runId)).toEqual(['a', 'b']);
});

test('hiding a run changes the colour of no other', () => {
  const all = toCompareCharts(runs, parseCompareView(new URLSearchParams('runs=a,b,c')));
  const fewer = toCompareCharts(runs, parseCompareView(new URLSearchParams('runs=a,b,c&hide=a')));
  expect(fewer.runs.map((each) => each.mark)).toEqual(all.runs.map((each) => each.mark));
});
