import { type BucketColumn, type Buckets, mapColumns } from './buckets.ts';
import { pickNumbers } from './metric-point.ts';

/** Points along an axis, in rising x; those at one x in order of arrival. */
export interface XyPoints {
  readonly xs: Float64Array;
  readonly values: Float64Array;
}

/** What a chart asked of one series: all its points where they are few, else buckets. */
export type SeriesLine =
  | { readonly kind: 'points'; readonly points: XyPoints }
  | { readonly kind: 'buckets'; readonly width: number; readonly buckets: Buckets };

/** The points of both bounds and between, in rising x. */
export function selectRange({ xs, values }: XyPoints, from: number, to: number): XyPoints {
  const kept: number[] = [];
  let sorted = true;
  let before = -Infinity;
  for (let index = 0; index < xs.length; index += 1) {
    const x = xs[index] ?? 0;
    if (x < from || x > to) continue;
    sorted &&= x >= before;
    before = x;
    kept.push(index);
  }
  if (!sorted) kept.sort((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0) || a - b);
  else if (kept.length === xs.length) return { xs, values };
  return { xs: pickNumbers(xs, kept), values: pickNumbers(values, kept) };
}

const places: ReadonlySet<BucketColumn> = new Set(['start', 'firstX', 'lastX', 'minX', 'maxX']);

/** The line with `shift` taken off every x. */
export function shiftLine(line: SeriesLine, shift: number): SeriesLine {
  if (shift === 0) return line;
  const moved = (xs: Float64Array) => xs.map((x) => x - shift);
  if (line.kind === 'points')
    return { kind: 'points', points: { ...line.points, xs: moved(line.points.xs) } };
  const { buckets } = line;
  return {
    ...line,
    buckets: mapColumns((name) => (places.has(name) ? moved(buckets[name]) : buckets[name])),
  };
}
