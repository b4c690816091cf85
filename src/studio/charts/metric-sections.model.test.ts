import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSections } from './metric-sections.model.ts';

test('sections by prefix, general ones first, the system last, numbers in their order', () => {
  const keys = ['system/cpu', 'val/loss', 'loss', 'val/acc', 'layer10', 'layer2', 'a/b/c', '/odd'];
  expect(toSections(keys, '')).toEqual([
    { prefix: '', keys: ['/odd', 'layer2', 'layer10', 'loss'] },
    { prefix: 'a', keys: ['a/b/c'] },
    { prefix: 'val', keys: ['val/acc', 'val/loss'] },
    { prefix: 'system', keys: ['system/cpu'] },
  ]);
});

test('few metrics are one section, in the same order', () => {
  expect(toSections(['val/loss', 'system/cpu', 'loss'], '')).toEqual([
    { prefix: '', keys: ['loss', 'val/loss', 'system/cpu'] },
  ]);
  expect(toSections(['loss'], 'acc')).toEqual([]);
});

test('the search looks anywhere in the key, in either case', () => {
  expect(toSections(['val/Loss', 'val/acc', 'loss'], ' LOSS ').flatMap((section) => section.keys)).toEqual([
    'loss',
    'val/Loss',
  ]);
});

test('without a search every key is in exactly one section', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ maxLength: 12 })), (keys) => {
      const placed = toSections(keys, '').flatMap((section) => section.keys);
      expect(placed.toSorted()).toEqual(keys.toSorted());
    }),
  );
});
