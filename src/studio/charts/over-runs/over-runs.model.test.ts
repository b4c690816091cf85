import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBars } from './bar.model.ts';
import { layoutBoxes } from './box.model.ts';
import { layoutAxis } from './column-axis.model.ts';
import { cellSize, layoutContour } from './contour.model.ts';
import { importanceOf } from './importance.model.ts';
import { labelTerm } from './label-term.ts';
import { missingRoles, overKinds, parseOverChart, printOverChart } from './over-chart.model.ts';
import { keptByBrushes, layoutParallel, moveBrush, nearestRow, topBrush } from './parallel.model.ts';
import { keepRows, type RunTable, toRunTable } from './run-table.model.ts';
import { layoutScatter, marksInside, nearestMark } from './scatter.model.ts';
import { mainMetric, suggestCharts, termsToLookAt } from './suggest-charts.model.ts';

type Value = number | string | null;

/** A table of these columns, by term; the runs are r0, r1, … */
function tableOf(columns: Readonly<Record<string, readonly Value[]>>, baselineId?: string): RunTable {
  const count = Math.max(...Object.values(columns).map((values) => values.length));
  return toRunTable(
    {
      runs: Array.from({ length: count }, (_each, row) => ({
        runId: `r${row}`,
        name: `run ${row}`,
        mark: row,
        colour: null,
      })),
      columns: Object.entries(columns).map(([term, values]) => ({
        term,
        kind: values.some((value) => typeof value === 'string') ? ('text' as const) : ('number' as const),
        values: [...values],
      })),
      matching: count,
    },
    baselineId,
  );
}

const size = { width: 600, height: 300 };
const four = tableOf({
  lr: [0.0001, 0.01, 1, null],
  net: ['mlp', 'cnn', null, 'mlp'],
  loss: [3, Number.NaN, 1, 2],
});

function axisOf(table: RunTable, term: string, wish = {}) {
  const column = table.columns.get(term);
  if (column === undefined) throw new Error(`There is no ${term}.`);
  return layoutAxis(column, { ticks: 5, ...wish });
}

describe('an axis', () => {
  it('is a logarithm where values span decades, and counts what it cannot place', () => {
    const lr = axisOf(four, 'lr');
    expect(lr).toMatchObject({ kind: 'log', without: 1 });
    expect(lr.shares[1]).toBeCloseTo(0.5, 10);
    expect(axisOf(four, 'lr', { log: false }).kind).toBe('linear');
    expect(axisOf(four, 'loss').without).toBe(1);
  });

  it('has words in the order of a person, evenly spread', () => {
    const words = axisOf(tableOf({ net: ['x10', 'x9', 'a'] }), 'net');
    expect(words.ticks.map(({ label }) => label)).toEqual(['a', 'x9', 'x10']);
    expect([...words.shares].map((share) => share.toFixed(2))).toEqual(['0.83', '0.50', '0.17']);
  });

  it('turned round, puts the greatest at the beginning', () => {
    const plain = axisOf(four, 'lr');
    const turned = axisOf(four, 'lr', { inverted: true });
    expect(turned.shares[0]).toBeCloseTo(1 - (plain.shares[0] ?? 0), 12);
    expect(turned.shareOf(1)).toBeCloseTo(1 - plain.shareOf(1), 12);
  });

  it('keeps every finite value on itself, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 1, maxLength: 30 }), fc.boolean(), (values, log) => {
        const axis = axisOf(tableOf({ x: values }), 'x', { log });
        for (const [row, value] of values.entries()) {
          const share = axis.shares[row] ?? NaN;
          if (!Number.isFinite(value)) expect(share).toBeNaN();
          else if (Number.isFinite(share)) {
            expect(share).toBeGreaterThanOrEqual(-1e-9);
            expect(share).toBeLessThanOrEqual(1 + 1e-9);
          }
        }
      }),
    );
  });
});

