/** A set of numbers as a box plot draws it. */
export interface Box {
  /** Finite values; the others are not in it. */
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  /** The least and greatest value within 1.5 times the box's height of it (Tukey 1977). */
  readonly lowerWhisker: number;
  readonly upperWhisker: number;
  /** What lies beyond the whiskers, rising. */
  readonly outliers: readonly number[];
}

/** `undefined` without a finite value. */
export function toBox(values: readonly number[]): Box | undefined {
  const rising = toRising(values);
  if (rising.length === 0) return undefined;
  const lowerQuartile = quantileOf(rising, 0.25);
  const upperQuartile = quantileOf(rising, 0.75);
  const reach = 1.5 * (upperQuartile - lowerQuartile);
  const inside = rising.filter((value) => value >= lowerQuartile - reach && value <= upperQuartile + reach);
  const [lowerWhisker = lowerQuartile] = inside;
  return {
    count: rising.length,
    mean: rising.reduce((sum, value) => sum + value / rising.length, 0),
    median: quantileOf(rising, 0.5),
    lowerQuartile,
    upperQuartile,
    lowerWhisker,
    upperWhisker: inside.at(-1) ?? upperQuartile,
    outliers: rising.filter((value) => value < lowerQuartile - reach || value > upperQuartile + reach),
  };
}

/** The finite ones, rising. */
export function toRising(values: readonly number[]): readonly number[] {
  return values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
}

/**
 * The value below which a share of the rising values lies, between neighbours in a straight line (type 7 of Hyndman
 * and Fan 1996, as numpy does); NaN of none.
 * @param share 0 to 1
 */
export function quantileOf(rising: readonly number[], share: number): number {
  const place = (rising.length - 1) * share;
  const below = rising[Math.floor(place)] ?? Number.NaN;
  const above = rising[Math.ceil(place)] ?? Number.NaN;
  const part = place - Math.floor(place);
  // In this form two huge neighbours of opposite sign do not overflow.
  return below * (1 - part) + above * part;
}
