import { expect, test } from 'vitest';
import { printTerm } from './filter/filter-print.ts';
import { fillNameTemplate, parseNameTemplate } from './run-name-template.ts';

const values: Readonly<Record<string, string | number>> = {
  run_name: 'old',
  'params.lr': '0.1',
  'min(metrics.loss)': 0.25,
};

test.each([
  ['plain', 'plain'],
  ['{name} again', 'old again'],
  ['{n}: lr={params.lr}', '7: lr=0.1'],
  ['{ min(metrics.loss) }', '0.25'],
  ['x{tags.nobody}', 'x'],
  ['{{n}}', '{7}'],
  ['open { only', 'open { only'],
  ['', ''],
])('%o', (template, expected) => {
  const name = fillNameTemplate(parseNameTemplate(template), 7, (term) => values[printTerm(term)]);
  expect(name).toBe(expected);
});

test.each(['{nope}', '{}', '{params.lr DESC}'])('%o is refused', (template) => {
  expect(() => parseNameTemplate(template)).toThrow(/./);
});
