import type { Points, StepColumn } from './metric-point.ts';
import { addPoints, type Buckets, bucketColumns, createBuckets, mapColumns } from './buckets.ts';
import { openColumns, packColumns, readColumn, readExactColumn } from './packed-columns.ts';

/** Points of a full block. */
export const blockCapacity = 1024;
/** The most buckets in the summary of a block. */
const summaryBuckets = 32;

/** Places of a block's columns, for readers that want only some of them. */
export const blockColumn = { steps: 0, times: 1, values: 2 } as const;

export function packBlock({ steps, times, values }: Points): Uint8Array<ArrayBuffer> {
  return packColumns([narrow(steps), times, values]);
}

export function unpackBlock(bytes: Uint8Array): Points {
  const packed = openColumns(bytes);
  return {
    steps: readExactColumn(packed, blockColumn.steps),
    times: readColumn(packed, blockColumn.times),
    values: readColumn(packed, blockColumn.values),
  };
}

function narrow(steps: StepColumn): StepColumn {
  if (steps instanceof Float64Array) return steps;
  const numbers = Float64Array.from(steps, Number);
  return numbers.every((step) => Number.isSafeInteger(step)) ? numbers : steps;
}

/** Buckets over the steps of a block, each 2^`exponent` steps wide. */
export interface BlockSummary {
  readonly exponent: number;
  readonly buckets: Buckets;
}

/** The summary in the narrowest buckets of which there are not too many. */
export function summarizeBlock(steps: Float64Array, values: Float64Array): BlockSummary {
  const sorted = steps.toSorted();
  let exponent = 0;
  while (countBuckets(sorted, 2 ** -exponent) > summaryBuckets) exponent += 1;
  const width = 2 ** exponent;
  const indices = distinctBuckets(sorted, 1 / width);
  const buckets = createBuckets(indices.length);
  for (const [slot, index] of indices.entries()) buckets.start[slot] = index * width;
  const slotOf = new Map(indices.map((index, slot) => [index, slot]));
  const slots = Int32Array.from(steps, (step) => slotOf.get(Math.floor(step / width)) ?? -1);
  addPoints(buckets, slots, steps, values);
  return { exponent, buckets };
}

function countBuckets(sorted: Float64Array, inverseWidth: number): number {
  let count = 0;
  let before = Number.NaN;
  for (const step of sorted) {
    const index = Math.floor(step * inverseWidth);
    if (index !== before) count += 1;
    before = index;
  }
  return count;
}

function distinctBuckets(sorted: Float64Array, inverseWidth: number): number[] {
  return [...new Set(Array.from(sorted, (step) => Math.floor(step * inverseWidth)))];
}

export function packBuckets(buckets: Buckets): Uint8Array<ArrayBuffer> {
  return packColumns(bucketColumns.map((name) => buckets[name]));
}

export function unpackBuckets(bytes: Uint8Array): Buckets {
  const packed = openColumns(bytes);
  return mapColumns((_name, index) => readColumn(packed, index));
}
