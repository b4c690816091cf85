import { expect, test } from 'vitest';
import { drawn } from './lines.suite.ts';
import { layoutPlot, pixelToX } from './plot.model.ts';
import { panBy, pinch, scaleRange } from './zoom.model.ts';

const size = { width: 400, height: 200, zoneMs: 0 };
const plot = layoutPlot([drawn('a', [0, 10, 20, 30, 40])], { x: 'step', log: false }, size);
const { left, top } = plot.frame;

test('what lies under the pointer stays there while the wheel turns', () => {
  const [low, high] = scaleRange([0, 100], 25, 0.5);
  expect([low, high]).toEqual([12.5, 62.5]);
  expect((25 - low) / (high - low)).toBe(0.25);
});

test('a range does not become narrower than numbers can tell apart', () => {
  const range = [1e15, 1e15 + 100] as const;
  expect(scaleRange(range, 1e15 + 50, 1e-6)).toEqual(range);
});

test('a pan moves what is in view by as much as the hand moved', () => {
  const zoom = panBy(plot, { left: left + 100, top: top + 20 }, { left: left + 50, top: top + 40 }, false);
  expect(Object.keys(zoom)).toEqual(['x']);
  expect(zoom.x![0] - plot.xAxis.low).toBeCloseTo(pixelToX(plot, left + 100) - pixelToX(plot, left + 50), 9);
  const both = panBy(plot, { left, top: top + 20 }, { left, top: top + 40 }, true);
  expect(both.x).toEqual([plot.xAxis.low, plot.xAxis.high]);
  expect(both.y![1]).toBeGreaterThan(plot.yAxis.high);
});

test('two fingers twice as far apart show half as much, around what they hold', () => {
  const at = (x: number) => ({ left: left + x, top: top + 50 });
  const held = pixelToX(plot, left + 100);
  const { x } = pinch(plot, [at(50), at(150)], [at(0), at(200)]);
  expect(x![1] - x![0]).toBeCloseTo((plot.xAxis.high - plot.xAxis.low) / 2, 9);
  const share = (held - x![0]) / (x![1] - x![0]);
  expect(share).toBeCloseTo(100 / plot.frame.width, 6);
});
