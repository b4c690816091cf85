import type { RunMark } from '#domain/colour/run-marks.ts';
import { type BucketedLine, type Polyline, toPolyline } from '#domain/drawing/bucketed-line.ts';
import { isSmooth, type Smoothing, smoothLine } from '#domain/drawing/smoothing.ts';
import type { Range } from '../scene/range.ts';

/** What of each bucket the line goes through; `auto` chooses by how many lines there are. */
export const lineChoices = ['auto', 'whole', 'mean', 'last', 'min', 'max'] as const;
export type LineChoice = (typeof lineChoices)[number];

/** How lines are drawn. */
export interface LineLook {
  readonly choice: Exclude<LineChoice, 'auto'>;
  readonly smoothing: Smoothing;
  /** Whether what was logged is drawn, faintly, behind a smoothed line. */
  readonly ghost: boolean;
}

/** A run's metric on a chart. */
export interface ChartLine {
  /** Unlike that of any other line of the chart; the run's id unless the chart has several metrics. */
  readonly id?: string;
  readonly runId: string;
  readonly name: string;
  readonly mark: RunMark;
  /** Drawn stronger and on top: the others are measured against it. */
  readonly baseline: boolean;
  /** Measured on the axis at the right. */
  readonly second?: boolean;
  readonly line: BucketedLine;
}

/** An area around a line, such as what a group spans. */
export interface Band {
  readonly xs: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A line as it is drawn. */
export interface DrawnLine extends Polyline {
  readonly id: string;
  readonly runId: string;
  readonly name: string;
  readonly mark: RunMark;
  readonly baseline: boolean;
  readonly second?: boolean;
  readonly source: BucketedLine;
  /** Points that were really logged, every extreme among them. */
  readonly points: Polyline;
  /** How they show: as the line itself, as its ghost, as the shade between least and greatest, or not at all. */
  readonly raw: 'line' | 'ghost' | 'shade' | 'none';
  readonly smoothed: boolean;
  readonly band?: Band;
}

/** From so many lines on, each is drawn whole: shades over one another would hide them all. */
export const mostShades = 8;

/** `auto` is the mean of each bucket in the shade of its extremes; where there are many lines, all the extremes. */
export function resolveChoice(choice: LineChoice, lines: number): LineLook['choice'] {
  if (choice !== 'auto') return choice;
  return lines > mostShades ? 'whole' : 'mean';
}

/**
 * What to draw of a run. Points that the server has smoothed go before our own copy, which sees only buckets.
 * @param serverFits whether they were smoothed as is asked for now
 */
export function toDrawnLine(chartLine: ChartLine, look: LineLook, serverFits = true): DrawnLine {
  const { line: source, id = chartLine.runId, ...rest } = chartLine;
  const points = toPolyline(source);
  const base = { ...rest, id, source, points };
  if (isSmooth(look.smoothing)) {
    const line = smoothSource(source, look.smoothing, serverFits);
    return { ...base, ...line, raw: look.ghost ? 'ghost' : 'none', smoothed: true };
  }
  if (source.bucketWidth === 0 || look.choice === 'whole')
    return { ...base, ...points, raw: 'line', smoothed: false };
  return { ...base, ...choose(source, look.choice), raw: 'shade', smoothed: false };
}

function smoothSource(source: BucketedLine, smoothing: Smoothing, serverFits: boolean): Polyline {
  const xs = middles(source);
  if (serverFits && source.smoothed !== undefined) return { xs, ys: source.smoothed };
  const pointsEach = source.bucketWidth === 0 ? 1 : source.points / Math.max(1, xs.length);
  return { xs, ys: smoothLine(xs, source.mean, smoothing, pointsEach) };
}

function choose(source: BucketedLine, choice: Exclude<LineLook['choice'], 'whole'>): Polyline {
  switch (choice) {
    case 'mean':
      return { xs: middles(source), ys: source.mean };
    case 'last':
      return { xs: source.lastX, ys: source.last };
    case 'min':
      return { xs: source.leastX, ys: source.least };
    case 'max':
      return { xs: source.greatestX, ys: source.greatest };
  }
}

function middles({ firstX, lastX, bucketWidth }: BucketedLine): Float64Array {
  return bucketWidth === 0 ? firstX : firstX.map((x, index) => (x + (lastX[index] ?? x)) / 2);
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
  for (const { source, points: logged } of lines) {
    const all = logged.xs;
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
