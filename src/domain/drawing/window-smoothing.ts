/**
 * Centred moving average: each value becomes the mean of the finite ones around it. Near the ends the window is
 * shorter on both sides alike, so that a rising line does not bend there.
 * @param points how many values the window has in the middle of the line
 */
export function averageMoving(values: Float64Array, points: number): Float64Array {
  const reach = Math.floor((Math.max(points, 1) - 1) / 2);
  const window = reach * 2 + 1;
  const scale = scaleOf(values, window);
  const sums = blockSums(values, window, scale);
  const counts = runningCounts(values);
  return values.map((value, index) => {
    if (!Number.isFinite(value)) return value;
    const near = Math.min(reach, index, values.length - 1 - index);
    if (near === 0) return value;
    const [from, last] = [index - near, index + near];
    const count = (counts[last + 1] ?? 0) - (counts[from] ?? 0);
    return sumBetween(sums, window, from, last) / count / scale;
  });
}

/** A power of two (so that nothing is rounded) by which the sum of a window stays within what a double holds. */
function scaleOf(values: Float64Array, window: number): number {
  const greatest = values.reduce(
    (most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most),
    0,
  );
  const summed = Math.min(window, values.length);
  return greatest > Number.MAX_VALUE / summed ? 2 ** -Math.ceil(Math.log2(summed) + 1) : 1;
}

/** Sums within blocks as long as the window: of each value and those before it, and of it and those after it. */
interface BlockSums {
  readonly upTo: Float64Array;
  readonly onward: Float64Array;
}

function blockSums(values: Float64Array, window: number, scale: number): BlockSums {
  const finite = values.map((value) => (Number.isFinite(value) ? value * scale : 0));
  const [upTo, onward] = [finite.slice(), finite];
  for (let at = 1; at < upTo.length; at += 1)
    if (at % window !== 0) upTo[at] = (upTo[at] ?? 0) + (upTo[at - 1] ?? 0);
  for (let at = onward.length - 2; at >= 0; at -= 1)
    if ((at + 1) % window !== 0) onward[at] = (onward[at] ?? 0) + (onward[at + 1] ?? 0);
  return { upTo, onward };
}

/**
 * The sum of a window: the end of one block and the start of the next. Nothing outside it takes part, so that a huge
 * value costs no other window its digits. A shorter window begins or ends where the values do, and so does its block.
 */
function sumBetween({ upTo, onward }: BlockSums, window: number, from: number, last: number): number {
  if (from % window === 0) return upTo[last] ?? 0;
  const isInOne = Math.floor(from / window) === Math.floor(last / window);
  return (onward[from] ?? 0) + (isInOne ? 0 : (upTo[last] ?? 0));
}

function runningCounts(values: Float64Array): Float64Array {
  const counts = new Float64Array(values.length + 1);
  for (const [index, value] of values.entries())
    counts[index + 1] = (counts[index] ?? 0) + (Number.isFinite(value) ? 1 : 0);
  return counts;
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
