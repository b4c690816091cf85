/** A point that has no place on an axis. */
export interface OddPoint {
  readonly x: number;
  readonly kind: 'nan' | 'above' | 'below';
}

/**
 * One metric of one run, ready to draw: a column for each fact of its buckets, in rising x. Where every point is a
 * bucket of its own, first, least, greatest and last are the same. A bucket without any finite value has NaN there.
 */
export interface BucketedLine {
  readonly runId: string;
  /** Points in the range asked for, finite or not. */
  readonly points: number;
  /** How much of x one bucket covers; 0 when every point is its own bucket. */
  readonly bucketWidth: number;
  readonly firstX: Float64Array;
  readonly first: Float64Array;
  readonly leastX: Float64Array;
  readonly least: Float64Array;
  readonly greatestX: Float64Array;
  readonly greatest: Float64Array;
  readonly lastX: Float64Array;
  readonly last: Float64Array;
  readonly mean: Float64Array;
  /** The mean of each bucket's values as the server smoothed them, point by point, where that was asked for. */
  readonly smoothed?: Float64Array;
  readonly nanPoints: number;
  readonly infinitePoints: number;
  /** Where the points are that are not finite; not all of them when there are very many. */
  readonly odd: readonly OddPoint[];
}

/** Points in rising x; a NaN in `ys` breaks the line. */
export interface Polyline {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/**
 * The points that draw a line as all its points would: of each bucket the first, least, greatest and last, in the
 * order in which they came (M4). No spike is lost, and every point of it was logged.
 */
export function toPolyline(line: BucketedLine): Polyline {
  const count = line.first.length;
  if (line.bucketWidth === 0) return { xs: line.firstX, ys: line.first };
  const { firstX, first, leastX, least, greatestX, greatest, lastX, last } = line;
  const xs = new Float64Array(count * 4);
  const ys = new Float64Array(count * 4);
  let length = 0;
  // Plain numbers in a plain loop: a page of charts draws millions of them.
  const push = (x: number, y: number): void => {
    if (length > 0 && xs[length - 1] === x && ys[length - 1] === y) return;
    xs[length] = x;
    ys[length] = y;
    length += 1;
  };
  for (let index = 0; index < count; index += 1) {
    push(firstX[index] ?? NaN, first[index] ?? NaN);
    const leastAt = leastX[index] ?? NaN;
    const greatestAt = greatestX[index] ?? NaN;
    if (leastAt <= greatestAt) {
      push(leastAt, least[index] ?? NaN);
      push(greatestAt, greatest[index] ?? NaN);
    } else {
      push(greatestAt, greatest[index] ?? NaN);
      push(leastAt, least[index] ?? NaN);
    }
    push(lastX[index] ?? NaN, last[index] ?? NaN);
  }
  return { xs: xs.subarray(0, length), ys: ys.subarray(0, length) };
}
