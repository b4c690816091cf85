import { findNearestPoint, nearestFinite } from '#domain/drawing/nearest-point.ts';
import type { DrawnLine } from './drawn-line.model.ts';
import { type Plot, xToPixel, yToPixel } from './plot.model.ts';

/** One line at the crosshair. */
export interface ReadingRow {
  readonly line: DrawnLine;
  /** Where the point lies that was logged nearest. */
  readonly x: number;
  /** What was logged there; between two points, what a straight line from one to the other has. */
  readonly value: number;
  /** `point`: logged right there. `between`: worked out. `beyond`: the line ends before, or begins after. */
  readonly kind: 'point' | 'between' | 'beyond';
  /** What is drawn there, where that is not what was logged. */
  readonly drawn?: number;
  /** Where its point is on the chart, in pixels. */
  readonly left: number;
  readonly top: number;
}

/** What is at a place of the chart: the nearest point decides where the crosshair stands. */
export interface Snap {
  /** The line's id. */
  readonly line: string;
  readonly x: number;
}

/** In which order the lines at the crosshair are told. */
export const readingOrders = ['nearest', 'highest', 'lowest', 'name'] as const;
export type ReadingOrder = (typeof readingOrders)[number];

/** A logged point this near to the crosshair, in pixels, counts as being there. */
const thereWithin = 4;

/** The line that is drawn nearest, and of that the logged point nearest along x. */
export function snapTo(plot: Plot, left: number, top: number): Snap | undefined {
  const found = findNearestPoint(plot.pixels, left, top);
  const line = found === undefined ? undefined : plot.lines[found.line];
  const drawnX = found === undefined ? undefined : line?.xs[found.point];
  if (line === undefined || drawnX === undefined) return undefined;
  const point = line.raw === 'line' ? -1 : nearestFinite(line.points.xs, line.points.ys, drawnX);
  return { line: line.id, x: line.points.xs[point] ?? drawnX };
}

/** Every line's value at `x`: the nearest to the pointed one first, unless another order is asked for. */
export function readAt(
  plot: Plot,
  { x, line: id }: Snap,
  order: ReadingOrder = 'nearest',
): readonly ReadingRow[] {
  const rows = plot.lines.flatMap((line) => readLine(plot, line, x) ?? []);
  const top = rows.find((row) => row.line.id === id)?.top ?? 0;
  switch (order) {
    case 'nearest':
      return rows.toSorted((a, b) => Math.abs(a.top - top) - Math.abs(b.top - top));
    case 'highest':
      return rows.toSorted((a, b) => b.value - a.value);
    case 'lowest':
      return rows.toSorted((a, b) => a.value - b.value);
    case 'name':
      return rows.toSorted((a, b) => a.line.name.localeCompare(b.line.name, 'en', { numeric: true }));
  }
}

export function readLine(plot: Plot, line: DrawnLine, x: number): ReadingRow | undefined {
  const { xs, ys } = line.points;
  const point = nearestFinite(xs, ys, x);
  if (point < 0) return undefined;
  const [pointX, pointY] = [xs[point] ?? NaN, ys[point] ?? NaN];
  const left = xToPixel(plot, pointX);
  const there = Math.abs(left - xToPixel(plot, x)) <= thereWithin;
  // Over a break nothing was logged that a straight line could stand for.
  const neighbour = point + (x > pointX ? 1 : -1);
  const kind = there ? 'point' : Number.isFinite(ys[neighbour] ?? NaN) ? 'between' : 'beyond';
  const share = (x - pointX) / ((xs[neighbour] ?? NaN) - pointX);
  const value = kind === 'between' ? pointY + ((ys[neighbour] ?? NaN) - pointY) * share : pointY;
  const drawn = line.raw === 'line' ? undefined : line.ys[nearestFinite(line.xs, line.ys, x)];
  return {
    line,
    x: pointX,
    value,
    kind,
    ...(drawn === undefined ? {} : { drawn }),
    left,
    top: yToPixel(plot, pointY, line.second),
  };
}

/** So many logged points on, by key, within what is in view: the snap stays on its line. */
export function stepPoint(plot: Plot, snap: Snap, by: number): Snap {
  const line = plot.lines.find((each) => each.id === snap.line);
  if (line === undefined) return snap;
  const { xs, ys } = line.points;
  const shown = (point: number): boolean => {
    const x = xs[point] ?? NaN;
    return x >= plot.xAxis.low && x <= plot.xAxis.high && Number.isFinite(ys[point]);
  };
  const direction = by < 0 ? -1 : 1;
  let point = nearestFinite(xs, ys, snap.x);
  let [x, left] = [snap.x, Math.abs(by)];
  // Several drawn points may share an x: only what moves the crosshair counts as a step.
  for (point += direction; left > 0 && point >= 0 && point < xs.length; point += direction) {
    if (!shown(point) || xs[point] === x) continue;
    x = xs[point] ?? x;
    left -= 1;
  }
  return { ...snap, x };
}

/** The line above (1) or below (−1) at the same x. */
export function stepLine(plot: Plot, snap: Snap, up: 1 | -1): Snap {
  const rows = readAt(plot, snap).toSorted((a, b) => b.top - a.top);
  const index = rows.findIndex((row) => row.line.id === snap.line);
  const next = rows[index + up];
  return next === undefined ? snap : { line: next.line.id, x: snap.x };
}

/** Where the keyboard begins: the last point of the first line in view. */
export function firstSnap(plot: Plot): Snap | undefined {
  return snapTo(plot, plot.frame.left + plot.frame.width, plot.frame.top);
}
