import { expect, test } from 'vitest';
import { dialectOf, findMistake } from './filter-draft.model.ts';

test.each([
  ['', undefined],
  ["params.lr = '1'", undefined],
  ['bert large', undefined],
  ['metrics.acc <> 1', 12],
  ['metrics.val/acc > 1', 0],
])('the mistake in %j begins at %s', (text, start) => {
  expect(findMistake(text)?.span.start).toBe(start);
});

test.each([
  ['', undefined],
  ['metrics.acc > 1', 'MLflow'],
  ['metrics.acc > 1 OR bert', 'extended'],
  ['metrics.acc >', undefined],
])('%j is understood by %s', (text, dialect) => {
  expect(dialectOf(text)).toBe(dialect);
});
