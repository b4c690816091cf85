import type { XAxis } from '#contract/metrics.ts';
import { blockColumn } from '#domain/series/point-block.ts';
import { openColumns, readColumn } from '#domain/series/packed-columns.ts';
import type { XyPoints } from '#domain/series/series-line.ts';
import type { SeriesRow } from './series-rows.queries.ts';

/** What x is: a column of the points, less a shift. */
export interface Axis {
  readonly column: 'steps' | 'times';
  readonly shift: number;
}

export function toAxis(x: XAxis, startedAtMs: number): Axis {
  if (x === 'step') return { column: 'steps', shift: 0 };
  return { column: 'times', shift: x === 'elapsed' ? startedAtMs : 0 };
}

/** The least and greatest x of a series. */
export function extentOf(
  series: SeriesRow,
  { column, shift }: Axis,
): { readonly from: number; readonly to: number } {
  return column === 'steps'
    ? { from: Number(series.minStep), to: Number(series.lastStep) }
    : { from: series.minAtMs - shift, to: series.maxAtMs - shift };
}

/** The points of a packed block along an axis. */
export function readAlong({ column, shift }: Axis, packedBlock: Uint8Array): XyPoints {
  const packed = openColumns(packedBlock);
  const xs = readColumn(packed, blockColumn[column]);
  if (shift !== 0) for (let index = 0; index < xs.length; index += 1) xs[index] = (xs[index] ?? 0) - shift;
  return { xs, values: readColumn(packed, blockColumn.values) };
}
