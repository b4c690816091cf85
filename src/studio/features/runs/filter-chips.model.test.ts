import { printFilter } from '#domain/filter/filter-print.ts';
import { parseStudioFilter } from '#domain/filter/studio-parse.ts';
import { expect, test } from 'vitest';
import { type Chip, toChips, withNegated, withOtherJoiner, withoutPart } from './filter-chips.model.ts';

const text = "(params.a = 'x' OR params.a = 'y') AND NOT metrics.b > 1 AND bert";
const filter = parseStudioFilter(text);

function shown(chip: Chip): string {
  if (chip.kind === 'condition') return chip.text;
  return chip.kind === 'joiner' ? chip.word : { open: '(', close: ')', not: 'NOT' }[chip.kind];
}

function pathOf(label: string): readonly number[] {
  const chip = toChips(filter).find((each) => shown(each) === label);
  if (chip === undefined) throw new Error(`There is no chip ${label}.`);
  return chip.path;
}

test('a filter is laid out as it is read, each condition with its place in the text', () => {
  const chips = toChips(filter);
  expect(chips.map(shown).join(' ').replaceAll('( ', '(').replaceAll(' )', ')')).toBe(printFilter(filter));
  for (const chip of chips) {
    if (chip.kind === 'condition') expect(text.slice(chip.span?.start, chip.span?.end)).toBe(chip.text);
  }
});

test.each([
  ["params.a = 'y'", "params.a = 'x' AND NOT metrics.b > 1 AND bert"],
  ['metrics.b > 1', "(params.a = 'x' OR params.a = 'y') AND bert"],
  ['bert', "(params.a = 'x' OR params.a = 'y') AND NOT metrics.b > 1"],
])('without %s it is %s', (label, rest) => {
  expect(withoutPart(filter, pathOf(label))).toBe(rest);
});

test('the last condition taken away leaves nothing', () => {
  expect(withoutPart(parseStudioFilter('bert'), [0])).toBe('');
});

test('groups are joined the other way, and parts negated', () => {
  expect(withOtherJoiner(filter, pathOf('OR'))).toBe(
    "(params.a = 'x' AND params.a = 'y') AND NOT metrics.b > 1 AND bert",
  );
  expect(withOtherJoiner(filter, pathOf('AND'))).toBe(
    "(params.a = 'x' OR params.a = 'y') OR NOT metrics.b > 1 OR bert",
  );
  expect(withNegated(filter, pathOf('NOT'))).toContain(' AND metrics.b > 1 AND ');
  expect(withNegated(filter, pathOf('bert'))).toContain('AND NOT bert');
});
