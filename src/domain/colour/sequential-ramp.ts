/** Stops of a ramp for amounts, from little to much; at every place 3:1 and more against the theme's surfaces. */
const ramps = {
  light: [
    [206, 112, 20],
    [190, 40, 106],
    [44, 36, 140],
  ],
  dark: [
    [120, 108, 226],
    [240, 132, 170],
    [255, 226, 140],
  ],
} as const;

/**
 * The colour of an amount as `#rrggbb`. Hue and lightness change together, so that it reads without colour vision too.
 * @param share 0, least, to 1; what lies outside takes the colour of the end
 */
export function rampColour(share: number, scheme: 'light' | 'dark'): string {
  const stops = ramps[scheme];
  const place = Math.min(1, Math.max(0, Number.isNaN(share) ? 0 : share)) * (stops.length - 1);
  const index = Math.min(stops.length - 2, Math.floor(place));
  const part = place - index;
  const hex = [0, 1, 2].map((channel) => {
    const from = stops[index]?.[channel] ?? 0;
    const to = stops[index + 1]?.[channel] ?? 0;
    return Math.round(from + (to - from) * part)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${hex.join('')}`;
}
