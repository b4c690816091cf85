/** The most a value may lean on those before it; 1 would never move. */
export const maxSmoothing = 0.999;

/**
 * Exponential moving average without the bias to its start (divided by 1 − weightⁿ, as TensorBoard does).
 * @param weight 0 (as it is) to `maxSmoothing`: how much of the average is kept at each value
 * @returns one value for each; what is not finite stays as it is and does not count, a constant stays constant
 */
export function smoothValues(values: Float64Array, weight: number): Float64Array {
  const kept = Math.min(Math.max(weight, 0), maxSmoothing);
  if (kept === 0 || isConstant(values)) return values.slice();
  const smoothed = new Float64Array(values.length);
  let average = 0;
  let bias = 1;
  for (const [index, value] of values.entries()) {
    if (Number.isFinite(value)) {
      average = average * kept + (1 - kept) * value;
      bias *= kept;
      smoothed[index] = average / (1 - bias);
    } else {
      smoothed[index] = value;
    }
  }
  return smoothed;
}

function isConstant(values: Float64Array): boolean {
  const first = values.find((value) => Number.isFinite(value));
  return values.every((value) => value === first || !Number.isFinite(value));
}
