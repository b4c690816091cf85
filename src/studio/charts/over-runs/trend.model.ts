/** Straight line through points by least squares, in whatever units they come; `undefined` without two different xs. */
export interface Trend {
  readonly slope: number;
  readonly offset: number;
  /** Share of the variance of y that the line explains, 0 to 1. */
  readonly explained: number;
  readonly count: number;
}

export function fitTrend(xs: Float64Array, ys: Float64Array): Trend | undefined {
  const rows = [...xs.keys()].filter((row) => Number.isFinite(xs[row]) && Number.isFinite(ys[row]));
  const count = rows.length;
  if (count < 3) return undefined;
  const meanX = rows.reduce((sum, row) => sum + (xs[row] ?? 0) / count, 0);
  const meanY = rows.reduce((sum, row) => sum + (ys[row] ?? 0) / count, 0);
  let [xx, xy, yy] = [0, 0, 0];
  for (const row of rows) {
    const [dx, dy] = [(xs[row] ?? 0) - meanX, (ys[row] ?? 0) - meanY];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  // What rounding leaves of equal values is no difference.
  if (!(xx > count * 1e-18)) return undefined;
  const slope = xy / xx;
  return { slope, offset: meanY - slope * meanX, explained: yy > 0 ? (xy * xy) / (xx * yy) : 0, count };
}
