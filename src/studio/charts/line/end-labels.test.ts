import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { endNames, placeEndLabels, spread } from './end-labels.ts';
import { drawn } from './lines.suite.ts';

test('labels never overlap while there is room, keep their order and stay inside', () => {
  const places = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 8 });
  fc.assert(
    fc.property(places, (wanted) => {
      const sorted = wanted.toSorted((a, b) => a - b);
      const tops = spread(sorted, 0, 200);
      expect(tops).toHaveLength(sorted.length);
      for (const [index, top] of tops.entries()) {
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top).toBeLessThanOrEqual(200);
        if (index > 0) expect(top - tops[index - 1]!).toBeGreaterThanOrEqual(14.99);
      }
    }),
  );
});

test('what is apart already stays where it is', () => {
  expect(spread([10, 50, 100], 0, 200)).toEqual([10, 50, 100]);
});

test('one line, many lines and a narrow chart have no labels', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_none, index) => drawn(`run-${index}`, [1]));
  expect(endNames(lines(1), 600)).toEqual([]);
  expect(endNames(lines(9), 600)).toEqual([]);
  expect(endNames(lines(3), 300)).toEqual([]);
  expect(endNames(lines(3), 600)).toEqual(['run-0', 'run-1', 'run-2']);
});

test('labels come from top to bottom, the baseline bold; a line without an end has none', () => {
  const lines = [drawn('low', [1]), drawn('high', [2], { baseline: true }), drawn('gone', [NaN])];
  const frame = { left: 0, top: 0, width: 100, height: 100 };
  const labels = placeEndLabels(lines, ['low', 'high', 'gone'], [80, 20, NaN], frame);
  expect(labels.map(({ text, bold }) => [text, bold])).toEqual([
    ['high', true],
    ['low', false],
  ]);
});
