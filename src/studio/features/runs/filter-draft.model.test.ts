import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asNameSearch, findMistake, suggest } from './filter-draft.model.ts';
import { statusOf, withStatus } from './status-facet.model.ts';

const known = {
  metric: [
    { key: 'val/loss', runs: 12 },
    { key: 'acc', runs: 9 },
  ],
};

test.each([
  ['met', 'metrics.', 'metrics.'],
  ['metrics.lo', 'val/loss', 'metrics.`val/loss` '],
  ['metrics.acc ', '>', 'metrics.acc > '],
  ['status = ', 'FAILED', "status = 'FAILED' "],
  ['metrics.acc > 1 ', 'AND', 'metrics.acc > 1 AND '],
])('behind %j comes %s', (text, label, whole) => {
  const found = suggest(text, text.length, known).find((each) => each.label === label);
  expect(found?.text).toBe(whole);
  expect(found?.cursor).toBe(whole.length);
});

test('a whole filter can be put together from suggestions alone, and is one', () => {
  let text = '';
  for (const label of ['metrics.', 'val/loss', '<=']) {
    text = suggest(text, text.length, known).find((each) => each.label === label)?.text ?? 'not offered';
  }
  expect(findMistake(`${text}0.5`)).toBeUndefined();
});

test('keys are offered with how many runs have them, the best fit first', () => {
  const offered = suggest('metrics.a', 9, known);
  expect(offered.map(({ label, runs }) => [label, runs])).toEqual([
    ['acc', 9],
    ['val/loss', 12],
  ]);
});

test.each([
  ['', undefined],
  ["params.lr = '1'", undefined],
  ['metrics.acc <> 1', 12],
])('the mistake in %j begins at %s', (text, start) => {
  expect(findMistake(text)?.span.start).toBe(start);
});

test('plain words are a search of names; a filter is not', () => {
  expect(asNameSearch(' bert large ')).toBe("run_name ILIKE '%bert large%'");
  expect(asNameSearch('metrics.acc > 1')).toBeUndefined();
  expect(asNameSearch('')).toBeUndefined();
});

test('words as a search of names are always a filter', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w\-. ]{1,20}$/), (words) => {
      const meant = asNameSearch(words);
      expect(meant === undefined || findMistake(meant) === undefined).toBe(true);
    }),
  );
});

test('a status is put in, exchanged and taken out, and the rest of the filter stays', () => {
  const failed = withStatus("params.lr = '1'", 'FAILED') ?? '';
  expect(failed).toBe("params.lr = '1' AND status = 'FAILED'");
  expect(statusOf(failed)).toBe('FAILED');
  expect(withStatus(failed, 'RUNNING')).toBe("params.lr = '1' AND status = 'RUNNING'");
  expect(withStatus(failed, undefined)).toBe("params.lr = '1'");
  expect(withStatus('not a filter', 'FAILED')).toBeUndefined();
});
