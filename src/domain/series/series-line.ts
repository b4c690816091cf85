import type { Buckets } from './buckets.ts';

/** Points along an axis, in rising x; those at one x in order of arrival. */
export interface XyPoints {
  readonly xs: Float64Array;
  readonly values: Float64Array;
}

/** What a chart asked of one series: all its points where they are few, else buckets. */
export type SeriesLine =
  | { readonly kind: 'points'; readonly points: XyPoints }
  | { readonly kind: 'buckets'; readonly width: number; readonly buckets: Buckets };

/** The points of both bounds and between, in rising x. */
export function selectRange({ xs, values }: XyPoints, from: number, to: number): XyPoints {
  const kept: number[] = [];
  let sorted = true;
  let before = -Infinity;
  for (let index = 0; index < xs.length; index += 1) {
    const x = xs[index] ?? 0;
    if (x < from || x > to) continue;
    sorted &&= x >= before;
    before = x;
    kept.push(index);
  }
  if (!sorted) kept.sort((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0) || a - b);
  else if (kept.length === xs.length) return { xs, values };
  return {
    xs: Float64Array.from(kept, (index) => xs[index] ?? 0),
    values: Float64Array.from(kept, (index) => values[index] ?? 0),
  };
}
