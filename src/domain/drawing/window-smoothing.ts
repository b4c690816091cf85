/**
 * Centred moving average: each value becomes the mean of the finite ones around it. Near the ends the window is
 * shorter on both sides alike, so that a rising line does not bend there.
 * @param points how many values the window has in the middle of the line
 */
export function averageMoving(values: Float64Array, points: number): Float64Array {
  const reach = Math.floor((Math.max(points, 1) - 1) / 2);
  const { sums, counts } = runningSums(values);
  return values.map((value, index) => {
    if (!Number.isFinite(value)) return value;
    const near = Math.min(reach, index, values.length - 1 - index);
    if (near === 0) return value;
    const [from, to] = [index - near, index + near + 1];
    const count = (counts[to] ?? 0) - (counts[from] ?? 0);
    return ((sums[to] ?? 0) - (sums[from] ?? 0)) / count;
  });
}

function runningSums(values: Float64Array): { readonly sums: Float64Array; readonly counts: Float64Array } {
  const sums = new Float64Array(values.length + 1);
  const counts = new Float64Array(values.length + 1);
  for (const [index, value] of values.entries()) {
    const finite = Number.isFinite(value);
    sums[index + 1] = (sums[index] ?? 0) + (finite ? value : 0);
    counts[index + 1] = (counts[index] ?? 0) + (finite ? 1 : 0);
  }
  return { sums, counts };
}

/** Beyond so many deviations a value counts for less than one part in two hundred. */
const reachDeviations = 3;

/**
 * Mean of the finite values around, weighted by a bell curve.
 * @param deviation its standard deviation, in values
 */
export function smoothGaussian(values: Float64Array, deviation: number): Float64Array {
  const reach = Math.min(values.length, Math.ceil(deviation * reachDeviations));
  if (reach < 1) return values.slice();
  const weights = Float64Array.from({ length: reach + 1 }, (_none, away) =>
    Math.exp(-((away / deviation) ** 2) / 2),
  );
  return values.map((value, index) => {
    if (!Number.isFinite(value)) return value;
    let [sum, total] = [0, 0];
    const last = Math.min(values.length - 1, index + reach);
    for (let at = Math.max(0, index - reach); at <= last; at += 1) {
      const each = values[at] ?? NaN;
      if (!Number.isFinite(each)) continue;
      const weight = weights[Math.abs(at - index)] ?? 0;
      sum += each * weight;
      total += weight;
    }
    return sum / total;
  });
}
