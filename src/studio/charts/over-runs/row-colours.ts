import { rampColour } from '#domain/colour/sequential-ramp.ts';
import { colourOf } from '../scene/chart-theme.ts';
import type { ColumnAxis } from './column-axis.model.ts';
import type { RunTable } from './run-table.model.ts';

/** Shades of a ramp that are told apart; fewer colours are quicker to draw. */
const shades = 24;

/** The colour of each row: by where it stands on an axis, or, without one, the run's own. */
export function rowColours(
  table: RunTable,
  by: ColumnAxis | undefined,
  scheme: 'light' | 'dark',
  none: string,
): readonly string[] {
  if (by === undefined) return table.runs.map((run) => colourOf(run.mark, scheme));
  const ramp = Array.from({ length: shades }, (_each, index) => rampColour(index / (shades - 1), scheme));
  return table.runs.map((_run, row) => {
    const share = by.shares[row] ?? NaN;
    return Number.isNaN(share) ? none : (ramp[Math.round(share * (shades - 1))] ?? none);
  });
}

/** Rows by colour, in the order given: a canvas strokes one path quicker than many. */
export function groupByColour(
  rows: readonly number[],
  colours: readonly string[],
): ReadonlyMap<string, readonly number[]> {
  return Map.groupBy(rows, (row) => colours[row] ?? '');
}
