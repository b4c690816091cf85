import { expect, test } from 'vitest';
import type { Column } from './column.model.ts';
import { withNewColumns } from './default-columns.model.ts';

const status: Column = { kind: 'own', name: 'status' };
const metric = (key: string): Column => ({ kind: 'metrics', key });
const param = (key: string): Column => ({ kind: 'params', key });

test('what is shown keeps its place, what is new comes behind it', () => {
  expect(withNewColumns([status, metric('b')], [status, metric('a'), metric('b'), param('lr')])).toEqual([
    status,
    metric('b'),
    metric('a'),
    param('lr'),
  ]);
});

test('no more come than there is room for', () => {
  const before = ['a', 'b', 'c', 'd'].map(metric);
  expect(withNewColumns(before, [metric('x'), metric('y')])).toEqual([...before, metric('x')]);
  const full = [...before, metric('e')];
  expect(withNewColumns(full, [metric('x')])).toBe(full);
});
