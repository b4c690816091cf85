import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { guessEncoding } from './text-preview.ts';

it.each([
  ['plain text', 'hello\n\tworld\r\n', 'utf-8'],
  ['nothing', '', 'utf-8'],
  ['colours of a terminal', '\u001b[31mred\u001b[0m', 'utf-8'],
  ['a NUL', 'a\0b', undefined],
  ['a control character', 'a\u0001b', undefined],
])('%s', (_what, text, expected) => {
  expect(guessEncoding(Buffer.from(text), false)).toBe(expected);
});

it.each([
  ['a byte of Latin-1', [0x67, 0xf6, 0x67]],
  ['an overlong slash', [0xc0, 0xaf]],
  ['a lone continuation', [0x80]],
  ['a lead that is none', [0xf5, 0x80, 0x80, 0x80]],
])('%s is no text', (_what, bytes) => {
  expect(guessEncoding(new Uint8Array(bytes), true)).toBeUndefined();
});

it('takes all text, and its beginnings wherever they are cut', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((each) => !/\p{Cc}/u.test(each));
  fc.assert(
    fc.property(text, fc.nat(), (whole, at) => {
      const bytes = Buffer.from(whole);
      const cut = bytes.subarray(0, bytes.length === 0 ? 0 : at % bytes.length);
      expect(guessEncoding(bytes, false)).toBe('utf-8');
      expect(guessEncoding(cut, true)).toBe('utf-8');
    }),
  );
});
