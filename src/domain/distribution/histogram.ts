import { roundStep } from '../drawing/ticks.ts';

export interface Bin {
  readonly from: number;
  /** Exclusive, save of the last bin. */
  readonly to: number;
  readonly count: number;
}

export interface Histogram {
  readonly bins: readonly Bin[];
  readonly nanCount: number;
  readonly infinityCount: number;
}

/**
 * Counts values in bins of one width, whose borders are round numbers. One value alone has a bin of its own.
 * @param wanted about how many bins there should be
 */
export function toHistogram(values: readonly number[], wanted = 24): Histogram {
  const finite = values.filter((value) => Number.isFinite(value));
  const nanCount = values.filter((value) => Number.isNaN(value)).length;
  const rest = { nanCount, infinityCount: values.length - finite.length - nanCount };
  if (finite.length === 0) return { bins: [], ...rest };
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of finite) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  if (least === greatest) return { bins: [{ from: least, to: greatest, count: finite.length }], ...rest };
  const { start, width, count } = grid(least, greatest, wanted);
  const counts = Array.from({ length: count }, () => 0);
  for (const value of finite) {
    const place = Math.min(count - 1, Math.max(0, Math.floor(value / width - start)));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  // Cleaned of what binary fractions leave behind.
  const border = (place: number): number => Number(((start + place) * width).toPrecision(12));
  return {
    bins: counts.map((each, place) => ({ from: border(place), to: border(place + 1), count: each })),
    ...rest,
  };
}

/** The first border as a multiple of the width, so that borders are round. */
function grid(least: number, greatest: number, wanted: number) {
  // Two values may differ by the least double of all, of which there is no part.
  const rough = Math.max(greatest / wanted - least / wanted, Number.MIN_VALUE);
  const rounded = roundStep(rough);
  // Near the ends of what a double holds there are no rounder numbers.
  const width = rounded > 0 && Number.isFinite(rounded) ? rounded : rough;
  const start = Math.floor(least / width);
  // The greatest value belongs to the last bin, though it may be its very border.
  const count = Math.max(1, Math.min(4 * wanted, Math.ceil(greatest / width - start)));
  return { start, width, count };
}
