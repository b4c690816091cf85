import { addPoints, type Buckets, createBuckets, mergeBuckets, withoutEmpty } from './buckets.ts';

/** Buckets side by side over a range of x. Their borders are multiples of the width, wherever the range begins. */
export interface BucketGrid {
  /** A power of two. */
  readonly width: number;
  /** The border of the first bucket, in widths. */
  readonly base: number;
  readonly buckets: Buckets;
}

/**
 * The narrowest power of two, at least `least` (one itself), of which at most `maxBuckets` (>= 2) cover a range
 * wherever it begins: so panning at one zoom never changes the width.
 */
export function chooseWidth(extent: number, maxBuckets: number, least = 1): number {
  let width = least;
  while (Math.ceil(extent / width) + 1 > maxBuckets) width *= 2;
  return width;
}

/** Empty buckets that cover `from` to `to`, both included. */
export function createGrid(from: number, to: number, width: number): BucketGrid {
  const base = Math.floor(from / width);
  return { width, base, buckets: createBuckets(Math.floor(to / width) - base + 1) };
}

/** What the buckets of a grid over `from` to `to` really cover: from the first border up to, and without, the last. */
export function coverOf(
  from: number,
  to: number,
  width: number,
): { readonly from: number; readonly before: number } {
  return { from: Math.floor(from / width) * width, before: (Math.floor(to / width) + 1) * width };
}

/** Adds points that arrived later than all before; those outside are left out. */
export function addToGrid(
  { width, base, buckets }: BucketGrid,
  xs: Float64Array,
  values: Float64Array,
): void {
  const length = buckets.start.length;
  // Exact, since the width is a power of two.
  const inverse = 1 / width;
  const slots = new Int32Array(xs.length);
  for (let index = 0; index < xs.length; index += 1) {
    const slot = Math.floor((xs[index] ?? 0) * inverse) - base;
    slots[index] = slot >= 0 && slot < length ? slot : -1;
  }
  addPoints(buckets, slots, xs, values);
}

/** Adds narrower buckets (a width that divides the grid's) of points that arrived later than all before. */
export function mergeIntoGrid({ width, base, buckets }: BucketGrid, narrower: Buckets): void {
  const length = buckets.start.length;
  const { start } = narrower;
  const inverse = 1 / width;
  for (let from = 0; from < start.length;) {
    const slot = Math.floor((start[from] ?? 0) * inverse) - base;
    const before = (base + slot + 1) * width;
    let to = from + 1;
    while (to < start.length && (start[to] ?? 0) < before) to += 1;
    if (slot >= 0 && slot < length) mergeBuckets(buckets, slot, { buckets: narrower, from, to });
    from = to;
  }
}

/** The buckets with points, in rising x. */
export function finishGrid({ width, base, buckets }: BucketGrid): Buckets {
  for (let index = 0; index < buckets.start.length; index += 1) buckets.start[index] = (base + index) * width;
  return withoutEmpty(buckets);
}
