import type { Points, StepColumn } from './metric-point.ts';
import { openColumns, packColumns, readColumn, readExactColumn } from './packed-columns.ts';

/** Points of a full block. */
export const blockCapacity = 1024;
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
