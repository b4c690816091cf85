import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from './pattern-matcher.ts';
import { parsePattern, PatternFailure } from './text-pattern.ts';

const finds = (pattern: string, text: string): boolean => createMatcher(parsePattern(pattern))(text);

describe('patterns', () => {
  it.each([
    ['bert|gpt', 'distilbert-base', true],
    ['bert|gpt', 'BERT', false],
    ['(?i)bert', 'BERT-large', true],
    ['(?i)[^a]', 'A', false],
    ['^bert', 'distilbert', false],
    ['bert$', 'distilbert', true],
    ['^$', '', true],
    ['', 'anything', true],
    ['\\bnet\\b', 'res net 50', true],
    ['\\bnet\\b', 'resnet', false],
    ['\\Bnet', 'resnet', true],
    ['^v\\d+(\\.\\d+){2}$', 'v1.20.3', true],
    ['^v\\d+(\\.\\d+){2}$', 'v1.20', false],
    ['^[a-f\\d]{8}$', '0a1b2c3d', true],
    ['[]x]', ']', true],
    ['[a\\-z]', '-', true],
    ['[\\D]', '5', false],
    ['a{,2}', 'a{,2}', true],
    ['^.$', '😀', true],
    ['^(a|ab)(c|bcd)$', 'abcd', true],
    ['a.*?b', 'a\nb', true],
    ['[😀-😂]', '😁', true],
  ])('%j in %j: %s', (pattern, text, wanted) => {
    expect(finds(pattern, text)).toBe(wanted);
  });

  it.each([
    ['(a', 0],
    ['a)', 1],
    ['[a', 0],
    ['*a', 0],
    ['a|+', 2],
    ['(?=a)', 1],
    ['(?<n>a)', 1],
    ['(a)\\1', 3],
    ['\\', 0],
    ['\\q', 0],
    ['[z-a]', 1],
    ['a{3,2}', 1],
    ['a{1000}', 1],
  ])('%j is refused at %i', (pattern, at) => {
    expect(() => parsePattern(pattern)).toThrow(expect.objectContaining({ name: 'PatternFailure', at }));
  });

  it('refuses what would be too large', () => {
    expect(() => createMatcher(parsePattern('((a{100}){100}){100}'))).toThrow(PatternFailure);
  });

  it.each(['(){200}{200}{200}{200}{200}', '(a{0}){200}{200}{200}', '(()|(){200}){200}{200}'])(
    'refuses %s, which takes long though it adds few steps',
    (pattern) => {
      expect(() => createMatcher(parsePattern(pattern))).toThrow(PatternFailure);
    },
  );

  it('takes an empty part that is repeated now and then', () => {
    expect(createMatcher(parsePattern('a(){100}{100}b'))('ab')).toBe(true);
  });

  const piece: fc.Arbitrary<string> = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\W', '^', '$', '\\b', '\\B', ' '),
      fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => a + b),
      fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(${a}|${b})`),
      fc
        .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{0,}'))
        .map(([a, count]) => `(?:${a})${count}`),
    ),
  })).pattern;

  it('find what the regular expressions of the language find', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '-'), maxLength: 8 });
    fc.assert(
      fc.property(piece, fc.boolean(), fc.array(text, { maxLength: 5 }), (pattern, ignoresCase, texts) => {
        const matches = createMatcher(parsePattern(`${ignoresCase ? '(?i)' : ''}${pattern}`));
        const expected = new RegExp(pattern, ignoresCase ? 'sui' : 'su');
        for (const each of texts) expect(matches(each)).toBe(expected.test(each));
      }),
      { numRuns: 2000 },
    );
  });

  it('give up on what passes through ever new states, rather than go on for minutes', () => {
    const matches = createMatcher(parsePattern('a([ab]{100}|[ab]{101}|[ab]{102})c'));
    let bits = 1;
    const next = (): string => {
      bits = (bits * 1_103_515_245 + 12_345) % 2_147_483_648;
      return bits > 1_073_741_824 ? 'a' : 'b';
    };
    const text = (): string => Array.from({ length: 2000 }, next).join('');
    expect(() => {
      for (let count = 0; count < 100; count += 1) matches(text());
    }).toThrow(PatternFailure);
  });

  it('share what work they may do', () => {
    const budget = { left: 10 };
    expect(createMatcher(parsePattern('abc'), budget)('xxab')).toBe(false);
    expect(() => createMatcher(parsePattern('abc'), budget)('xxab')).toThrow(PatternFailure);
  });

  it('look at each character once, also where others would never end', () => {
    const matches = createMatcher(parsePattern('^(a+)+$|(a|a)*c|(a|b)*a(a|b){12}c'));
    const text = `${'ab'.repeat(2000)}!`;
    let looks = 0;
    const counted = {
      get length() {
        return text.length;
      },
      codePointAt(at: number) {
        looks += 1;
        return text.codePointAt(at);
      },
    };
    expect(matches(counted)).toBe(false);
    expect(looks).toBe(text.length);
  });
});
