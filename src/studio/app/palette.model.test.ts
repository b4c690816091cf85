import { expect, test } from 'vitest';
import { rankEntries, toNameFilter, type PaletteEntry } from './palette.model.ts';

const entry = (group: PaletteEntry['group'], label: string, detail?: string): PaletteEntry => ({
  id: label,
  group,
  label,
  run: () => undefined,
  ...(detail === undefined ? {} : { detail }),
});

const entries = [
  entry('Pages', 'Runs'),
  entry('Pages', 'Compare'),
  entry('Workspaces', 'Vision', 'vision-eu'),
  entry('Workspaces', 'Churn', 'churn'),
  entry('Actions', 'Create workspace'),
];

test.each([
  ['', ['Runs', 'Compare', 'Vision', 'Churn', 'Create workspace']],
  ['run', ['Runs']],
  ['eu', ['Vision']],
  ['c', ['Compare', 'Churn', 'Create workspace']],
  ['work', ['Create workspace']],
  ['space create', ['Create workspace']],
  ['zzz', []],
])('"%s" finds %j', (typed, labels) => {
  expect(rankEntries(entries, typed).map((each) => each.label)).toEqual(labels);
});

test('a quote in a run’s name stays inside the filter’s text', () => {
  expect(toNameFilter("ada's")).toBe("attributes.run_name ILIKE '%ada''s%'");
});
