/** Pairs of which both are finite. */
function finitePairs(
  xs: readonly (number | undefined)[],
  ys: readonly (number | undefined)[],
): { readonly xs: readonly number[]; readonly ys: readonly number[] } {
  const both: { xs: number[]; ys: number[] } = { xs: [], ys: [] };
  for (const [index, x] of xs.entries()) {
    const y = ys[index];
    if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) continue;
    both.xs.push(x);
    both.ys.push(y);
  }
  return both;
}

/**
 * Pearson's correlation, −1 to 1, over the rows where both values are finite; `undefined` with fewer than three such
 * rows or where one of the two never changes.
 */
export function correlate(
  first: readonly (number | undefined)[],
  second: readonly (number | undefined)[],
): number | undefined {
  const { xs, ys } = finitePairs(first, second);
  return xs.length < 3 ? undefined : pearson(xs, ys);
}

/** Spearman's rank correlation: as `correlate`, over the places of the values rather than the values. */
export function correlateRanks(
  first: readonly (number | undefined)[],
  second: readonly (number | undefined)[],
): number | undefined {
  const { xs, ys } = finitePairs(first, second);
  return xs.length < 3 ? undefined : pearson(toRanks(xs), toRanks(ys));
}

function pearson(xs: readonly number[], ys: readonly number[]): number | undefined {
  const x = toUnit(xs);
  const y = toUnit(ys);
  if (x === undefined || y === undefined) return undefined;
  let sum = 0;
  for (const [index, value] of x.entries()) sum += value * (y[index] ?? 0);
  return Math.max(-1, Math.min(1, sum));
}

/** Centred, and scaled to the length one; first by the greatest distance, so that squares neither vanish nor burst. */
function toUnit(values: readonly number[]): readonly number[] | undefined {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return undefined;
  const scaled = values.map((value) => value / largest);
  const mean = scaled.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = scaled.map((value) => value - mean);
  let widest = 0;
  for (const value of centred) widest = Math.max(widest, Math.abs(value));
  // What is left of equal values after rounding is no difference.
  if (widest < 1e-14) return undefined;
  const wide = centred.map((value) => value / widest);
  const length = Math.sqrt(wide.reduce((sum, value) => sum + value * value, 0));
  return wide.map((value) => value / length);
}

/** The place of each value, from 1; equal values share the mean of their places. */
export function toRanks(values: readonly number[]): readonly number[] {
  const order = Uint32Array.from(values, (_value, index) => index).sort(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0),
  );
  const ranks = Array.from(values, () => 0);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && values[order[end + 1] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let place = start; place <= end; place += 1) ranks[order[place] ?? 0] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}
