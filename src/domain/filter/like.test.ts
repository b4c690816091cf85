import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchesLike } from './like.ts';

it.each([
  ['abc', 'abc', true],
  ['abc', 'ABC', false],
  ['abc', 'a%', true],
  ['abc', '%c', true],
  ['abc', 'a_c', true],
  ['abc', 'a_', false],
  ['', '%', true],
  ['', '_', false],
  ['a.c', 'a.c', true],
  ['axc', 'a.c', false],
  ['😀', '_', true],
])('%j LIKE %j is %j', (text, pattern, wanted) => {
  expect(matchesLike(text, pattern)).toBe(wanted);
});

it('agrees with the regular expression of the same meaning', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', '%', '_'), maxLength: 8 });
  fc.assert(
    fc.property(short, short, (text, pattern) => {
      const source = pattern.replaceAll('%', '[^]*').replaceAll('_', '[^]');
      expect(matchesLike(text, pattern)).toBe(new RegExp(`^${source}$`).test(text));
    }),
  );
});
