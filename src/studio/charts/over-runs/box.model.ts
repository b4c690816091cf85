import { type Box, toBox } from '#domain/distribution/box.ts';
import { type Density, estimateDensity } from '#domain/distribution/density.ts';
import { type AxisMark, layoutAxis } from './column-axis.model.ts';
import type { RunTable } from './run-table.model.ts';

export interface BoxGroup {
  /** What the runs of the group have in common. */
  readonly label: string;
  readonly box: Box;
  readonly density: Density | undefined;
  /** The runs' own values, for the dots. */
  readonly values: readonly { readonly runId: string; readonly value: number }[];
}

export interface BoxPlot {
  /** By median, greatest first. */
  readonly groups: readonly BoxGroup[];
  readonly ticks: readonly AxisMark[];
  readonly shareOf: (value: number) => number;
  /** Runs without a finite value. */
  readonly without: number;
  /** Groups left out because there are more than can be told apart. */
  readonly leftOut: number;
}

const mostGroups = 30;
const noValue = 'none';

/** The values of one term, in groups by another, or all together without one. */
export function layoutBoxes(
  table: RunTable,
  { value, by, ticks }: { readonly value: string; readonly by: string | undefined; readonly ticks: number },
): BoxPlot | undefined {
  const column = table.columns.get(value);
  if (column === undefined) return undefined;
  const axis = layoutAxis({ ...column, kind: 'number' }, { ticks });
  const labels = by === undefined ? undefined : table.columns.get(by)?.texts;
  const rows = [...column.numbers.keys()].filter((row) => Number.isFinite(column.numbers[row]));
  const byLabel = Map.groupBy(rows, (row) => (labels === undefined ? 'all runs' : (labels[row] ?? noValue)));
  const groups = [...byLabel].flatMap(([label, own]): BoxGroup[] => {
    const values = own.map((row) => ({
      runId: table.runs[row]?.runId ?? '',
      value: column.numbers[row] ?? NaN,
    }));
    const numbers = values.map((each) => each.value);
    const box = toBox(numbers);
    return box === undefined ? [] : [{ label, box, density: estimateDensity(numbers), values }];
  });
  const sorted = groups.toSorted((a, b) => b.values.length - a.values.length).slice(0, mostGroups);
  return {
    groups: sorted.toSorted((a, b) => b.box.median - a.box.median),
    ticks: axis.ticks,
    shareOf: axis.shareOf,
    without: axis.without,
    leftOut: groups.length - sorted.length,
  };
}
