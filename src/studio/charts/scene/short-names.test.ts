import { expect, test } from 'vitest';
import { shortenNames } from './short-names.ts';

test.each<[string[], number, string[]]>([
  [['a', 'b'], 5, ['a', 'b']],
  [['resnet-50-seed-1', 'resnet-50-seed-2'], 9, ['…1', '…2']],
  [['a very long name', 'short'], 8, ['a very …', 'short']],
  [['a very long name'], 8, ['a very …']],
  [['same-words-here', 'same-words-here'], 6, ['…here', '…here']],
])('%j in %d characters are %j', (names, most, short) => {
  expect(shortenNames(names, most)).toEqual(short);
});
