import { expect, test } from 'vitest';
import { drawn } from './lines.suite.ts';
import { layoutPlot, type PlotView } from './plot.model.ts';

const size = { width: 400, height: 200, zoneMs: 0 };
const view: PlotView = { x: 'step', log: false, fit: true };
const usual = Array.from({ length: 100 }, (_none, index) => 1 + (index % 10) / 10);

test('a few values that would flatten all others are counted instead', () => {
  const plot = layoutPlot([drawn('a', usual.with(40, 5000).with(60, 9000).with(70, -700))], view, size);
  expect(plot.yAxis.high).toBeLessThan(4);
  expect(plot.offScale).toEqual({
    above: { points: 2, extreme: 9000 },
    below: { points: 1, extreme: -700 },
  });
});

test('only what is in view counts', () => {
  const plot = layoutPlot([drawn('a', usual.with(40, 5000))], { ...view, xRange: [50, 99] }, size);
  expect(plot.offScale).toEqual({ above: undefined, below: undefined });
});

test('what stretches the axis but little is shown', () => {
  const plot = layoutPlot([drawn('a', usual.with(40, 4))], view, size);
  expect(plot.yAxis.high).toBeGreaterThan(4);
  expect(plot.offScale.above).toBeUndefined();
});

test('asked for all, or on a logarithmic axis, all is shown', () => {
  const lines = [drawn('a', usual.with(40, 5000))];
  for (const other of [
    { ...view, fit: false },
    { ...view, log: true },
  ]) {
    expect(layoutPlot(lines, other, size).offScale).toEqual({ above: undefined, below: undefined });
  }
});

test('a range that was typed in stays, and tells what it leaves out', () => {
  const plot = layoutPlot([drawn('a', [0, 5, 10, 15])], { ...view, yRange: [0, 8] }, size);
  expect([plot.yAxis.low, plot.yAxis.high]).toEqual([0, 8]);
  expect(plot.offScale.above).toEqual({ points: 2, extreme: 15 });
});
