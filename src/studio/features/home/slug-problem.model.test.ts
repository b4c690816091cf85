import { expect, test } from 'vitest';
import { slugProblem } from './slug-problem.model.ts';

test.each([
  ['vision', undefined],
  ['v', 'At least 2 characters.'],
  ['Vision', /lower-case letters/],
  ['a--b', /single dashes/],
  ['api', 'This name is reserved.'],
  ['taken', /exists already/],
])('%s: %s', (slug, problem) => {
  const found = slugProblem(slug, ['taken']);
  if (problem instanceof RegExp) expect(found).toMatch(problem);
  else expect(found).toBe(problem);
});
