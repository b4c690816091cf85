import { nearestFinite } from '#domain/drawing/nearest-point.ts';
import type { DrawnLine } from './drawn-line.model.ts';

export interface ListedPoint {
  readonly line: DrawnLine;
  readonly x: number;
  /** What was logged. */
  readonly value: number;
  /** What is drawn there, where that is something else. */
  readonly drawn: number | undefined;
}

/** Every point on the chart that was logged, of every line, by x and then in the order of the runs. */
export function listPoints(lines: readonly DrawnLine[]): readonly ListedPoint[] {
  return lines.flatMap(pointsOf).sort((a, b) => a.x - b.x);
}

function pointsOf(line: DrawnLine): readonly ListedPoint[] {
  const { xs, ys } = line.points;
  const listed: ListedPoint[] = [];
  for (const [index, x] of xs.entries()) {
    const value = ys[index] ?? NaN;
    // A bucket's extremes may be its first or last point too.
    if (index > 0 && x === xs[index - 1] && Object.is(value, ys[index - 1])) continue;
    const drawn = line.raw === 'line' ? undefined : line.ys[nearestFinite(line.xs, line.ys, x)];
    listed.push({ line, x, value, drawn });
  }
  return listed;
}
