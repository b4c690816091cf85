import type { Polyline } from '#domain/drawing/bucketed-line.ts';
import type { Range } from '../scene/range.ts';
import type { DrawnLine } from './drawn-line.model.ts';
import { type Extent, partsOf } from './plot-extent.ts';

/** What a chart does not show because it lies above or below. */
export interface OffScale {
  readonly above: OffSide | undefined;
  readonly below: OffSide | undefined;
}

export interface OffSide {
  readonly points: number;
  /** The value farthest away. */
  readonly extreme: number;
}

/** So many values at most are looked at to tell the usual from the unusual. */
const sampleSize = 1024;
/** The share of values at each end that may be unusual. */
const tail = 0.02;
/** Only what stretches the axis this many times is left out: anything less can be looked at whole. */
const leastStretch = 6;

/** A range that most values in view lie in, where a few would flatten all others; else the extent as it is. */
export function mostOf(lines: readonly DrawnLine[], range: Range, whole: Extent): Extent {
  const values = sample(lines, range).sort();
  if (values.length < 8) return whole;
  const at = (share: number): number => values[Math.round(share * (values.length - 1))] ?? NaN;
  const [low, high] = [at(tail), at(1 - tail)];
  const span = high - low;
  if (!(span > 0)) return whole;
  // On either side up to as much again: the values there are few, but belong to the picture.
  const [least, greatest] = [low - span / 2, high + span / 2];
  if (whole.high - whole.low < span * leastStretch) return whole;
  return { ...whole, low: Math.max(whole.low, least), high: Math.min(whole.high, greatest) };
}

function sample(lines: readonly DrawnLine[], [from, to]: Range): Float64Array {
  const parts = lines.flatMap(partsOf);
  const total = parts.reduce((sum, part) => sum + part.xs.length, 0);
  const every = Math.max(1, Math.floor(total / sampleSize));
  const found: number[] = [];
  for (const { xs, ys } of parts) {
    for (let index = 0; index < xs.length; index += every) {
      const [x, y] = [xs[index] ?? NaN, ys[index] ?? NaN];
      if (x >= from && x <= to && Number.isFinite(y)) found.push(y);
    }
  }
  return Float64Array.from(found);
}

/** Counts the logged points in view that lie beyond the axis. */
export function countOffScale(lines: readonly DrawnLine[], range: Range, axis: Range): OffScale {
  const above = { points: 0, extreme: -Infinity };
  const below = { points: 0, extreme: Infinity };
  const note = (y: number): void => {
    const side = y > axis[1] ? above : below;
    side.points += 1;
    side.extreme = y > axis[1] ? Math.max(side.extreme, y) : Math.min(side.extreme, y);
  };
  for (const { points } of lines) for (const y of valuesBeyond(points, range, axis)) note(y);
  return { above: above.points > 0 ? above : undefined, below: below.points > 0 ? below : undefined };
}

function* valuesBeyond({ xs, ys }: Polyline, [from, to]: Range, [low, high]: Range): Generator<number> {
  for (let index = 0; index < xs.length; index += 1) {
    const [x, y] = [xs[index] ?? NaN, ys[index] ?? NaN];
    if (x < from || x > to || (y <= high && y >= low) || !Number.isFinite(y)) continue;
    // A bucket's extremes may be its first or last point too.
    if (x !== xs[index - 1] || y !== ys[index - 1]) yield y;
  }
}
