import { quantileOf, toRising } from './box.ts';

/** Where values lie how densely: what a violin's outline follows. */
export interface Density {
  /** Places, rising and evenly spread from the least to the greatest value. */
  readonly at: readonly number[];
  /** The density at each, as a share of the greatest: 0 to 1. */
  readonly share: readonly number[];
}

/**
 * Gaussian kernel density between the least and the greatest finite value, with Silverman's rule for the width.
 * `undefined` with fewer than three values or where all are the same: there is no curve to draw.
 * @param places how many places to look at
 */
export function estimateDensity(values: readonly number[], places = 48): Density | undefined {
  const rising = toRising(values);
  const [least = 0] = rising;
  const greatest = rising.at(-1) ?? 0;
  if (rising.length < 3 || least === greatest) return undefined;
  // All in units of the whole range, so that neither 1e308 nor 1e-308 leaves what a double holds.
  const units = rising
    .map((value) => value / 2 - least / 2)
    .map((value) => value / (greatest / 2 - least / 2));
  const width = kernelWidth(units);
  const at = Array.from({ length: places }, (_each, index) => index / (places - 1));
  const heights = at.map((place) => {
    let sum = 0;
    for (const unit of units) sum += Math.exp(-0.5 * ((place - unit) / width) ** 2);
    return sum;
  });
  const highest = Math.max(...heights);
  return {
    at: at.map((place) => least * (1 - place) + greatest * place),
    share: heights.map((height) => height / highest),
  };
}

function kernelWidth(rising: readonly number[]): number {
  const mean = rising.reduce((sum, value) => sum + value, 0) / rising.length;
  const variance = rising.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (rising.length - 1);
  const middle = (quantileOf(rising, 0.75) - quantileOf(rising, 0.25)) / 1.34;
  const deviation = Math.sqrt(variance);
  const spread = middle > 0 ? Math.min(deviation, middle) : deviation;
  // Never so thin that a place between two values sees neither.
  return Math.max(0.9 * spread * rising.length ** -0.2, 1e-3);
}
