import type { SeriesLine } from './series-line.ts';

/** The most stretches that a series is cut into: more than a table cell shows. */
export const sparklineStretches = 32;

/** One stretch of a sparkline, both from 0 (the least value of the series) to 1 (the greatest). */
export interface SparklineStretch {
  readonly low: number;
  readonly high: number;
}

/** A character for each level, and one for no value. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const empty = alphabet.length - 1;
const greatest = empty - 1;

/**
 * Stretches side by side, `undefined` where a stretch has no finite value, as text of two characters each. The 63
 * levels are finer than what a cell shows.
 */
export function packSparkline(stretches: readonly (SparklineStretch | undefined)[]): string {
  const codes = stretches.flatMap((each) =>
    each === undefined ? [empty, empty] : [Math.round(each.low * greatest), Math.round(each.high * greatest)],
  );
  return codes.map((code) => alphabet[code] ?? '').join('');
}

export function unpackSparkline(packed: string): (SparklineStretch | undefined)[] {
  const codes = Array.from(packed, (char) => alphabet.indexOf(char));
  return Array.from({ length: codes.length >> 1 }, (_each, index) => {
    const [low = empty, high = empty] = codes.slice(2 * index, 2 * index + 2);
    return low === empty ? undefined : { low: low / greatest, high: high / greatest };
  });
}

/** What of a series decides how its sparkline is drawn. */
export interface SparklineScale {
  /** The first and the last step. */
  readonly from: number;
  readonly to: number;
  readonly min: number;
  readonly max: number;
}

/** Cuts a line along steps into stretches; every extreme of the line is in one of them. */
export function toStretches(line: SeriesLine, scale: SparklineScale): (SparklineStretch | undefined)[] {
  const lows = new Float64Array(sparklineStretches).fill(Infinity);
  const highs = new Float64Array(sparklineStretches).fill(-Infinity);
  const put = (x: number, value: number) => {
    if (!Number.isFinite(value)) return;
    const at = stretchAt(x, scale);
    lows[at] = Math.min(lows[at] ?? value, value);
    highs[at] = Math.max(highs[at] ?? value, value);
  };
  if (line.kind === 'points') {
    for (const [index, x] of line.points.xs.entries()) put(x, line.points.values[index] ?? Number.NaN);
  } else {
    const { minX, min, maxX, max, count } = line.buckets;
    for (const [index, points] of count.entries()) {
      if (points === 0) continue;
      put(minX[index] ?? 0, min[index] ?? Number.NaN);
      put(maxX[index] ?? 0, max[index] ?? Number.NaN);
    }
  }
  return Array.from(lows, (low, index) =>
    low === Infinity ? undefined : { low: share(low, scale), high: share(highs[index] ?? low, scale) },
  );
}

function stretchAt(x: number, { from, to }: SparklineScale): number {
  if (to <= from) return 0;
  const at = Math.floor(((x - from) / (to - from)) * sparklineStretches);
  return Math.min(Math.max(at, 0), sparklineStretches - 1);
}

/** Halves, as the height of the greatest doubles is beyond what a double holds. */
function share(value: number, { min, max }: SparklineScale): number {
  const height = max / 2 - min / 2;
  return height > 0 ? Math.min(Math.max((value / 2 - min / 2) / height, 0), 1) : 0.5;
}
