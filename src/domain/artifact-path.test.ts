import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkArtifactPath,
  decodeArtifactPath,
  encodeArtifactPath,
  foldersAbove,
  splitArtifactPath,
} from './artifact-path.ts';

const taken: readonly (readonly [encoded: string, path: string])[] = [
  ['0/abc/artifacts/model/MLmodel', '0/abc/artifacts/model/MLmodel'],
  ['a/b%20c.txt', 'a/b c.txt'],
  ['%E6%8C%87%E6%A0%87.png', '指标.png'],
  ['100%25.txt', '100%.txt'],
  ['a%2520b', 'a%20b'],
  ['%2Fetc/passwd', 'etc/passwd'],
  ['a/', 'a'],
  ['..a/b..', '..a/b..'],
  ['...', '...'],
  ['a:b.txt', 'a:b.txt'],
  ['profile:x/y', 'profile:x/y'],
];

const refused: readonly string[] = [
  '',
  '/',
  '..',
  '../x',
  'a/../b',
  'a/..',
  '%2e%2e/x',
  '%2E%2e%2Fx',
  'a%2f..%2fb',
  '%252e%252e/x',
  '%25252e%25252e%25252fx',
  '.',
  'a/./b',
  'a//b',
  'a/%2Fb',
  '..%5Cx',
  'a%5C..%5Cb',
  'a\\b',
  '%255cserver%255cshare',
  'C:/x',
  '0/run/artifacts/C:/x',
  '0/run/artifacts/c%3A',
  '0/run/artifacts/file:x',
  'c:',
  'C%3A%2Fx',
  'C:\\x',
  'file:/etc/passwd',
  'FILE:///etc/passwd',
  '%66ile:%2Fx',
  'a%00b',
  'a%2500b',
  'a%0Ab',
  'a%23b',
  'a%2523b',
  'a%3Fb',
  'a#/../b',
  'a?/../b',
  '%c0%ae%c0%ae/x',
  '%ff',
  '%zz',
  '100%',
  `${'a/'.repeat(2049)}b`,
  'x'.repeat(20_000),
];

describe('artifact paths', () => {
  it.each(taken)('takes %s as %s', (encoded, path) => {
    expect(decodeArtifactPath(encoded)).toBe(path);
  });

  it.each(refused)('refuses %s', (encoded) => {
    expect(decodeArtifactPath(encoded)).toBeUndefined();
  });

  it.each(['/etc/passwd', '../x', 'a\0b', '\uD800', 'C:/x'])('refuses the plain text %j', (text) => {
    expect(checkArtifactPath(text)).toBeUndefined();
  });

  it('never lets through a path that climbs, however often a reader decodes it', () => {
    const piece = fc.constantFrom('..', '.', '/', '%2e', '%2F', '%25', '2e', '5c', '%', '\\', 'a', '\0', ':');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        let path = decodeArtifactPath(pieces.join(''));
        while (path !== undefined) {
          const segments = path.split(/[/\\]/);
          expect(segments).not.toContain('..');
          expect(path.startsWith('/')).toBe(false);
          const again = decodeLeniently(path);
          if (again === path) return;
          path = again;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives back every name it takes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { minLength: 1 }),
        (names) => {
          const path = checkArtifactPath(names.join('/'));
          fc.pre(path !== undefined);
          expect(decodeArtifactPath(encodeArtifactPath(path))).toBe(path);
          const { folder, name } = splitArtifactPath(path);
          expect(folder === '' ? name : `${folder}/${name}`).toBe(path);
          expect(foldersAbove(path).at(-1) ?? '').toBe(folder);
        },
      ),
    );
  });
});

function decodeLeniently(path: string): string {
  return path.replaceAll(/%([0-7][\da-f])/gi, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
