import { axisKind, axisName, type ChartAxis } from '../scene/chart-axis.ts';
import { deltaOf } from '#domain/metric/delta.ts';
import { formatInteger, formatNumber } from '#studio/ui/number.model.ts';
import { formatDuration, formatExact } from '#studio/ui/time.model.ts';
import type { ReadingOrder, ReadingRow } from './reading.model.ts';

export const orderNames: Readonly<Record<ReadingOrder, string>> = {
  nearest: 'nearest first',
  highest: 'highest first',
  lowest: 'lowest first',
  name: 'by name',
};

/** A place on the x axis, in full. */
export function formatX(x: number, axis: ChartAxis): string {
  switch (axisKind(axis)) {
    case 'step':
      return formatInteger(x);
    case 'time':
      return formatExact(x);
    case 'span':
      return formatDuration(x);
    case 'number':
      return formatNumber(x, 6);
  }
}

/** How far a value lies from the baseline's: `+0.012 (+4 %)`. */
export function describeDistance(value: number, baseline: number): string {
  const delta = deltaOf(value, baseline, 'none');
  if (delta?.amount === undefined) return '';
  const sign = (size: number): string => (size > 0 ? '+' : '');
  const share =
    delta.share === undefined ? '' : ` (${sign(delta.share)}${formatNumber(delta.share * 100, 2)} %)`;
  return `${sign(delta.amount)}${formatNumber(delta.amount, 3)}${share}`;
}

/** What a screen reader says of the point that the keyboard has come to. */
export function sayReading(row: ReadingRow, axis: ChartAxis, at: number): string {
  const place = row.kind === 'between' ? at : row.x;
  const where = `${axisName(axis).toLowerCase()} ${formatX(place, axis)}`;
  const said = row.line.smoothed ? 'smoothed' : 'line at';
  const drawn = row.drawn === undefined ? '' : `, ${said} ${formatNumber(row.drawn, 5)}`;
  const about = row.kind === 'between' ? 'about ' : '';
  return `${row.line.name}, ${where}: ${about}${formatNumber(row.value, 6)}${drawn}`;
}
