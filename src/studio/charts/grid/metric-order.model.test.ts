import { expect, test } from 'vitest';
import { orderMetrics } from './metric-order.model.ts';
import { holdOrder } from './use-held-order.ts';

const metric = (key: string, points = 10) => ({ key, points });

test('curves before single values, then what most runs have, then by name', () => {
  const runs = [
    { metrics: [metric('best', 1), metric('loss'), metric('layer10'), metric('layer2')] },
    { metrics: [metric('best', 1), metric('loss')] },
  ];
  expect(orderMetrics(runs)).toEqual(['loss', 'layer2', 'layer10', 'best']);
});

test('what is there keeps its place when more come or some go', () => {
  const held = ['b', 'a'];
  expect(holdOrder(held, ['a', 'b'])).toBe(held);
  expect(holdOrder(held, ['a', 'c', 'b'])).toEqual(['b', 'a', 'c']);
  expect(holdOrder(held, ['a'])).toEqual(['a']);
});
