/**
 * Buckets of points along x: for each its finite points' first, last, least and greatest, and counts of all kinds.
 * Of several points at the first or last x, `first` is the earliest to arrive and `last` the latest; of several with
 * the least or greatest value, the one at the smallest x is told. So merging the buckets of two lots of points (in
 * order of arrival) always equals the buckets of both lots together, whatever lies between.
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
  for (let from = 0; from < slots.length;) {
    const slot = slots[from] ?? -1;
    let to = from + 1;
    while (to < slots.length && slots[to] === slot) to += 1;
    if (slot >= 0) addStretch(buckets, slot, { xs, values, from, to });
    from = to;
  }
}

/** Points from one index up to, and without, another. */
interface PointStretch {
  readonly xs: Float64Array;
  readonly values: Float64Array;
  readonly from: number;
  readonly to: number;
}

/** Adds points to one bucket. Neighbours mostly share one, so its facts are kept at hand meanwhile. */
function addStretch(buckets: Buckets, slot: number, { xs, values, from, to }: PointStretch): void {
  let [firstX, first, lastX, last] = [Infinity, 0, -Infinity, 0];
  let [minX, min, maxX, max] = [0, Infinity, 0, -Infinity];
  let [sum, sumSquares, count] = [0, 0, 0];
  for (let index = from; index < to; index += 1) {
    const value = values[index] ?? 0;
    if (!Number.isFinite(value)) {
      addNonFinite(buckets, slot, value);
      continue;
    }
    const x = xs[index] ?? 0;
    if (x < firstX) {
      firstX = x;
      first = value;
    }
    if (x >= lastX) {
      lastX = x;
      last = value;
    }
    if (value < min || (value === min && x < minX)) {
      minX = x;
      min = value;
    }
    if (value > max || (value === max && x < maxX)) {
      maxX = x;
      max = value;
    }
    sum += value;
    sumSquares += value * value;
    count += 1;
  }
  if (count === 0) return;
  takeExtremes(buckets, slot, { firstX, first, lastX, last, minX, min, maxX, max });
  buckets.sum[slot] = at(buckets.sum, slot) + sum;
  buckets.sumSquares[slot] = at(buckets.sumSquares, slot) + sumSquares;
  buckets.count[slot] = at(buckets.count, slot) + count;
}

function addNonFinite(
  { nan, positiveInfinity, negativeInfinity }: Buckets,
  slot: number,
  value: number,
): void {
  const column = Number.isNaN(value) ? nan : value > 0 ? positiveInfinity : negativeInfinity;
  column[slot] = at(column, slot) + 1;
}

/** Buckets from one index up to, and without, another. */
export interface BucketStretch {
  readonly buckets: Buckets;
  readonly from: number;
  readonly to: number;
}

/** Adds buckets of points that arrived later to one. */
export function mergeBuckets(into: Buckets, slot: number, { buckets: later, from, to }: BucketStretch): void {
  const found = {
    firstX: Infinity,
    first: 0,
    lastX: -Infinity,
    last: 0,
    minX: 0,
    min: Infinity,
    maxX: 0,
    max: -Infinity,
  };
  let isFinite = false;
  for (let index = from; index < to; index += 1) {
    if (later.count[index] === 0) continue;
    isFinite = true;
    collectEnds(found, later, index);
    collectExtremes(found, later, index);
  }
  if (isFinite) takeExtremes(into, slot, found);
  for (const name of summed) {
    const column = later[name];
    let sum = at(into[name], slot);
    for (let index = from; index < to; index += 1) sum += column[index] ?? 0;
    into[name][slot] = sum;
  }
}

type Found = { -readonly [Name in keyof Extremes]: Extremes[Name] };

function collectEnds(found: Found, { firstX, first, lastX, last }: Buckets, index: number): void {
  if (at(firstX, index) < found.firstX) {
    found.firstX = at(firstX, index);
    found.first = at(first, index);
  }
  if (at(lastX, index) >= found.lastX) {
    found.lastX = at(lastX, index);
    found.last = at(last, index);
  }
}

function collectExtremes(found: Found, { minX, min, maxX, max }: Buckets, index: number): void {
  const [least, greatest] = [at(min, index), at(max, index)];
  if (least < found.min || (least === found.min && at(minX, index) < found.minX)) {
    found.min = least;
    found.minX = at(minX, index);
  }
  if (greatest > found.max || (greatest === found.max && at(maxX, index) < found.maxX)) {
    found.max = greatest;
    found.maxX = at(maxX, index);
  }
}

const summed = ['sum', 'sumSquares', 'count', 'nan', 'positiveInfinity', 'negativeInfinity'] as const;

interface Extremes {
  readonly firstX: number;
  readonly first: number;
  readonly lastX: number;
  readonly last: number;
  readonly minX: number;
  readonly min: number;
  readonly maxX: number;
  readonly max: number;
}

/** Takes over what points that arrived later have that goes further. */
function takeExtremes(into: Buckets, slot: number, later: Extremes): void {
  const { firstX, lastX, minX, min, maxX, max } = later;
  if (firstX < at(into.firstX, slot)) {
    into.firstX[slot] = firstX;
    into.first[slot] = later.first;
  }
  if (lastX >= at(into.lastX, slot)) {
    into.lastX[slot] = lastX;
    into.last[slot] = later.last;
  }
  if (min < at(into.min, slot) || (min === at(into.min, slot) && minX < at(into.minX, slot))) {
    into.minX[slot] = minX;
    into.min[slot] = min;
  }
  if (max > at(into.max, slot) || (max === at(into.max, slot) && maxX < at(into.maxX, slot))) {
    into.maxX[slot] = maxX;
    into.max[slot] = max;
  }
}

/** An element that is known to be there. */
function at(column: Float64Array | Int32Array, index: number): number {
  return column[index] ?? 0;
}
