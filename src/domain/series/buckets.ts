/**
 * Buckets of points along x: for each its finite points' first, last, least and greatest, and counts of all kinds.
 * Where several points agree, `first`, `min` and `max` are the earliest to arrive and `last` is the latest, so that
 * merging the buckets of two lots of points (in order of arrival) equals the buckets of both lots together.
 */
export const bucketColumns = [
  /** The lower border, a multiple of the width. */
  'start',
  'firstX',
  'first',
  'lastX',
  'last',
  'minX',
  'min',
  'maxX',
  'max',
  'sum',
  'sumSquares',
  /** Finite points; where 0, the columns before say nothing. */
  'count',
  'nan',
  'positiveInfinity',
  'negativeInfinity',
] as const;

export type BucketColumn = (typeof bucketColumns)[number];
export type Buckets = Readonly<Record<BucketColumn, Float64Array>>;

/** What an empty bucket holds where 0 would stand in the way of the first point. */
const emptyExtremes: Partial<Record<BucketColumn, number>> = {
  firstX: Infinity,
  lastX: -Infinity,
  min: Infinity,
  max: -Infinity,
};

export function createBuckets(length: number): Buckets {
  return mapColumns((name) => new Float64Array(length).fill(emptyExtremes[name] ?? 0));
}

export function mapColumns(column: (name: BucketColumn, index: number) => Float64Array): Buckets {
  const entries = bucketColumns.map((name, index) => [name, column(name, index)] as const);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries are all of bucketColumns
  return Object.fromEntries(entries) as Record<BucketColumn, Float64Array>;
}

/** Points of all kinds in a bucket. */
export function populationAt(buckets: Buckets, index: number): number {
  const { count, nan, positiveInfinity, negativeInfinity } = buckets;
  return at(count, index) + at(nan, index) + at(positiveInfinity, index) + at(negativeInfinity, index);
}

/** Only the buckets with points, in order. */
export function withoutEmpty(buckets: Buckets): Buckets {
  const kept: number[] = [];
  for (let index = 0; index < buckets.start.length; index += 1)
    if (populationAt(buckets, index) > 0) kept.push(index);
  if (kept.length === buckets.start.length) return buckets;
  return mapColumns((name) => Float64Array.from(kept, (index) => at(buckets[name], index)));
}

/** Adds points to the buckets that `slots` tells for each; a slot of -1 leaves the point out. */
export function addPoints(buckets: Buckets, slots: Int32Array, xs: Float64Array, values: Float64Array): void {
  const { firstX, first, lastX, last, minX, min, maxX, max, sum, sumSquares, count } = buckets;
  for (let index = 0; index < slots.length; index += 1) {
    const slot = at(slots, index);
    if (slot < 0) continue;
    const value = at(values, index);
    if (!Number.isFinite(value)) {
      addNonFinite(buckets, slot, value);
      continue;
    }
    const x = at(xs, index);
    if (x < at(firstX, slot)) {
      firstX[slot] = x;
      first[slot] = value;
    }
    if (x >= at(lastX, slot)) {
      lastX[slot] = x;
      last[slot] = value;
    }
    if (value < at(min, slot)) {
      minX[slot] = x;
      min[slot] = value;
    }
    if (value > at(max, slot)) {
      maxX[slot] = x;
      max[slot] = value;
    }
    sum[slot] = at(sum, slot) + value;
    sumSquares[slot] = at(sumSquares, slot) + value * value;
    count[slot] = at(count, slot) + 1;
  }
}

function addNonFinite(
  { nan, positiveInfinity, negativeInfinity }: Buckets,
  slot: number,
  value: number,
): void {
  const column = Number.isNaN(value) ? nan : value > 0 ? positiveInfinity : negativeInfinity;
  column[slot] = at(column, slot) + 1;
}

/** Adds the bucket `from[index]` of points that arrived later to `into[slot]`. */
export function mergeBucket(into: Buckets, slot: number, from: Buckets, index: number): void {
  if (at(from.count, index) > 0) takeExtremes(into, slot, from, index);
  for (const name of summed) into[name][slot] = at(into[name], slot) + at(from[name], index);
}

const summed = ['sum', 'sumSquares', 'count', 'nan', 'positiveInfinity', 'negativeInfinity'] as const;

function takeExtremes(into: Buckets, slot: number, from: Buckets, index: number): void {
  if (at(from.firstX, index) < at(into.firstX, slot)) {
    into.firstX[slot] = at(from.firstX, index);
    into.first[slot] = at(from.first, index);
  }
  if (at(from.lastX, index) >= at(into.lastX, slot)) {
    into.lastX[slot] = at(from.lastX, index);
    into.last[slot] = at(from.last, index);
  }
  if (at(from.min, index) < at(into.min, slot)) {
    into.minX[slot] = at(from.minX, index);
    into.min[slot] = at(from.min, index);
  }
  if (at(from.max, index) > at(into.max, slot)) {
    into.maxX[slot] = at(from.maxX, index);
    into.max[slot] = at(from.max, index);
  }
}

/** An element that is known to be there. */
function at(column: Float64Array | Int32Array, index: number): number {
  return column[index] ?? 0;
}
