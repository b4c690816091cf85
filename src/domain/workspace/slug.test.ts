import { workspaceSlug } from '#contract/workspaces.ts';
import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { toSlug } from './slug.ts';

test.each([
  ['Vision', 'vision'],
  ['  Vision Team (EU)  ', 'vision-team-eu'],
  ['Größe & Ausschuß', 'grosse-ausschuss'],
  ['Crème brûlée №7', 'creme-brulee-no7'],
  ['--a--b--', 'a-b'],
  ['視覚', ''],
  [`${'x'.repeat(62)} y`, 'x'.repeat(62)],
])('%s becomes %s', (name, slug) => {
  expect(toSlug(name)).toBe(slug);
});

test('whatever the name, the slug is one a workspace may have, or too short or reserved', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 80 }), (name) => {
      const slug = toSlug(name);
      const reserved = ['workspaces', 'api', 'ajax-api', 'static-files'].includes(slug);
      return workspaceSlug.safeParse(slug).success === (slug.length >= 2 && !reserved);
    }),
  );
});

test('a slug is its own slug', () => {
  assert(property(string({ unit: 'grapheme' }), (name) => toSlug(toSlug(name)) === toSlug(name)));
});
