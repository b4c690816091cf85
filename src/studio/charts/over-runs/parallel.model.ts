import { type ColumnAxis, layoutAxis } from './column-axis.model.ts';
import type { RunTable } from './run-table.model.ts';

/** What of an axis is kept: a part of it, by shares, or just the runs without a value. */
export type Brush = { readonly from: number; readonly to: number } | 'none';

export interface AxisChoice {
  readonly term: string;
  readonly inverted: boolean;
  /** Absent: as the values suggest. */
  readonly log?: boolean | undefined;
}

export interface ParallelAxis extends ColumnAxis {
  readonly choice: AxisChoice;
  /** Pixels from the left. */
  readonly left: number;
}

export interface ParallelPlot {
  readonly axes: readonly ParallelAxis[];
  readonly top: number;
  /** Of the axes, in pixels. */
  readonly height: number;
  /** Where runs without a value pass, below the axes. */
  readonly noneTop: number;
  /** Pixels between neighbouring axes. */
  readonly gap: number;
  readonly rows: number;
  /** Pixels from the top, axis after axis: `rows` numbers each. */
  readonly tops: readonly Float32Array[];
}

const headHeight = 44;
const noneRoom = 28;
const sideRoom = 48;

export function layoutParallel(
  table: RunTable,
  choices: readonly AxisChoice[],
  size: { readonly width: number; readonly height: number },
): ParallelPlot {
  const height = Math.max(60, size.height - headHeight - noneRoom - 12);
  const noneTop = headHeight + height + noneRoom - 8;
  const drawn = choices.flatMap((choice) => {
    const column = table.columns.get(choice.term);
    return column === undefined ? [] : [{ choice, column }];
  });
  const gap = drawn.length > 1 ? (size.width - 2 * sideRoom) / (drawn.length - 1) : 0;
  const axes = drawn.map(({ choice, column }, index) => ({
    ...layoutAxis(column, { ...choice, ticks: Math.floor(height / 36) }),
    choice,
    left: drawn.length === 1 ? size.width / 2 : sideRoom + index * gap,
  }));
  const tops = axes.map((axis) =>
    Float32Array.from(axis.shares, (share) =>
      Number.isNaN(share) ? noneTop : headHeight + (1 - share) * height,
    ),
  );
  return { axes, top: headHeight, height, noneTop, gap: gap || size.width, rows: table.runs.length, tops };
}

/** Which rows every brush keeps: 1 or 0 a row. Brushes are by term. */
export function keptByBrushes(plot: ParallelPlot, brushes: ReadonlyMap<string, Brush>): Uint8Array {
  const kept = new Uint8Array(plot.rows).fill(1);
  for (const axis of plot.axes) {
    const brush = brushes.get(axis.term);
    if (brush === undefined) continue;
    const { shares } = axis;
    for (let row = 0; row < plot.rows; row += 1) {
      const share = shares[row] ?? NaN;
      const holds = brush === 'none' ? Number.isNaN(share) : share >= brush.from && share <= brush.to;
      if (!holds) kept[row] = 0;
    }
  }
  return kept;
}

/** The row whose line passes nearest to a place, within `reach` pixels; only among the rows kept. */
export function nearestRow(
  plot: ParallelPlot,
  kept: Uint8Array,
  place: { readonly left: number; readonly top: number },
  reach: number,
): number | undefined {
  const right = plot.axes.findIndex((axis) => axis.left >= place.left);
  if (right <= 0) return undefined;
  const [from, to] = [plot.axes[right - 1], plot.axes[right]];
  const [fromTops, toTops] = [plot.tops[right - 1], plot.tops[right]];
  if (from === undefined || to === undefined || fromTops === undefined || toTops === undefined)
    return undefined;
  const part = (place.left - from.left) / (to.left - from.left);
  let found: number | undefined;
  let nearest = reach;
  for (let row = 0; row < plot.rows; row += 1) {
    if (kept[row] === 0) continue;
    const top = (fromTops[row] ?? 0) * (1 - part) + (toTops[row] ?? 0) * part;
    const distance = Math.abs(top - place.top);
    if (distance >= nearest) continue;
    nearest = distance;
    found = row;
  }
  return found;
}

/** The brush that keeps the rows best by an axis: its greatest or least `share` of them. */
export function topBrush(axis: ColumnAxis, share: number, end: 'high' | 'low'): Brush {
  const rising = axis.shares.filter((each) => !Number.isNaN(each)).sort();
  const count = Math.max(1, Math.round(rising.length * share));
  return end === 'high'
    ? { from: rising.at(-count) ?? 0, to: 1 }
    : { from: 0, to: rising[Math.min(count, rising.length) - 1] ?? 1 };
}

/** A brush moved along its axis, or made one step wider or narrower, within the axis. */
export function moveBrush(brush: Brush | undefined, by: number, edge: 'both' | 'to'): Brush {
  const { from, to } = brush === undefined || brush === 'none' ? { from: 0, to: 1 } : brush;
  if (edge === 'to') return { from, to: Math.min(1, Math.max(from + 0.01, to + by)) };
  const moved = Math.min(1 - to, Math.max(-from, by));
  return { from: from + moved, to: to + moved };
}
