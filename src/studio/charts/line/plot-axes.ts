import { axisKind, type ChartAxis } from '../scene/chart-axis.ts';
import { durationTicks, linearTicks, scaleTicks } from '#domain/drawing/ticks.ts';
import type { ValueScale } from '#domain/drawing/value-scale.ts';
import type { Axis, AxisTick } from '../scene/axis.ts';
import type { Range } from '../scene/range.ts';
import { labelDecades, labelNumbers, labelX } from '../scene/tick-labels.ts';
import type { Extent } from './plot-extent.ts';

/** A range that has a width, for what is all at one place. */
export function widen([low, high]: Range): Range {
  if (high > low) return [low, high];
  const half = Math.abs(low) > 1e9 ? 500 : 0.5;
  return [low - half, high + half];
}

export function layoutX(axis: ChartAxis, [low, high]: Range, width: number, zoneMs: number): Axis {
  const count = Math.max(2, Math.floor(width / 84));
  const values = ticksOf(axis, [low, high], count, zoneMs);
  return { low, high, ticks: zip(values, labelX(values, axis)) };
}

function ticksOf(axis: ChartAxis, [low, high]: Range, count: number, zoneMs: number): readonly number[] {
  switch (axisKind(axis)) {
    case 'step':
      return wholeOnly(linearTicks(low, high, count), high - low);
    case 'number':
      return linearTicks(low, high, count);
    case 'time':
      return durationTicks(low, high, count, zoneMs);
    case 'span':
      return durationTicks(low, high, count);
  }
}

/** Steps are whole: a tick between two of them would name what cannot be. */
function wholeOnly(values: readonly number[], span: number): readonly number[] {
  return span >= 2 ? values.filter((value) => Number.isInteger(value)) : values.filter(Number.isInteger);
}

const pixelsEachTick = 30;

/** An axis for values, in places of its scale; `range`, where given, is taken as it is. */
export function layoutY(
  scale: ValueScale,
  extent: Pick<Extent, 'low' | 'high'>,
  range: Range | undefined,
  length: number,
): Axis {
  const [low, high] = toPlaces(scale, extent, range);
  const values = scaleTicks(scale, low, high, Math.max(2, Math.floor(length / pixelsEachTick)));
  const decades = scale.kind !== 'linear' && !(scale.kind === 'log' && high - low < 1.5);
  const labels = decades ? labelDecades(values) : labelNumbers(values);
  const ticks = zip(values, labels).map(({ place, label }) => ({ place: scale.place(place), label }));
  return { low, high, ticks };
}

function toPlaces(scale: ValueScale, extent: Pick<Extent, 'low' | 'high'>, range: Range | undefined): Range {
  if (range !== undefined) {
    const places = [scale.place(range[0]), scale.place(range[1])] as const;
    if (places[1] > places[0]) return places;
  }
  const [low, high] = [scale.place(extent.low), scale.place(extent.high)];
  const padding = high > low ? (high - low) * 0.05 : Math.abs(high) * 0.05 || 0.5;
  return [low - padding, high + padding];
}

function zip(values: readonly number[], labels: readonly string[]): readonly AxisTick[] {
  return values.map((place, index) => ({ place, label: labels[index] ?? '' }));
}
