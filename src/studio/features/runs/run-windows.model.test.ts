import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from './column.model.ts';
import type { TableRow } from './fetch-rows.ts';
import { rowsInSight } from '#studio/ui/rows-in-sight.model.ts';
import {
  columnGroups,
  columnsAtOnce,
  groupsInSight,
  joinRows,
  windowsFor,
  windowSize,
} from './run-windows.model.ts';

test('every row in sight lies in a window that is asked for, and none lies outside the table', () => {
  const cases = fc.record({
    total: fc.nat(100_000),
    first: fc.nat(100_000),
    length: fc.integer({ min: 1, max: 250 }),
  });
  fc.assert(
    fc.property(cases, ({ total, first, length }) => {
      const last = first + length;
      const windows = windowsFor({ first, last }, total);
      expect(new Set(windows).size).toBe(windows.length);
      for (let row = first; row <= Math.min(last, total - 1); row += 1) {
        expect(windows).toContain(Math.floor(row / windowSize));
      }
      for (const window of windows) expect(window * windowSize).toBeLessThan(Math.max(1, total));
    }),
  );
});

const metrics = (count: number): readonly Column[] =>
  Array.from({ length: count }, (_none, index) => ({ kind: 'metrics', key: `m${index}` }));

test('keyed columns are asked for in groups, only those in sight and the first', () => {
  const columns = [{ kind: 'own', name: 'status' } as const, ...metrics(60)];
  const groups = columnGroups(columns);
  expect(groups.map((group) => group.length)).toEqual([columnsAtOnce, columnsAtOnce, 12]);
  expect(groupsInSight(columns, { first: 0, last: 10 })).toEqual([0]);
  expect(groupsInSight(columns, { first: 50, last: 60 })).toEqual([0, 2]);
});

test('without keyed columns the runs themselves are still asked for', () => {
  expect(columnGroups([])).toEqual([[]]);
  expect(groupsInSight([], { first: 0, last: 0 })).toEqual([0]);
});

const row = (runId: string, values: Record<string, number>): TableRow => ({
  runId,
  name: runId,
  experimentId: '1',
  experimentName: 'Default',
  status: 'FINISHED',
  startedAtMs: 0,
  endedAtMs: 1,
  userId: 'ada',
  lifecycle: 'active',
  deletedAtMs: null,
  parentRunId: null,
  mark: 1,
  colour: null,
  metrics: values,
  params: {},
  tags: {},
  values: {},
});

test('parts of a row are joined, those of another run left out', () => {
  expect(joinRows([row('a', { x: 1 }), row('a', { y: 2 }), row('b', { z: 3 })])?.metrics).toEqual({
    x: 1,
    y: 2,
  });
  expect(joinRows([row('a', { x: 1 }), undefined])?.metrics).toEqual({ x: 1 });
  expect(joinRows([undefined, row('a', { x: 1 })])).toBeUndefined();
  expect(joinRows([])).toBeUndefined();
});

test('every row that the viewport shows is drawn, and few others', () => {
  const cases = fc.record({
    scrolled: fc.integer({ min: 0, max: 4_000_000 }),
    viewport: fc.integer({ min: 100, max: 3000 }),
    rowHeight: fc.constantFrom(32, 40, 44, 72),
  });
  fc.assert(
    fc.property(cases, ({ scrolled, viewport, rowHeight }) => {
      const { first, last } = rowsInSight(scrolled, viewport, rowHeight);
      expect(first).toBeLessThanOrEqual(Math.floor(scrolled / rowHeight));
      expect(last).toBeGreaterThanOrEqual(Math.floor((scrolled + viewport) / rowHeight));
      expect(last - first).toBeLessThan(viewport / rowHeight + 36);
    }),
  );
});
