import { expect, test } from 'vitest';
import { layOutColumns, moveColumn } from './column-layout.model.ts';
import { defaultColumns } from './default-columns.model.ts';
import { rowsBetween } from './runs-selection.model.ts';

test('a range of rows goes either way', () => {
  expect(rowsBetween(4, 2)).toEqual([2, 3, 4]);
  expect(rowsBetween(2, 2)).toEqual([2]);
});

test('columns lie side by side, and can be put elsewhere', () => {
  const choices = [
    { column: { kind: 'own', name: 'status' } as const, width: 100 },
    { column: { kind: 'metrics', key: 'a' } as const, width: 80 },
    { column: { kind: 'own', name: 'name' } as const, width: 200 },
  ];
  const { columns, width, name } = layOutColumns(choices, []);
  expect(columns.map(({ left }) => left)).toEqual([200, 300]);
  expect([name.width, width]).toEqual([200, 380]);
  const pinned = layOutColumns(choices, ['metrics.a']);
  expect(pinned.pinned.map(({ left }) => left)).toEqual([200]);
  expect(pinned.columns.map(({ left, position }) => [left, position])).toEqual([[280, 1]]);
  expect(pinned.leadWidth).toBe(280);
  expect(moveColumn(choices, 0, 2)).toEqual([choices[1], choices[2], choices[0]]);
  expect(moveColumn(choices, 2, -5)).toEqual([choices[2], choices[0], choices[1]]);
});

test('nobody is shown a parameter in which all runs agree, nor the machine unasked', () => {
  const run = (params: Record<string, string>) => ({
    runId: 'a',
    name: 'a',
    experimentId: '1',
    experimentName: 'x',
    status: 'FINISHED' as const,
    startedAtMs: 0,
    endedAtMs: 1,
    userId: 'ada',
    lifecycle: 'active' as const,
    deletedAtMs: null,
    parentRunId: null,
    mark: 1,
    colour: null,
    metrics: {},
    params,
    tags: {},
  });
  const columns = defaultColumns(
    {
      metrics: [{ key: 'system/cpu' }, { key: 'loss' }],
      params: [{ key: 'lr' }, { key: 'seed' }],
    },
    [run({ lr: '1', seed: '7' }), run({ lr: '2', seed: '7' })],
  );
  expect(columns).toContainEqual({ kind: 'metrics', key: 'loss' });
  expect(columns).toContainEqual({ kind: 'params', key: 'lr' });
  expect(columns).not.toContainEqual({ kind: 'params', key: 'seed' });
  expect(columns).not.toContainEqual({ kind: 'metrics', key: 'system/cpu' });
});
