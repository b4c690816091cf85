import { findNearestPoint, nearestAlongX } from '#domain/drawing/nearest-point.ts';
import type { DrawnLine } from './drawn-line.model.ts';
import { type Plot, xToPixel } from './plot.model.ts';

/** One run at the crosshair. */
export interface ReadingRow {
  readonly line: DrawnLine;
  readonly point: number;
  readonly x: number;
  /** What was logged there. */
  readonly value: number;
  readonly smoothed?: number;
  /** Where it is on the chart, in pixels. */
  readonly left: number;
  readonly top: number;
}

/** What is at a place of the chart: the nearest point decides where the crosshair stands. */
export interface Snap {
  readonly runId: string;
  readonly x: number;
}

/** Snaps to the nearest real point of the nearest run. */
export function snapTo(plot: Plot, left: number, top: number): Snap | undefined {
  const found = findNearestPoint(plot.pixels, left, top);
  const line = found === undefined ? undefined : plot.lines[found.line];
  const x = found === undefined ? undefined : line?.xs[found.point];
  return line === undefined || x === undefined ? undefined : { runId: line.runId, x };
}

/** Every run's value nearest to `x`, the one at `runId` first, then by distance from it on the chart. */
export function readAt(plot: Plot, { x, runId }: Snap): readonly ReadingRow[] {
  const left = xToPixel(plot, x);
  const rows = plot.lines.flatMap((line, index) => {
    const row = readLine(plot, line, index, left);
    return row === undefined ? [] : [row];
  });
  const top = rows.find((row) => row.line.runId === runId)?.top ?? 0;
  return rows.toSorted((a, b) => Math.abs(a.top - top) - Math.abs(b.top - top));
}

export function readLine(plot: Plot, line: DrawnLine, index: number, left: number): ReadingRow | undefined {
  const pixels = plot.pixels[index];
  const point = pixels === undefined ? -1 : nearestAlongX(pixels, left);
  if (pixels === undefined || point < 0) return undefined;
  const drawn = line.ys[point] ?? NaN;
  return {
    line,
    point,
    x: line.xs[point] ?? NaN,
    value: line.values[point] ?? NaN,
    ...(line.ghost === undefined ? {} : { smoothed: drawn }),
    left: pixels[point * 2] ?? NaN,
    top: pixels[point * 2 + 1] ?? NaN,
  };
}

/** So many points on, by key, within what is in view: the snap stays on its run. */
export function stepPoint(plot: Plot, snap: Snap, by: number): Snap {
  const index = plot.lines.findIndex((line) => line.runId === snap.runId);
  const line = plot.lines[index];
  const pixels = plot.pixels[index];
  if (line === undefined || pixels === undefined) return snap;
  const shown = (point: number): boolean => {
    const x = line.xs[point] ?? NaN;
    return x >= plot.xAxis.low && x <= plot.xAxis.high && Number.isFinite(line.ys[point]);
  };
  const direction = by < 0 ? -1 : 1;
  let point = nearestAlongX(pixels, xToPixel(plot, snap.x));
  let [x, left] = [snap.x, Math.abs(by)];
  // Several drawn points may share an x: only what moves the crosshair counts as a step.
  for (point += direction; left > 0 && point >= 0 && point < line.xs.length; point += direction) {
    if (!shown(point) || line.xs[point] === x) continue;
    x = line.xs[point] ?? x;
    left -= 1;
  }
  return { ...snap, x };
}

/** The run above (1) or below (−1) at the same x. */
export function stepLine(plot: Plot, snap: Snap, up: 1 | -1): Snap {
  const rows = readAt(plot, snap).toSorted((a, b) => b.top - a.top);
  const index = rows.findIndex((row) => row.line.runId === snap.runId);
  const next = rows[index + up];
  return next === undefined ? snap : { runId: next.line.runId, x: snap.x };
}

/** Where the keyboard begins: the last point of the first run in view. */
export function firstSnap(plot: Plot): Snap | undefined {
  return snapTo(plot, plot.frame.left + plot.frame.width, plot.frame.top);
}
