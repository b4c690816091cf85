import type { Polyline } from '#domain/drawing/bucketed-line.ts';
import type { DrawnLine } from './drawn-line.model.ts';

import type { Range } from './range.ts';

/** The least and greatest of some numbers, and the smallest size above zero. */
export interface Extent {
  low: number;
  high: number;
  leastSize: number;
}

/** From the first to the last x of all lines; `undefined` where there is no point. */
export function xExtent(lines: readonly DrawnLine[]): Range | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (const { xs, ghost, source } of lines) {
    for (const columns of [xs, ghost?.xs ?? xs]) {
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

/** The finite values that are drawn between two x; the smoothed as well as the ghost behind. */
export function yExtent(lines: readonly DrawnLine[], range: Range): Extent | undefined {
  const extent: Extent = { low: Infinity, high: -Infinity, leastSize: Infinity };
  for (const { xs, ys, ghost } of lines) {
    include(extent, { xs, ys }, range);
    if (ghost !== undefined) include(extent, ghost, range);
  }
  return extent.low <= extent.high ? extent : undefined;
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
