import { expect, test } from 'vitest';
import { drawn } from '../line/lines.suite.ts';
import { toCsv, toCsvText, toMarkdown, toPython } from './line-text.ts';

test('CSV has every point with every digit, and names are quoted where they must be', () => {
  const lines = [drawn('a', [0.1, 1 / 3], { name: 'x, "y"' }), drawn('b', [5])];
  expect(toCsv(lines, 'step', 'loss')).toBe(
    [
      'run_id,run_name,step,loss',
      'a,"x, ""y""",0,0.1',
      'b,b,0,5',
      'a,"x, ""y""",1,0.3333333333333333',
      '',
    ].join('\r\n'),
  );
});

test('a smoothed line tells what was logged and what is drawn', () => {
  const text = toCsv([drawn('a', [0, 3], { smoothing: 0.5 })], 'step', 'loss');
  expect(text.split('\r\n')[0]).toBe('run_id,run_name,step,loss,loss (drawn)');
  expect(text.split('\r\n')[2]).toBe('a,a,1,3,2');
});

test.each([
  ['=1+1', `'=1+1`],
  ['-cmd', `'-cmd`],
  ['-5', '-5'],
  ['-Infinity', '-Infinity'],
  ['a\nb', '"a\nb"'],
])('a cell of %j is written as %j', (cell, written) => {
  expect(toCsvText([[cell]])).toBe(`${written}\r\n`);
});

test('Markdown has a row for each run, whatever its name', () => {
  expect(toMarkdown([drawn('a', [3, NaN, 1, 2], { name: 'a|b <i>' }), drawn('b', [NaN])], 'loss')).toBe(
    [
      '| Run | loss (last) | min | max |',
      '| --- | ---: | ---: | ---: |',
      '| a\\|b &lt;i> | 2 | 1 | 3 |',
      '| b |  |  |  |',
      '',
    ].join('\n'),
  );
});

test('Python quotes what it is given', () => {
  const text = toPython([drawn('a', [1], { name: 'it"s\n' })], 'lo"ss', 'http://x/ws/default');
  expect(text).toContain('    "a": "it\\"s\\n",');
  expect(text).toContain('get_metric_history(run_id, "lo\\"ss")');
});
