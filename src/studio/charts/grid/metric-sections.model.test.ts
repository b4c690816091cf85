import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { matcherOf, toSections } from './metric-sections.model.ts';

const usual = { search: '', pins: [], moves: new Map<string, number>() };

test('sections by prefix, general ones first, the system last, each in the order given', () => {
  const keys = ['system/cpu', 'val/loss', 'loss', 'val/acc', 'layer10', 'layer2', 'a/b/c', '/odd'];
  expect(toSections(keys, usual)).toEqual([
    { prefix: '', keys: ['loss', 'layer10', 'layer2', '/odd'] },
    { prefix: 'a', keys: ['a/b/c'] },
    { prefix: 'val', keys: ['val/loss', 'val/acc'] },
    { prefix: 'system', keys: ['system/cpu'] },
  ]);
});

test('few metrics are one section, in the order of their sections', () => {
  expect(toSections(['val/loss', 'system/cpu', 'loss'], usual)).toEqual([
    { prefix: '', keys: ['loss', 'val/loss', 'system/cpu'] },
  ]);
  expect(toSections(['loss'], { ...usual, search: 'acc' })).toEqual([]);
});

test('pinned ones come first, in their order, and nowhere else', () => {
  const pins = ['val/acc', 'gone', 'loss'];
  expect(toSections(['loss', 'val/loss', 'val/acc'], { ...usual, pins })).toEqual([
    { prefix: '', keys: ['val/acc', 'loss'], pinned: true },
    { prefix: '', keys: ['val/loss'] },
  ]);
});

test('moved ones lie where they were put', () => {
  const moves = new Map([
    ['c', 0],
    ['a', 9],
  ]);
  expect(toSections(['a', 'b', 'c', 'd'], { ...usual, moves })[0]?.keys).toEqual(['c', 'b', 'd', 'a']);
});

test.each([
  ['LOSS ', ['loss', 'val/Loss']],
  ['^loss', ['loss']],
  ['loss|acc', ['loss', 'val/acc', 'val/Loss']],
  ['(half', ['weights (half)']],
  ['a.c', []],
])('a search for %j finds %j', (search, found) => {
  const keys = ['loss', 'val/acc', 'val/Loss', 'weights (half)'];
  expect(keys.filter(matcherOf(search))).toEqual(found);
});

test('without a search every key is in exactly one section', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ maxLength: 12 })), fc.array(fc.string()), (keys, pins) => {
      const moves = new Map(keys.slice(0, 3).map((key, index) => [key, index * 5]));
      const placed = toSections(keys, { search: '', pins: [...new Set(pins)], moves });
      expect(placed.flatMap((section) => section.keys).toSorted()).toEqual(keys.toSorted());
    }),
  );
});
