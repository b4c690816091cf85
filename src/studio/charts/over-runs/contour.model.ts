import { Delaunay } from 'd3-delaunay';
import { type ColumnAxis, layoutAxis } from './column-axis.model.ts';
import type { RunTable } from './run-table.model.ts';
import { layoutScatter, type ScatterPlot } from './scatter.model.ts';

export interface ContourPlot {
  readonly scatter: ScatterPlot;
  /** What is drawn as colour. */
  readonly colour: ColumnAxis;
  /** Share of the colour's axis at each cell, row by row from the top; NaN outside the runs. */
  readonly cells: Float32Array;
  readonly columns: number;
  readonly rows: number;
  /** Runs with all three values. */
  readonly points: number;
}

export interface ContourWish {
  readonly across: string;
  readonly up: string;
  readonly colour: string;
  readonly width: number;
  readonly height: number;
}

/** Of a cell, in pixels. */
export const cellSize = 4;

/**
 * A surface through the runs: straight between the three nearest around each place (Delaunay), and nothing outside of
 * them, where nobody measured.
 */
export function layoutContour(table: RunTable, wish: ContourWish): ContourPlot | undefined {
  const scatter = layoutScatter(table, wish);
  const column = table.columns.get(wish.colour);
  if (scatter === undefined || column === undefined) return undefined;
  const colour = layoutAxis(column, { ticks: 6 });
  const rows = Math.ceil(scatter.frame.height / cellSize);
  const columns = Math.ceil(scatter.frame.width / cellSize);
  const points = pointsOf(scatter, colour);
  const cells = new Float32Array(columns * rows).fill(NaN);
  if (points.length >= 3) fillTriangles(cells, { points, columns, rows, scatter });
  return { scatter, colour, cells, columns, rows, points: points.length };
}

/** In pixels, with the share of the colour. Runs at the same place count as their mean. */
type Point = readonly [left: number, top: number, share: number];

function pointsOf({ places }: ScatterPlot, colour: ColumnAxis): readonly Point[] {
  const sums = new Map<string, { left: number; top: number; sum: number; count: number }>();
  for (const [row, share] of colour.shares.entries()) {
    const [left, top] = [places[row * 2] ?? NaN, places[row * 2 + 1] ?? NaN];
    if (Number.isNaN(share) || Number.isNaN(left) || Number.isNaN(top)) continue;
    const key = `${left.toFixed(2)} ${top.toFixed(2)}`;
    const known = sums.get(key) ?? { left, top, sum: 0, count: 0 };
    known.sum += share;
    known.count += 1;
    sums.set(key, known);
  }
  return [...sums.values()].map(({ left, top, sum, count }) => [left, top, sum / count]);
}

interface Filling {
  readonly points: readonly Point[];
  readonly columns: number;
  readonly rows: number;
  readonly scatter: ScatterPlot;
}

function fillTriangles(cells: Float32Array, { points, columns, rows, scatter }: Filling): void {
  const { triangles } = Delaunay.from(
    points,
    ([left]) => left,
    ([, top]) => top,
  );
  const { frame } = scatter;
  for (let at = 0; at < triangles.length; at += 3) {
    const [a, b, c] = [
      points[triangles[at] ?? 0],
      points[triangles[at + 1] ?? 0],
      points[triangles[at + 2] ?? 0],
    ];
    if (a === undefined || b === undefined || c === undefined) continue;
    const cellsOf = (low: number, high: number, start: number, most: number): readonly [number, number] => [
      Math.max(0, Math.floor((low - start) / cellSize)),
      Math.min(most - 1, Math.ceil((high - start) / cellSize)),
    ];
    const [fromColumn, toColumn] = cellsOf(
      Math.min(a[0], b[0], c[0]),
      Math.max(a[0], b[0], c[0]),
      frame.left,
      columns,
    );
    const [fromRow, toRow] = cellsOf(Math.min(a[1], b[1], c[1]), Math.max(a[1], b[1], c[1]), frame.top, rows);
    for (let row = fromRow; row <= toRow; row += 1) {
      for (let column = fromColumn; column <= toColumn; column += 1) {
        const left = frame.left + (column + 0.5) * cellSize;
        const top = frame.top + (row + 0.5) * cellSize;
        const share = interpolate([a, b, c], left, top);
        if (share !== undefined) cells[row * columns + column] = share;
      }
    }
  }
}

/** Barycentric; `undefined` outside of the triangle. */
function interpolate(
  [a, b, c]: readonly [Point, Point, Point],
  left: number,
  top: number,
): number | undefined {
  const area = (b[1] - c[1]) * (a[0] - c[0]) + (c[0] - b[0]) * (a[1] - c[1]);
  if (area === 0) return undefined;
  const ofA = ((b[1] - c[1]) * (left - c[0]) + (c[0] - b[0]) * (top - c[1])) / area;
  const ofB = ((c[1] - a[1]) * (left - c[0]) + (a[0] - c[0]) * (top - c[1])) / area;
  const ofC = 1 - ofA - ofB;
  const tolerance = -1e-9;
  if (ofA < tolerance || ofB < tolerance || ofC < tolerance) return undefined;
  return ofA * a[2] + ofB * b[2] + ofC * c[2];
}
