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
  const rising = isRising(xs) ? xs : xs.toSorted();
  let exponent = 0;
  while (!areFewBuckets(rising, 2 ** -exponent)) exponent += 1;
  const inverseWidth = 2 ** -exponent;
  const borders = findBorders(rising, inverseWidth);
  const buckets = createBuckets(borders.length);
  for (const [slot, border] of borders.entries()) buckets.start[slot] = border * 2 ** exponent;
  addPoints(
    buckets,
    rising === xs ? runningSlots(xs, inverseWidth) : findSlots(xs, inverseWidth, borders),
    xs,
    values,
  );
  return { exponent, buckets };
}

function isRising(xs: Float64Array): boolean {
  for (let at = 1; at < xs.length; at += 1) if ((xs[at] ?? 0) < (xs[at - 1] ?? 0)) return false;
  return true;
}

function areFewBuckets(rising: Float64Array, inverseWidth: number): boolean {
  let count = 0;
  let before = Number.NaN;
  for (let at = 0; at < rising.length; at += 1) {
    const border = Math.floor((rising[at] ?? 0) * inverseWidth);
    if (border === before) continue;
    before = border;
    count += 1;
    if (count > maxBuckets) return false;
  }
  return true;
}

/** The lower borders of buckets with points, in widths. */
function findBorders(rising: Float64Array, inverseWidth: number): number[] {
  const borders: number[] = [];
  let before = Number.NaN;
  for (let at = 0; at < rising.length; at += 1) {
    const border = Math.floor((rising[at] ?? 0) * inverseWidth);
    if (border !== before) borders.push(border);
    before = border;
  }
  return borders;
}

/** The bucket of each x where they never fall. */
function runningSlots(rising: Float64Array, inverseWidth: number): Int32Array {
  const slots = new Int32Array(rising.length);
  let slot = -1;
  let before = Number.NaN;
  for (let at = 0; at < rising.length; at += 1) {
    const border = Math.floor((rising[at] ?? 0) * inverseWidth);
    if (border !== before) slot += 1;
    before = border;
    slots[at] = slot;
  }
  return slots;
}

function findSlots(xs: Float64Array, inverseWidth: number, borders: readonly number[]): Int32Array {
  const slotOf = new Map(borders.map((border, slot) => [border, slot]));
  return Int32Array.from(xs, (x) => slotOf.get(Math.floor(x * inverseWidth)) ?? -1);
}

export function packBuckets(buckets: Buckets): Uint8Array<ArrayBuffer> {
  return packColumns(bucketColumns.map((name) => buckets[name]));
}

export function unpackBuckets(bytes: Uint8Array): Buckets {
  const packed = openColumns(bytes);
  return mapColumns((_name, index) => readColumn(packed, index));
}
