import type { RunMark } from '#domain/colour/run-marks.ts';
import { type BucketedLine, type Polyline, toPolyline } from '#domain/drawing/bucketed-line.ts';
import { smoothValues } from '#domain/drawing/smoothing.ts';
import type { Range } from './range.ts';

/** A run's metric on a chart. */
export interface ChartLine {
  readonly runId: string;
  readonly name: string;
  readonly mark: RunMark;
  /** Drawn stronger and on top: the others are measured against it. */
  readonly baseline: boolean;
  readonly line: BucketedLine;
}

/** A line as it is drawn. */
export interface DrawnLine extends Polyline {
  readonly runId: string;
  readonly name: string;
  readonly mark: RunMark;
  readonly baseline: boolean;
  readonly source: BucketedLine;
  /** What was logged at each point: `ys` itself unless that is smoothed. */
  readonly values: Float64Array;
  /** The line before smoothing. */
  readonly ghost?: Polyline;
}

/** What to draw of a run: all its extremes; or the smoothed means of its buckets, with the extremes as a ghost. */
export function toDrawnLine(chartLine: ChartLine, smoothing: number): DrawnLine {
  const { line: source, ...rest } = chartLine;
  const whole = toPolyline(source);
  if (smoothing === 0) return { ...rest, source, ...whole, values: whole.ys };
  return {
    ...rest,
    source,
    xs: source.lastX,
    ys: smoothValues(source.mean, smoothing),
    values: source.last,
    ghost: whole,
  };
}

/** How much of what was logged is on the chart. */
export interface DrawnShare {
  readonly drawn: number;
  readonly points: number;
  readonly bucketed: boolean;
  readonly nanPoints: number;
  readonly infinitePoints: number;
}

/** Counted in view only; where a bucket holds many points, those at the edges of the view by its share. */
export function shareOf(lines: readonly DrawnLine[], range?: Range): DrawnShare {
  let [drawn, points, nanPoints, infinitePoints] = [0, 0, 0, 0];
  for (const { source, ghost, xs } of lines) {
    const all = ghost?.xs ?? xs;
    const shown = range === undefined ? all.length : countWithin(all, range);
    drawn += shown;
    points += all.length === 0 ? source.points : Math.round((source.points * shown) / all.length);
    nanPoints += source.nanPoints;
    infinitePoints += source.infinitePoints;
  }
  return {
    drawn,
    points,
    nanPoints,
    infinitePoints,
    bucketed: lines.some((line) => line.source.bucketWidth > 0),
  };
}

function countWithin(xs: Float64Array, [low, high]: Range): number {
  let count = 0;
  for (const x of xs) if (x >= low && x <= high) count += 1;
  return count;
}
