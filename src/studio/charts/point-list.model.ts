import type { DrawnLine } from './drawn-line.model.ts';

export interface ListedPoint {
  readonly line: DrawnLine;
  readonly point: number;
}

/** Every drawn point of every line, by x and then in the order of the runs. */
export function listPoints(lines: readonly DrawnLine[]): readonly ListedPoint[] {
  const points = lines.flatMap((line) =>
    Array.from(line.xs, (_x, point) => ({ line, point })).filter(({ point }) => !isRepeat(line, point)),
  );
  return points.sort((a, b) => (a.line.xs[a.point] ?? NaN) - (b.line.xs[b.point] ?? NaN));
}

/** A bucket's extremes may be its first or last point too. */
function isRepeat({ xs, ys }: DrawnLine, point: number): boolean {
  return point > 0 && xs[point] === xs[point - 1] && Object.is(ys[point], ys[point - 1]);
}
