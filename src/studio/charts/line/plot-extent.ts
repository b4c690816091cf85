import type { Polyline } from '#domain/drawing/bucketed-line.ts';
import type { Range } from '../scene/range.ts';
import type { DrawnLine } from './drawn-line.model.ts';

/** The least and greatest of some numbers, and the smallest size above zero. */
export interface Extent {
  low: number;
  high: number;
  leastSize: number;
}

/** From the first to the last x of all lines; `undefined` where there is no point. */
export function xExtent(lines: readonly DrawnLine[]): Range | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (const { xs, points, source } of lines) {
    for (const columns of [xs, points.xs]) {
      low = Math.min(low, columns[0] ?? Infinity);
      high = Math.max(high, columns.at(-1) ?? -Infinity);
    }
    for (const { x } of source.odd) {
      low = Math.min(low, x);
      high = Math.max(high, x);
    }
  }
  return low <= high ? [low, high] : undefined;
}

/** The finite values that are drawn between two x: of the lines, their ghosts, shades and bands. */
export function yExtent(lines: readonly DrawnLine[], range: Range): Extent | undefined {
  const extent: Extent = { low: Infinity, high: -Infinity, leastSize: Infinity };
  for (const line of lines) for (const part of partsOf(line)) include(extent, part, range);
  return extent.low <= extent.high ? extent : undefined;
}

/** All that takes room along y. */
export function partsOf({ xs, ys, points, raw, band }: DrawnLine): readonly Polyline[] {
  const drawn = raw === 'line' ? [points] : raw === 'none' ? [{ xs, ys }] : [{ xs, ys }, points];
  const edges = band === undefined ? [] : [band.low, band.high].map((each) => ({ xs: band.xs, ys: each }));
  return [...drawn, ...edges];
}

function include(extent: Extent, { xs, ys }: Polyline, [from, to]: Range): void {
  for (let index = 0; index < xs.length; index += 1) {
    const x = xs[index] ?? NaN;
    if (x < from) continue;
    if (x > to) return;
    const y = ys[index] ?? NaN;
    if (!Number.isFinite(y)) continue;
    if (y < extent.low) extent.low = y;
    if (y > extent.high) extent.high = y;
    const size = Math.abs(y);
    if (size > 0 && size < extent.leastSize) extent.leastSize = size;
  }
}
