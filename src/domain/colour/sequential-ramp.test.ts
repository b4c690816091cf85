import { describe, expect, it } from 'vitest';
import { contrastRatio, parseHex, toLuminance } from './contrast.ts';
import { rampColour } from './sequential-ramp.ts';

/** Every surface a mark may lie on: see studio/ui/tokens.css. */
const surfaces = { light: ['#fcfcfb', '#ffffff'], dark: ['#141517', '#1d1f22'] } as const;
const shares = Array.from({ length: 21 }, (_each, index) => index / 20);

describe.each(['light', 'dark'] as const)('the ramp on the %s theme', (scheme) => {
  it.each(shares)('stands out from every surface at %d', (share) => {
    for (const surface of surfaces[scheme]) {
      expect(contrastRatio(rampColour(share, scheme), surface)).toBeGreaterThanOrEqual(3);
    }
  });

  it('goes one way in lightness, so that it reads without colour', () => {
    const lightness = shares.map((share) => toLuminance(parseHex(rampColour(share, scheme))));
    const sorted = lightness.toSorted((a, b) => (scheme === 'light' ? b - a : a - b));
    expect(lightness).toEqual(sorted);
  });

  it('ends where it ends', () => {
    expect(rampColour(-5, scheme)).toBe(rampColour(0, scheme));
    expect(rampColour(7, scheme)).toBe(rampColour(1, scheme));
    expect(rampColour(Number.NaN, scheme)).toBe(rampColour(0, scheme));
  });
});
