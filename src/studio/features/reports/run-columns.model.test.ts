import { expect, test } from 'vitest';
import { toColumns, toOrderBy, toTerms } from './run-columns.model.ts';

test('columns of views and blocks are asked for as the server reads them', () => {
  const ids = [
    'name',
    'metrics.val loss',
    'min(metrics.a/b)',
    'at(metrics.x, y, 100)',
    'params.lr',
    'tags.a.b',
    'spark(metrics.loss)',
    'median(metrics.loss)',
    'metrics.',
  ];
  const columns = toColumns(ids);
  expect(toTerms(columns)).toEqual([
    'metrics.`val loss`',
    'min(metrics.`a/b`)',
    'at(metrics.`x, y`, 100)',
    'params.lr',
    'tags.a.b',
  ]);
  expect(columns.map(({ heading }) => heading)).toEqual([
    'val loss',
    'a/b, min',
    'x, y, at 100',
    'lr',
    'a.b',
  ]);
});

test('so are orders', () => {
  expect(toOrderBy(['-best(metrics.acc)', 'started', 'nothing', '-params.lr'])).toEqual([
    'best(metrics.acc) DESC',
    'start_time',
    'params.lr DESC',
  ]);
});
