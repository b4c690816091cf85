import { expect, test } from 'vitest';
import { shownRuns, toCompareCharts } from './compare.chart.ts';
import { comparedRun } from './compared-run.suite.ts';

const run = (runId: string, keys: readonly string[]) =>
  comparedRun(runId, { metrics: Object.fromEntries(keys.map((key) => [key, 1])) });

const runs = [run('a', ['loss']), run('b', ['loss', 'acc']), run('c', [])];

test('charts have every metric once, the baseline marked, and hidden runs named', () => {
  const charts = toCompareCharts(runs, 'b', ['c']);
  expect(charts.metrics).toEqual(['loss', 'acc']);
  expect(charts.runs.filter((each) => each.baseline).map((each) => each.runId)).toEqual(['b']);
  expect(shownRuns(runs, charts.hidden).map((each) => each.runId)).toEqual(['a', 'b']);
});

test('hiding a run changes the colour of no other', () => {
  const all = toCompareCharts(runs, undefined, []);
  const fewer = toCompareCharts(runs, undefined, ['a']);
  expect(fewer.runs.map((each) => each.mark)).toEqual(all.runs.map((each) => each.mark));
});
