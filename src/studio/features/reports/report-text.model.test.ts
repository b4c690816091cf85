import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReportBlock } from './report-block.model.ts';
import { insertBlock, splitReport, writeReportBlock } from './report-text.model.ts';

const kinds = (text: string) => splitReport(text).map(({ kind, text: inside }) => [kind, inside]);

describe('a report is split into prose and blocks', () => {
  test.each([
    ['nothing', '', []],
    ['prose alone', '# Hello', [['prose', '# Hello']]],
    [
      'a block in the middle',
      'before\n```atelier\nshow: runs\n```\nafter',
      [
        ['prose', 'before\n'],
        ['block', 'show: runs\n'],
        ['prose', 'after'],
      ],
    ],
    ['a fence of code', '```yaml\nshow: runs\n```\n', [['prose', '```yaml\nshow: runs\n```\n']]],
    [
      'a fence in a fence',
      '````\n```atelier\nx\n```\n````\n',
      [['prose', '````\n```atelier\nx\n```\n````\n']],
    ],
    ['a block that is not closed', '```atelier\nshow: runs', [['block', 'show: runs']]],
    [
      'two blocks without prose between',
      '```atelier\na\n```\n~~~atelier\nb\n~~~',
      [
        ['block', 'a\n'],
        ['block', 'b\n'],
      ],
    ],
  ])('%s', (_name, text, parts) => expect(kinds(text)).toEqual(parts));

  test('no character is lost, whatever is written', () => {
    const piece = fc.constantFrom('```', '```atelier', '~~~', '\n', 'x', '    ```', '````', '`');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const parts = splitReport(text);
        expect(parts.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
      }),
    );
  });
});

describe('a block', () => {
  test('is read with what is usual', () => {
    expect(parseReportBlock('show: chart\nmetric: val/loss\nruns: [a, 12]')).toEqual({
      show: 'chart',
      metric: 'val/loss',
      runs: ['a', '12'],
      x: 'step',
      smoothing: 0,
      log: false,
    });
    expect(parseReportBlock('{"show": "runs", "limit": 3}')).toEqual({ show: 'runs', limit: 3 });
  });

  test.each([
    ['nothing', '', /^Say what to show/],
    ['something else', 'show: cake', /^Say what to show/],
    ['no YAML', 'a: [', /./],
    ['a chart of no metric', 'show: chart', /^metric is missing/],
    ['a word that is not known', 'show: runs\ncolour: red', /colour/],
    ['too many runs', 'show: runs\nlimit: 1000', /^limit: /],
  ])('that is wrong says what is: %s', (_name, text, message) => {
    expect(parseReportBlock(text)).toMatch(message);
  });

  test('comes back as it was written', () => {
    const block = { show: 'chart', metric: 'a: "b"\n```', runs: ['1', '2e3'], x: undefined };
    const [part] = splitReport(writeReportBlock({ ...block, metric: 'a: "b"' }));
    expect(parseReportBlock(part?.text ?? '')).toMatchObject({ metric: 'a: "b"', runs: ['1', '2e3'] });
  });

  test('is put where the cursor is, with lines around it', () => {
    expect(insertBlock('ab', 1, 'X\n')).toEqual({ text: 'a\n\nX\n\nb', end: 5 });
    expect(insertBlock('', 0, 'X\n').text).toBe('X\n');
    expect(insertBlock('a\n\n', 3, 'X\n').text).toBe('a\n\nX\n');
  });
});
