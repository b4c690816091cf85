import { type ColumnAxis, layoutAxis } from './column-axis.model.ts';
import type { RunTable } from './run-table.model.ts';
import { fitTrend, type Trend } from './trend.model.ts';

export interface ScatterPlot {
  readonly x: ColumnAxis;
  readonly y: ColumnAxis;
  readonly frame: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  /** Pixels, two a row; NaN for a row without both values. */
  readonly places: Float32Array;
  /** Rows that lack one of the two. */
  readonly without: number;
  /** Along the axes as they are drawn: on a logarithmic axis through the logarithms. */
  readonly trend: Trend | undefined;
}

export interface ScatterWish {
  readonly across: string;
  readonly up: string;
  readonly width: number;
  readonly height: number;
}

const room = { top: 10, right: 14, bottom: 40 } as const;

export function layoutScatter(table: RunTable, wish: ScatterWish): ScatterPlot | undefined {
  const [xColumn, yColumn] = [table.columns.get(wish.across), table.columns.get(wish.up)];
  if (xColumn === undefined || yColumn === undefined) return undefined;
  const height = Math.max(40, wish.height - room.top - room.bottom);
  const y = layoutAxis(yColumn, { ticks: Math.floor(height / 32) });
  const longest = Math.max(2, ...y.ticks.map(({ label }) => Math.min(14, label.length)));
  const left = Math.ceil(longest * 6.7) + 28;
  const width = Math.max(40, wish.width - left - room.right);
  const x = layoutAxis(xColumn, { ticks: Math.floor(width / 84) });
  const frame = { left, top: room.top, width, height };
  const places = new Float32Array(table.runs.length * 2);
  let without = 0;
  for (let row = 0; row < table.runs.length; row += 1) {
    const [across, up] = [x.shares[row] ?? NaN, y.shares[row] ?? NaN];
    if (Number.isNaN(across) || Number.isNaN(up)) without += 1;
    places[row * 2] = frame.left + across * frame.width;
    places[row * 2 + 1] = frame.top + (1 - up) * frame.height;
  }
  const numeric = x.kind !== 'words' && y.kind !== 'words';
  return { x, y, frame, places, without, trend: numeric ? fitTrend(x.shares, y.shares) : undefined };
}

/** The row whose mark is nearest to a place, within `reach` pixels. */
export function nearestMark(
  { places }: ScatterPlot,
  place: { readonly left: number; readonly top: number },
  reach: number,
): number | undefined {
  let found: number | undefined;
  let nearest = reach * reach;
  for (let row = 0; row * 2 < places.length; row += 1) {
    const [across, down] = [(places[row * 2] ?? NaN) - place.left, (places[row * 2 + 1] ?? NaN) - place.top];
    const distance = across * across + down * down;
    if (!(distance <= nearest)) continue;
    nearest = distance;
    found = row;
  }
  return found;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The rows whose marks lie in a box. */
export function marksInside({ places }: ScatterPlot, box: Box): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row * 2 < places.length; row += 1) {
    const [left, top] = [places[row * 2] ?? NaN, places[row * 2 + 1] ?? NaN];
    if (left >= box.left && left <= box.right && top >= box.top && top <= box.bottom) rows.push(row);
  }
  return rows;
}
