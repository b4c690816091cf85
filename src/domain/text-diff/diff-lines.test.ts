import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DiffLine, diffLines } from './diff-lines.ts';

const short = { same: ' ', removed: '-', added: '+' } as const;
const show = (lines: readonly DiffLine[]) => lines.map(({ kind, text }) => `${short[kind]}${text}`);

test.each([
  ['nothing changed', 'a\nb', 'a\nb', [' a', ' b']],
  ['a line added', 'a\nc', 'a\nb\nc', [' a', '+b', ' c']],
  ['a line removed', 'a\nb\nc', 'a\nc', [' a', '-b', ' c']],
  ['a line changed', 'a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
  ['from nothing', '', 'a', ['-', '+a']],
  ['apart', 'a\nb\nc\nd\ne', 'b\nc\nx\ne\nf', ['-a', ' b', ' c', '-d', '+x', ' e', '+f']],
])('%s', (_name, before, after, shown) => expect(show(diffLines(before, after))).toEqual(shown));

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 30 });

test('the lines of either side are all there, in order', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const diff = diffLines(before.join('\n'), after.join('\n'));
      const side = (gone: DiffLine['kind']) =>
        diff.filter(({ kind }) => kind !== gone).map((line) => line.text);
      expect(side('added')).toEqual(before);
      expect(side('removed')).toEqual(after);
    }),
  );
});

test('no fewer lines could have changed', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      let common = b.map(() => 0);
      for (const line of a) {
        const row: number[] = [];
        for (const [at, other] of b.entries()) {
          const kept = line === other ? (common[at - 1] ?? 0) + 1 : 0;
          row.push(Math.max(kept, common[at] ?? 0, row[at - 1] ?? 0));
        }
        common = row;
      }
      const kept = diffLines(a.join('\n'), b.join('\n')).filter(({ kind }) => kind === 'same').length;
      expect(kept).toBe(common.at(-1));
    }),
  );
});

test('texts that have nothing in common are told as such, however long', () => {
  const [before, after] = ['x', 'y'].map((name) =>
    Array.from({ length: 3000 }, (_none, index) => `${name}${index}`).join('\n'),
  );
  const diff = diffLines(before ?? '', after ?? '');
  expect(diff.filter(({ kind }) => kind === 'removed')).toHaveLength(3000);
  expect(diff).toHaveLength(6000);
});
