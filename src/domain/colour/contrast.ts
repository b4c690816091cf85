/** Linear-light red, green and blue, each 0 to 1. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

/** Reads `#rrggbb`. */
export function parseHex(hex: string): LinearRgb {
  if (!/^#[\da-f]{6}$/i.test(hex)) throw new RangeError(`Not a colour as #rrggbb: ${hex}`);
  const channel = (start: number): number => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Relative luminance as WCAG defines it, 0 (black) to 1 (white). */
export function toLuminance([red, green, blue]: LinearRgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast as WCAG defines it, 1 to 21. Lines and marks need 3, text 4.5. */
export function contrastRatio(first: string, second: string): number {
  const [a, b] = [toLuminance(parseHex(first)), toLuminance(parseHex(second))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
