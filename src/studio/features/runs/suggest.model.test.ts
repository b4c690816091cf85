import { expect, test } from 'vitest';
import { findMistake } from './filter-draft.model.ts';
import { suggest } from './suggest.model.ts';

const known = {
  metric: [
    { key: 'val/loss', runs: 12 },
    { key: 'val/accuracy', runs: 10 },
    { key: 'acc', runs: 9 },
  ],
  parameter: [{ key: 'lr', runs: 12, kind: 'number' as const, examples: ['0.1', '0.01', '0.001'] }],
};

test.each([
  ['met', 'metrics.', 'metrics.'],
  ['metrics.lo', 'val/loss', 'metrics.`val/loss` '],
  ['val/acc', 'metrics.`val/accuracy`', 'metrics.`val/accuracy` '],
  ['metrics.val/acc', 'val/accuracy', 'metrics.`val/accuracy` '],
  ['bes', 'best(metrics.', 'best(metrics.'],
  ['best(metrics.ac', 'acc', 'best(metrics.acc '],
  ['metrics.acc ', '>', 'metrics.acc > '],
  ['status = ', "'FAILED'", "status = 'FAILED' "],
  ["status IN ('FAILED', ", "'KILLED'", "status IN ('FAILED', 'KILLED', "],
  ['metrics.acc > 1 ', 'OR', 'metrics.acc > 1 OR '],
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

test('keys are offered with how many runs have them and what they hold, the best fit first', () => {
  const offered = suggest('metrics.a', 9, known);
  expect(offered.map(({ label, runs }) => [label, runs])).toEqual([
    ['acc', 9],
    ['val/loss', 12],
    ['val/accuracy', 10],
  ]);
  expect(suggest('params.', 7, known)[0]).toMatchObject({ label: 'lr', note: 'number · 0.1 · 0.01' });
});

test('values that runs have are offered with their counts, in quotes that hold them', () => {
  const values = [
    { value: 'adam', runs: 7 },
    { value: "it's", runs: 1 },
  ];
  const offered = suggest('params.opt = ', 13, known, values);
  expect(offered.map(({ label, runs, text }) => [label, runs, text])).toEqual([
    ["'adam'", 7, "params.opt = 'adam' "],
    [`"it's"`, 1, `params.opt = "it's" `],
  ]);
});