describe('parallel coordinates', () => {
  const choices = ['lr', 'net', 'loss'].map((term) => ({ term, inverted: false }));
  const plot = layoutParallel(four, choices, size);

  it('lead runs without a value below the axes', () => {
    expect(plot.tops[0]?.[3]).toBe(plot.noneTop);
    expect(plot.tops[1]?.[2]).toBe(plot.noneTop);
    expect(plot.noneTop).toBeGreaterThan(plot.top + plot.height);
    expect(plot.axes.map(({ left }) => left)).toEqual([48, 300, 552]);
  });

  it('keep what lies in every brush', () => {
    expect([...keptByBrushes(plot, new Map())]).toEqual([1, 1, 1, 1]);
    expect([...keptByBrushes(plot, new Map([['lr', { from: 0, to: 0.6 }]]))]).toEqual([1, 1, 0, 0]);
    expect([...keptByBrushes(plot, new Map([['net', 'none' as const]]))]).toEqual([0, 0, 1, 0]);
    const both = new Map([
      ['lr', { from: 0, to: 0.6 } as const],
      ['loss', { from: 0.5, to: 1 } as const],
    ]);
    expect([...keptByBrushes(plot, both)]).toEqual([1, 0, 0, 0]);
  });

  it('find the line under the pointer among those kept', () => {
    const all = new Uint8Array(4).fill(1);
    const top = plot.tops[0]?.[0] ?? 0;
    expect(nearestRow(plot, all, { left: 48.5, top: top - 1 }, 8)).toBe(0);
    expect(nearestRow(plot, Uint8Array.of(0, 1, 1, 1), { left: 48.5, top: top - 1 }, 8)).toBeUndefined();
    expect(nearestRow(plot, all, { left: 2, top }, 8)).toBeUndefined();
  });

  it('have brushes for the best, and brushes that stay on the axis', () => {
    const axis = plot.axes[2];
    if (axis === undefined) throw new Error('There is no third axis.');
    const kept = keptByBrushes(plot, new Map([['loss', topBrush(axis, 0.3, 'high')]]));
    expect([...kept]).toEqual([1, 0, 0, 0]);
    expect([...keptByBrushes(plot, new Map([['loss', topBrush(axis, 0.3, 'low')]]))]).toEqual([0, 0, 1, 0]);
    expect(moveBrush({ from: 0.9, to: 1 }, 0.5, 'both')).toEqual({ from: 0.9, to: 1 });
    expect(moveBrush({ from: 0.2, to: 0.4 }, -0.5, 'both')).toEqual({ from: 0, to: 0.2 });
    expect(moveBrush({ from: 0.2, to: 0.4 }, 0.1, 'to')).toEqual({ from: 0.2, to: 0.5 });
  });
});

describe('a scatter chart', () => {
  const plot = layoutScatter(four, { across: 'lr', up: 'loss', ...size });

  it('draws runs with both values, and says how many have not', () => {
    expect(plot?.without).toBe(2);
    if (plot === undefined) return;
    const place = { left: plot.places[0] ?? 0, top: plot.places[1] ?? 0 };
    expect(nearestMark(plot, { left: place.left + 3, top: place.top }, 16)).toBe(0);
    expect(nearestMark(plot, { left: place.left + 40, top: place.top }, 16)).toBeUndefined();
    const { left, top } = place;
    expect(marksInside(plot, { left: left - 1, top: top - 1, right: left + 1, bottom: top + 1 })).toEqual([
      0,
    ]);
  });

  it('has a trend that explains all of a straight line', () => {
    const straight = layoutScatter(tableOf({ x: [1, 2, 3, 4], y: [5, 7, 9, 11] }), {
      across: 'x',
      up: 'y',
      ...size,
    });
    expect(straight?.trend?.explained).toBeCloseTo(1, 10);
    const words = layoutScatter(tableOf({ x: ['a', 'b', 'c'], y: [1, 2, 3] }), {
      across: 'x',
      up: 'y',
      ...size,
    });
    expect(words?.trend).toBeUndefined();
  });
});

describe('bars', () => {
  it('begin at zero and are compared with the baseline', () => {
    const bars = toBars(tableOf({ x: [2, -2, null, 4] }, 'r0'), 'x');
    expect(bars.rows.map(({ run, delta }) => [run.runId, delta])).toEqual([
      ['r3', 2],
      ['r0', undefined],
      ['r1', -4],
    ]);
    expect(bars.rows.map(({ from, to }) => [from, to])).toEqual([
      [1 / 3, 1],
      [1 / 3, 2 / 3],
      [0, 1 / 3],
    ]);
    expect(bars).toMatchObject({ without: 1, baseline: 2 / 3 });
  });
});

describe('boxes', () => {
  it('are of each group, the best median first, those without a value in one of their own', () => {
    const plot = layoutBoxes(four, { value: 'loss', by: 'net', ticks: 4 });
    expect(plot?.groups.map(({ label, box }) => [label, box.count, box.median])).toEqual([
      ['mlp', 2, 2.5],
      ['none', 1, 1],
    ]);
    expect(plot).toMatchObject({ without: 1, leftOut: 0 });
    expect(layoutBoxes(four, { value: 'loss', by: undefined, ticks: 4 })?.groups).toHaveLength(1);
  });
});

