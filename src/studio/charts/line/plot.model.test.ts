import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOf } from './drawn-line.model.ts';
import { drawn } from './lines.suite.ts';
import { layoutPlot, pixelToX, pixelToY, type PlotView, xToPixel, yToPixel } from './plot.model.ts';
import { firstSnap, readAt, snapTo, stepLine, stepPoint } from './reading.model.ts';
import { boxOf, zoomTo } from './zoom.model.ts';

const size = { width: 400, height: 200, zoneMs: 0 };
const usual: PlotView = { x: 'step', log: false };

describe('layout', () => {
  test('pixels and values lead to one another, on every scale', () => {
    const value = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 30 }), fc.boolean(), (values, log) => {
        const plot = layoutPlot([drawn('a', values)], { ...usual, log }, size);
        for (const x of [0, 1, values.length - 1])
          expect(pixelToX(plot, xToPixel(plot, x))).toBeCloseTo(x, 6);
        for (const y of values) expect(pixelToY(plot, yToPixel(plot, y))).toBeCloseTo(y, 4);
      }),
    );
  });

  test('every value lies in the frame', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), fc.boolean(), (values, log) => {
        const plot = layoutPlot([drawn('a', values)], { ...usual, log }, size);
        for (const [index, pixel] of plot.pixels[0]!.entries()) {
          const [from, span] =
            index % 2 === 0 ? [plot.frame.left, plot.frame.width] : [plot.frame.top, plot.frame.height];
          expect(pixel).toBeGreaterThanOrEqual(from - 0.01);
          expect(pixel).toBeLessThanOrEqual(from + span + 0.01);
        }
      }),
    );
  });

  test('no lines, one point and a constant have axes too', () => {
    for (const lines of [[], [drawn('a', [5])], [drawn('a', [0, 0, 0])], [drawn('a', [NaN])]]) {
      const plot = layoutPlot(lines, { ...usual, log: true }, size);
      expect(plot.xAxis.high).toBeGreaterThan(plot.xAxis.low);
      expect(plot.yAxis.high).toBeGreaterThan(plot.yAxis.low);
      expect(plot.yAxis.ticks.length).toBeGreaterThan(0);
    }
  });

  test('the least and the greatest that a double holds can be drawn', () => {
    for (const values of [[Number.MIN_VALUE], [-Number.MIN_VALUE, 1], [1, Number.MAX_VALUE / 4]]) {
      const plot = layoutPlot([drawn('a', values)], { ...usual, log: true }, size);
      expect([...plot.pixels[0]!].filter(Number.isNaN)).toEqual([]);
    }
  });

  test('the values in view decide the height, unless a range is given', () => {
    const lines = [drawn('a', [1000, 3, 1, 2])];
    const zoomed = layoutPlot(lines, { ...usual, xRange: [1, 3] }, size);
    expect(zoomed.yAxis.high).toBeLessThan(4);
    const fixed = layoutPlot(lines, { ...usual, yRange: [0, 10] }, size);
    expect([fixed.yAxis.low, fixed.yAxis.high]).toEqual([0, 10]);
  });

  test('steps are whole, ticks of a logarithm are decades', () => {
    const plot = layoutPlot([drawn('a', [0.001, 1, 1000])], { ...usual, log: true }, size);
    expect(plot.xAxis.ticks.map((tick) => tick.label)).toEqual(['0', '1', '2']);
    expect(plot.yAxis.ticks.map((tick) => tick.label)).toContain('0.001');
  });
});

describe('reading', () => {
  const plot = layoutPlot([drawn('low', [1, 1, 1, 1]), drawn('high', [5, 5, NaN, 5])], usual, size);
  const place = (x: number, y: number) => [xToPixel(plot, x), yToPixel(plot, y)] as const;

  test('snaps to a real point of the nearest run', () => {
    expect(snapTo(plot, ...place(1.2, 4.6))).toEqual({ line: 'high', x: 1 });
    expect(snapTo(plot, ...place(2.1, 1.4))).toEqual({ line: 'low', x: 2 });
  });

  test('reads every run at its own nearest point, the pointed one first', () => {
    const rows = readAt(plot, { line: 'high', x: 1 });
    expect(rows.map((row) => [row.line.runId, row.x, row.value])).toEqual([
      ['high', 1, 5],
      ['low', 1, 1],
    ]);
  });

  test('steps go from point to point, over breaks, and stop at the ends', () => {
    const at = (x: number) => ({ line: 'high', x });
    expect(stepPoint(plot, at(1), 1)).toEqual(at(3));
    expect(stepPoint(plot, at(3), -1)).toEqual(at(1));
    expect(stepPoint(plot, at(3), 1)).toEqual(at(3));
    expect(stepPoint(plot, at(3), -Infinity)).toEqual(at(0));
  });

  test('up and down change the run at the same place', () => {
    expect(stepLine(plot, { line: 'low', x: 1 }, 1)).toEqual({ line: 'high', x: 1 });
    expect(stepLine(plot, { line: 'high', x: 1 }, 1)).toEqual({ line: 'high', x: 1 });
    expect(stepLine(plot, { line: 'high', x: 1 }, -1)).toEqual({ line: 'low', x: 1 });
  });

  test('the keyboard begins at the end, and nowhere when there is nothing', () => {
    expect(firstSnap(plot)?.x).toBe(3);
    expect(firstSnap(layoutPlot([], usual, size))).toBeUndefined();
  });

  test('a smoothed line tells both values', () => {
    const smooth = layoutPlot([drawn('a', [0, 10], { smoothing: 0.5 })], usual, size);
    const [row] = readAt(smooth, { line: 'a', x: 1 });
    expect(row?.value).toBe(10);
    expect(row?.drawn).toBeCloseTo(20 / 3, 6);
  });
});

describe('zoom', () => {
  const plot = layoutPlot([drawn('a', [0, 10, 20, 30])], usual, size);
  const { left, top } = plot.frame;

  test('a long narrow box zooms one axis only', () => {
    const wide = boxOf(plot.frame, { left: left + 200, top: top + 10 }, { left: left + 10, top: top + 20 });
    expect(Object.keys(zoomTo(plot, wide))).toEqual(['x']);
    const tall = boxOf(plot.frame, { left: left + 10, top: top + 10 }, { left: left + 15, top: top + 100 });
    expect(Object.keys(zoomTo(plot, tall))).toEqual(['y']);
  });

  test('a box zooms to what it encloses, wherever the drag began and ended', () => {
    const box = boxOf(plot.frame, { left: left + 150, top: top + 120 }, { left: left + 50, top: top + 20 });
    const zoom = zoomTo(plot, box);
    expect(zoom.x?.[0]).toBeCloseTo(pixelToX(plot, left + 50), 6);
    expect(zoom.y?.[1]).toBeCloseTo(pixelToY(plot, top + 20), 6);
    const out = boxOf(plot.frame, { left: left + 50, top: top + 20 }, { left: 9999, top: 9999 });
    expect(out.left + out.width).toBe(left + plot.frame.width);
  });
});

test('shares count what is in view', () => {
  const lines = [drawn('a', [1, NaN, 3, 4]), drawn('b', [1, 2])];
  expect(shareOf(lines)).toMatchObject({ drawn: 6, points: 6, nanPoints: 1, bucketed: false });
  expect(shareOf(lines, [1, 2])).toMatchObject({ drawn: 3, points: 3 });
});
