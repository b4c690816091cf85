import { expect, test } from 'vitest';
import type { Column } from './column.model.ts';
import type { TableRow } from './fetch-rows.ts';
import { toCsv, toMarkdown } from './table-text.model.ts';

const run: TableRow = {
  runId: 'a1',
  name: '=cmd|"x"',
  experimentId: '1',
  experimentName: 'Default',
  status: 'FINISHED',
  startedAtMs: 0,
  endedAtMs: 1500,
  userId: 'ada',
  lifecycle: 'active',
  deletedAtMs: null,
  parentRunId: null,
  mark: 1,
  colour: null,
  metrics: { loss: 0.123456789 },
  params: { note: 'one\ntwo' },
  tags: {},
  values: { 'min(metrics.loss)': Number.NaN },
};
const columns: readonly Column[] = [
  { kind: 'metrics', key: 'loss' },
  { kind: 'metrics', key: 'loss', summary: 'min' },
  { kind: 'spark', key: 'loss' },
  { kind: 'params', key: 'note' },
];

test('Markdown keeps its cells apart, whatever they hold', () => {
  expect(toMarkdown([run], columns, 0).split('\n')).toEqual([
    '| Run | loss | loss, least | note |',
    '| --- | ---: | ---: | --- |',
    String.raw`| =cmd\|"x" | 0.123456789 | NaN | one two |`,
  ]);
});

test('CSV has values in full, quotes what it must, and is no formula', () => {
  expect(toCsv([run], columns, 0)).toBe(
    'name,metrics.loss,min(metrics.loss),params.note,id\r\n"\'=cmd|""x""",0.123456789,NaN,"one\ntwo",a1',
  );
});