describe('a contour', () => {
  it('is straight between the runs, and empty outside of them', () => {
    const table = tableOf({ x: [0, 10, 0, 10], y: [0, 0, 10, 10], z: [0, 10, 0, 10] });
    const plot = layoutContour(table, { across: 'x', up: 'y', colour: 'z', ...size });
    if (plot === undefined) throw new Error('There is no plot.');
    const { frame } = plot.scatter;
    const cellAt = (across: number, up: number): number =>
      plot.cells[
        Math.floor(((1 - up) * frame.height) / cellSize) * plot.columns +
          Math.floor((across * frame.width) / cellSize)
      ] ?? NaN;
    expect(cellAt(0.5, 0.5)).toBeCloseTo(0.5, 1);
    expect(cellAt(0.9, 0.3)).toBeGreaterThan(0.85);
    expect(cellAt(0.5, 0.005)).toBeNaN();
    expect(plot.points).toBe(4);
  });
});

describe('importance', () => {
  it('is that of the other columns', () => {
    const rows = Array.from({ length: 60 }, (_each, row) => row);
    const table = tableOf({
      y: rows.map((row) => (row % 6) * 2),
      cause: rows.map((row) => row % 6),
      other: rows.map((row) => ((row * 7) % 5) + 0.5),
    });
    expect(importanceOf(table, 'y')?.features.map(({ name }) => name)).toEqual(['cause', 'other']);
    expect(importanceOf(table, 'nothing')).toBeUndefined();
  });
});

describe('a chart in an address', () => {
  it('is read as it was written, whatever the keys', () => {
    const chart = fc.record({
      kind: fc.constantFrom(...overKinds),
      terms: fc.array(
        fc.constantFrom('metrics.`a,b:c`', 'params.lr', 'at(metrics.loss, 7)', 'tags.`准确率 %`', 'duration'),
        { maxLength: 6 },
      ),
    });
    fc.assert(
      fc.property(chart, (each) => {
        expect(parseOverChart(printOverChart(each))).toEqual(each);
      }),
    );
  });

  it.each(['', 'pie:metrics.a', ':', 'scatter'])('%j is taken for what it is', (text) => {
    expect(parseOverChart(text)).toEqual(text === 'scatter' ? { kind: 'scatter', terms: [] } : undefined);
  });

  it('loses terms that mean nothing, and says what is then missing', () => {
    const chart = parseOverChart('scatter:params.lr,%E0%A4%A,median(x)');
    expect(chart).toEqual({ kind: 'scatter', terms: ['params.lr'] });
    expect(chart === undefined ? [] : missingRoles(chart)).toEqual(['Up']);
    expect(missingRoles({ kind: 'parallel', terms: ['params.lr'] })).toEqual(['two axes']);
  });
});

describe('suggestions', () => {
  it('are about the metric that judges the runs', () => {
    const metrics = [
      { key: 'train/loss', runs: 10 },
      { key: 'val/loss', runs: 10 },
      { key: 'epoch', runs: 30 },
    ];
    expect(mainMetric(metrics)).toBe('val/loss');
    expect(mainMetric([{ key: 'epoch', runs: 1 }])).toBe('epoch');
  });

  it('begin with the parameters that differ, what explains most beside the result', () => {
    const rows = Array.from({ length: 40 }, (_each, row) => row);
    const terms = termsToLookAt({
      metrics: [{ key: 'loss', runs: 40 }],
      params: ['same', 'noise', 'lr'].map((key) => ({ key, runs: 40 })),
    });
    expect(terms).toEqual(['metrics.loss', 'params.lr', 'params.noise', 'params.same']);
    const table = tableOf({
      'metrics.loss': rows.map((row) => row % 5),
      'params.lr': rows.map((row) => row % 5),
      'params.noise': rows.map((row) => (row * 7) % 3),
      'params.same': rows.map(() => 1),
    });
    const [first] = suggestCharts(table, terms);
    expect(first).toEqual({ kind: 'parallel', terms: ['params.noise', 'params.lr', 'metrics.loss'] });
    expect(suggestCharts(table, ['metrics.loss', 'params.same'])).toEqual([
      { kind: 'bar', terms: ['metrics.loss'] },
    ]);
    expect(suggestCharts(table, termsToLookAt({ metrics: [], params: [] }))).toEqual([]);
  });
});

describe('a term', () => {
  it.each([
    ['metrics.`val/loss`', 'val/loss'],
    ['best(metrics.`val/loss`)', 'best val/loss'],
    ['at(metrics.a, 100)', 'a at step 100'],
    ['duration', 'duration'],
    ['what is this', 'what is this'],
  ])('%s is named %s', (term, label) => {
    expect(labelTerm(term)).toBe(label);
  });
});

describe('a table', () => {
  it('is cut to some of its rows', () => {
    const cut = keepRows(four, (run) => run.runId !== 'r1');
    expect(cut.runs.map(({ runId }) => runId)).toEqual(['r0', 'r2', 'r3']);
    expect(cut.columns.get('net')?.texts).toEqual(['mlp', undefined, 'mlp']);
    expect(keepRows(four, () => true)).toBe(four);
  });
});
