import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepTarget } from './request-target.ts';

it.each([
  ['/a/b?c=../d', '/a/b?c=../d'],
  ['/a/../b', '/a/%252e%252e/b'],
  ['/a/..', '/a/%252e%252e'],
  ['/./a', '/%252e/a'],
  ['/a/%2e%2E/b', '/a/%252e%252e/b'],
  ['/a/.%2e/b?x', '/a/%252e%252e/b?x'],
  ['/a\\..\\b', '/a%5C..%5Cb'],
  ['/a#b', '/a%23b'],
  ['/..a/b../...', '/..a/b../...'],
  ['/a..#/../b', '/a..%23/%252e%252e/b'],
])('%s reaches the server as %s', (target, kept) => {
  expect(keepTarget(target)).toBe(kept);
});

it('comes through a URL parser unchanged', () => {
  const piece = fc.constantFrom('/', '.', '..', '%2e', '\\', '#', 'a', '?', '%2F');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const kept = keepTarget(`/${pieces.join('')}`);
      fc.pre(!kept.startsWith('//'));
      const url = new URL(`http://h${kept}`);
      expect(url.pathname).toBe(kept.split('?', 1)[0]);
    }),
  );
});
