import { addPoints, bucketColumns, type Buckets, createBuckets, mapColumns } from './buckets.ts';
import { openColumns, packColumns, readColumn } from './packed-columns.ts';

/** Full blocks that one summary covers: few rows to read for a long series. */
export const blocksPerSummary = 32;

/**
 * The most buckets of a summary. Steps that follow each other take 512 or 513, each as wide as 64 of them; so a
 * chart of a whole long series, in about a thousand buckets, never needs its points.
 */
const maxBuckets = 640;

/** Buckets, each 2^`exponent` wide, over points in order of arrival. */
export interface BlockSummary {
  readonly exponent: number;
  readonly buckets: Buckets;
}

/** The summary in the narrowest buckets of which there are not too many. */
export function summarizeBlocks(xs: Float64Array, values: Float64Array): BlockSummary {
  const sorted = xs.toSorted();
  let exponent = 0;
  while (countBuckets(sorted, 2 ** -exponent) > maxBuckets) exponent += 1;
  const inverseWidth = 2 ** -exponent;
  const slotOf = new Map<number, number>();
  for (const x of sorted) {
    const index = Math.floor(x * inverseWidth);
    if (!slotOf.has(index)) slotOf.set(index, slotOf.size);
  }
  const buckets = createBuckets(slotOf.size);
  for (const [index, slot] of slotOf) buckets.start[slot] = index * 2 ** exponent;
  const slots = new Int32Array(xs.length);
  for (let at = 0; at < xs.length; at += 1)
    slots[at] = slotOf.get(Math.floor((xs[at] ?? 0) * inverseWidth)) ?? -1;
  addPoints(buckets, slots, xs, values);
  return { exponent, buckets };
}

function countBuckets(sorted: Float64Array, inverseWidth: number): number {
  let count = 0;
  let before = Number.NaN;
  for (let at = 0; at < sorted.length; at += 1) {
    const index = Math.floor((sorted[at] ?? 0) * inverseWidth);
    if (index !== before) count += 1;
    before = index;
  }
  return count;
}

export function packBuckets(buckets: Buckets): Uint8Array<ArrayBuffer> {
  return packColumns(bucketColumns.map((name) => buckets[name]));
}

export function unpackBuckets(bytes: Uint8Array): Buckets {
  const packed = openColumns(bytes);
  return mapColumns((_name, index) => readColumn(packed, index));
}
