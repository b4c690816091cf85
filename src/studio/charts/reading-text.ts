import type { XAxis } from '#contract/metrics.ts';
import { formatInteger, formatNumber } from '../ui/number.model.ts';
import { formatDuration, formatExact } from '../ui/time.model.ts';
import type { ReadingRow } from './reading.model.ts';

export const axisNames: Readonly<Record<XAxis, string>> = {
  step: 'Step',
  time: 'Time',
  elapsed: 'Elapsed',
};

/** A place on the x axis, in full. */
export function formatX(x: number, axis: XAxis): string {
  if (axis === 'step') return formatInteger(x);
  return axis === 'time' ? formatExact(x) : formatDuration(x);
}

/** What a screen reader says of the point that the keyboard has come to. */
export function sayReading(row: ReadingRow, axis: XAxis): string {
  const where = `${axisNames[axis].toLowerCase()} ${formatX(row.x, axis)}`;
  const smoothed = row.smoothed === undefined ? '' : `, smoothed ${formatNumber(row.smoothed, 5)}`;
  return `${row.line.name}, ${where}: ${formatNumber(row.value, 6)}${smoothed}`;
}
