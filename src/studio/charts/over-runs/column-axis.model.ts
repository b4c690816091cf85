import { scaleTicks } from '#domain/drawing/ticks.ts';
import { createValueScale, type ValueScale } from '#domain/drawing/value-scale.ts';
import { labelDecades, labelNumbers } from '../scene/tick-labels.ts';
import type { TableColumn } from './run-table.model.ts';

export interface AxisMark {
  /** 0, the beginning of the axis, to 1. */
  readonly share: number;
  readonly label: string;
}

/** A column laid along an axis. */
export interface ColumnAxis {
  readonly term: string;
  readonly kind: 'linear' | 'log' | 'symlog' | 'words' | 'empty';
  /** Where each row stands, 0 to 1; NaN where it has no finite value. */
  readonly shares: Float64Array;
  readonly ticks: readonly AxisMark[];
  /** Rows without a finite value. */
  readonly without: number;
  /** The share of a value, for reference lines; NaN off the axis's kind. */
  readonly shareOf: (value: number) => number;
}

export interface AxisWish {
  /** Absent: a logarithm where positive values span three decades and more. */
  readonly log?: boolean | undefined;
  readonly inverted?: boolean | undefined;
  /** About how many ticks there is room for. */
  readonly ticks: number;
}

/** From this ratio of the greatest to the least value, a plain axis shows the small ones as one. */
const widest = 1000;
/** More words than this are labelled only here and there. */
const mostWords = 24;

export function layoutAxis(column: TableColumn, wish: AxisWish): ColumnAxis {
  const axis = column.kind === 'number' ? layoutNumbers(column, wish) : layoutWords(column);
  return wish.inverted === true ? invert(axis) : axis;
}

interface Extent {
  readonly low: number;
  readonly high: number;
  readonly leastSize: number;
}

function extentOf(values: Float64Array): Extent | undefined {
  let [low, high, leastSize] = [Infinity, -Infinity, Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
    if (value !== 0) leastSize = Math.min(leastSize, Math.abs(value));
  }
  return low === Infinity ? undefined : { low, high, leastSize: leastSize === Infinity ? 1 : leastSize };
}

function layoutNumbers(column: TableColumn, { log, ticks }: AxisWish): ColumnAxis {
  const extent = extentOf(column.numbers);
  if (extent === undefined) return emptyAxis(column);
  const wantsLog = log ?? (extent.low > 0 && extent.high / extent.low >= widest);
  const scale = createValueScale(wantsLog, extent.low, extent.high, extent.leastSize);
  const [low, high] = padded(scale, extent);
  const shareOf = (value: number): number => (scale.place(value) - low) / (high - low);
  const values = scaleTicks(scale, low, high, ticks);
  const decades = scale.kind !== 'linear' && !(scale.kind === 'log' && high - low < 1.5);
  const labels = decades ? labelDecades(values) : labelNumbers(values);
  const shares = column.numbers.map((value) => (Number.isFinite(value) ? shareOf(value) : NaN));
  return {
    term: column.term,
    kind: scale.kind,
    shares,
    ticks: values.map((value, index) => ({ share: shareOf(value), label: labels[index] ?? '' })),
    without: countNaN(shares),
    shareOf,
  };
}

/** A little room, so that no mark lies on the frame; a lone value stands in the middle. */
function padded(scale: ValueScale, extent: Extent): readonly [number, number] {
  const [low, high] = [scale.place(extent.low), scale.place(extent.high)];
  const span = high - low;
  if (!(span > 0)) return [low - (Math.abs(low) || 1) * 0.5, high + (Math.abs(high) || 1) * 0.5];
  return Number.isFinite(span) ? [low - span * 0.04, high + span * 0.04] : [low, high];
}

function layoutWords(column: TableColumn): ColumnAxis {
  const words = [...new Set(column.texts.filter((text) => text !== undefined))].sort(byNumberThenWord);
  if (words.length === 0) return emptyAxis(column);
  const places = new Map(words.map((word, index) => [word, (index + 0.5) / words.length]));
  const every = Math.ceil(words.length / mostWords);
  const shares = Float64Array.from(column.texts, (text) =>
    text === undefined ? NaN : (places.get(text) ?? NaN),
  );
  return {
    term: column.term,
    kind: 'words',
    shares,
    ticks: words.flatMap((label, index) =>
      index % every === 0 ? [{ share: places.get(label) ?? 0, label }] : [],
    ),
    without: countNaN(shares),
    shareOf: () => NaN,
  };
}

const collator = new Intl.Collator('en', { numeric: true });

function byNumberThenWord(a: string, b: string): number {
  return collator.compare(a, b);
}

function emptyAxis(column: TableColumn): ColumnAxis {
  const shares = column.numbers.map(() => NaN);
  return { term: column.term, kind: 'empty', shares, ticks: [], without: shares.length, shareOf: () => NaN };
}

function invert(axis: ColumnAxis): ColumnAxis {
  return {
    ...axis,
    shares: axis.shares.map((share) => 1 - share),
    ticks: axis.ticks.map(({ share, label }) => ({ share: 1 - share, label })),
    shareOf: (value) => 1 - axis.shareOf(value),
  };
}

function countNaN(shares: Float64Array): number {
  let count = 0;
  for (const share of shares) if (Number.isNaN(share)) count += 1;
  return count;
}
