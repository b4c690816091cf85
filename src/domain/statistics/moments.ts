/** What a sample says about the values it was drawn from. */
export interface Moments {
  /** How many values there are. */
  readonly n: number;
  /** NaN without values. */
  readonly mean: number;
  /** Of the sample (divided by n − 1); NaN under two values. */
  readonly variance: number;
}

/** Mean and variance of the finite values in one pass (Welford), so that large values lose no digits. */
export function momentsOf(values: Iterable<number>): Moments {
  let n = 0;
  let mean = 0;
  let squares = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    n += 1;
    // Halves first: the distance of 1e308 and −1e308 is beyond what a number holds, their mean is not.
    const step = value / n - mean / n;
    const before = value - mean;
    mean += step;
    squares += before * (value - mean);
  }
  return { n, mean: n === 0 ? NaN : mean, variance: n < 2 ? NaN : Math.max(0, squares / (n - 1)) };
}

/** Standard deviation of the sample; NaN under two values. */
export function deviationOf({ variance }: Moments): number {
  return Math.sqrt(variance);
}

/** Standard error of the mean; NaN under two values. */
export function standardErrorOf({ n, variance }: Moments): number {
  return Math.sqrt(variance / n);
}
