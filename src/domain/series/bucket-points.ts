import { addToGrid, chooseWidth, createGrid, finishGrid } from './bucket-grid.ts';
import { pickNumbers } from './metric-point.ts';
import { selectRange, type SeriesLine, type XyPoints } from './series-line.ts';

/**
 * The line of points that are at hand, in order of arrival, in buckets as narrow as their number allows. Points whose x
 * is not finite have no place in it.
 */
export function toLine(
  points: XyPoints,
  bounds: { readonly from: number; readonly to: number },
  maxBuckets: number,
): SeriesLine {
  const inside = selectRange(withPlace(points), bounds.from, bounds.to);
  const { length } = inside.xs;
  if (length <= maxBuckets) return { kind: 'points', points: inside };
  const [from, to] = [inside.xs[0] ?? 0, inside.xs[length - 1] ?? 0];
  const width = chooseWidth(to - from, maxBuckets, narrowest(from, to, maxBuckets));
  const grid = createGrid(from, to, width);
  addToGrid(grid, inside.xs, inside.values);
  return { kind: 'buckets', width, buckets: finishGrid(grid) };
}

function withPlace(points: XyPoints): XyPoints {
  const kept = [...points.xs.keys()].filter((index) => Number.isFinite(points.xs[index]));
  if (kept.length === points.xs.length) return points;
  return { xs: pickNumbers(points.xs, kept), values: pickNumbers(points.values, kept) };
}

/** A power of two that is too narrow, but hardly, and not so narrow that doubles could not count the buckets. */
function narrowest(from: number, to: number, maxBuckets: number): number {
  const size = Math.max(Math.abs(from), Math.abs(to));
  const least = Math.log2(Math.max((to - from) / maxBuckets / 2, size * 2 ** -50, 2 ** -1000));
  return 2 ** Math.min(Math.floor(least), 900);
}
