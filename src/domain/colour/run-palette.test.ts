import { describe, expect, test } from 'vitest';
import { contrastRatio, parseHex } from './contrast.ts';
import { colourDistance, seenWith, type Vision } from './perceived-colour.ts';
import { runPalette } from './run-palette.ts';

/** Every surface a line may lie on: see studio/ui/tokens.css. */
const surfaces = {
  light: ['#fcfcfb', '#ffffff', '#f4f4f1', '#f0f0ed', '#e8ecfb'],
  dark: ['#141517', '#101113', '#1d1f22', '#202327', '#242c4a'],
} as const;

test('contrast is as WCAG computes it', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  expect(contrastRatio('#336699', '#336699')).toBe(1);
  expect(() => parseHex('red')).toThrow(RangeError);
});

test('there are at least twelve hues', () => {
  expect(runPalette.length).toBeGreaterThanOrEqual(12);
});

describe.each(['light', 'dark'] as const)('on the %s theme', (theme) => {
  test.each(runPalette.map((each) => each[theme]))('%s stands out from every surface', (colour) => {
    for (const surface of surfaces[theme]) {
      expect(contrastRatio(colour, surface), `${colour} on ${surface}`).toBeGreaterThanOrEqual(3);
    }
  });

  // Just noticeable is 0.02: the palette keeps a multiple of that between any two of its colours.
  test.each<[Vision, number]>([
    ['full', 0.08],
    ['protan', 0.055],
    ['deutan', 0.055],
    ['tritan', 0.05],
  ])('any two differ for %s vision', (vision, least) => {
    const seen = runPalette.map((each) => seenWith(vision, parseHex(each[theme])));
    for (const [index, one] of seen.entries()) {
      for (const other of seen.slice(0, index)) {
        expect(colourDistance(one, other)).toBeGreaterThanOrEqual(least);
      }
    }
  });
});
