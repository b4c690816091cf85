import type { XAxis } from '#contract/metrics.ts';
import type { PixelLine } from '#domain/drawing/nearest-point.ts';
import { durationTicks, linearTicks, scaleTicks } from '#domain/drawing/ticks.ts';
import { createValueScale, type ValueScale } from '#domain/drawing/value-scale.ts';
import type { DrawnLine } from './drawn-line.model.ts';
import { type Extent, xExtent, yExtent } from './plot-extent.ts';
import type { Range } from './range.ts';
import { labelDecades, labelNumbers, labelX } from './tick-labels.ts';

export interface PlotView {
  readonly x: XAxis;
  readonly log: boolean;
  /** What part of x to show; absent: all. */
  readonly xRange?: Range | undefined;
  readonly yRange?: Range | undefined;
}

export interface PlotSize {
  readonly width: number;
  readonly height: number;
  /** The reader's time zone, in milliseconds east of UTC. */
  readonly zoneMs: number;
}

/** Where the lines are drawn, in pixels of the chart. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface AxisTick {
  readonly place: number;
  readonly label: string;
}

export interface PlotAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly AxisTick[];
}

/** A chart with every number worked out: what is left is to draw it. */
export interface Plot {
  readonly frame: Frame;
  readonly xAxis: PlotAxis;
  /** In places of `scale`. */
  readonly yAxis: PlotAxis;
  readonly scale: ValueScale;
  readonly lines: readonly DrawnLine[];
  /** For each line its points as pixels. */
  readonly pixels: readonly PixelLine[];
}

const margin = { top: 8, right: 14, bottom: 24 } as const;
const labelWidth = 6.7;

export function layoutPlot(lines: readonly DrawnLine[], view: PlotView, size: PlotSize): Plot {
  const xRange = widen(view.xRange ?? xExtent(lines) ?? [0, 1]);
  const extent = yExtent(lines, xRange) ?? { low: 0, high: 1, leastSize: 1 };
  const scale = createValueScale(view.log, extent.low, extent.high, extent.leastSize);
  const height = Math.max(40, size.height - margin.top - margin.bottom);
  const yAxis = layoutY(scale, extent, view.yRange, height);
  const longest = Math.max(...yAxis.ticks.map((tick) => tick.label.length), 2);
  const left = Math.ceil(longest * labelWidth) + 12;
  const frame: Frame = {
    left,
    top: margin.top,
    width: Math.max(40, size.width - left - margin.right),
    height,
  };
  const plot = { frame, xAxis: layoutX(view.x, xRange, frame.width, size.zoneMs), yAxis, scale, lines };
  return { ...plot, pixels: lines.map((line) => toPixels(plot, line.xs, line.ys)) };
}

function widen([low, high]: Range): Range {
  if (high > low) return [low, high];
  const half = Math.abs(low) > 1e9 ? 500 : 0.5;
  return [low - half, high + half];
}

function layoutX(axis: XAxis, [low, high]: Range, width: number, zoneMs: number): PlotAxis {
  const count = Math.max(2, Math.floor(width / 84));
  const values =
    axis === 'step'
      ? wholeOnly(linearTicks(low, high, count), high - low)
      : durationTicks(low, high, count, axis === 'time' ? zoneMs : 0);
  return { low, high, ticks: zip(values, labelX(values, axis)) };
}

/** Steps are whole: a tick between two of them would name what cannot be. */
function wholeOnly(values: readonly number[], span: number): readonly number[] {
  return span >= 2 ? values.filter((value) => Number.isInteger(value)) : values.filter(Number.isInteger);
}

function layoutY(scale: ValueScale, extent: Extent, range: Range | undefined, height: number): PlotAxis {
  const [low, high] = yPlaces(scale, extent, range);
  const values = scaleTicks(scale, low, high, Math.max(2, Math.floor(height / 30)));
  const decades = scale.kind !== 'linear' && !(scale.kind === 'log' && high - low < 1.5);
  const labels = decades ? labelDecades(values) : labelNumbers(values);
  const ticks = zip(values, labels).map(({ place, label }) => ({ place: scale.place(place), label }));
  return { low, high, ticks };
}

function yPlaces(scale: ValueScale, extent: Extent, range: Range | undefined): Range {
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

type Placing = Pick<Plot, 'frame' | 'xAxis' | 'yAxis' | 'scale'>;

export function xToPixel({ frame, xAxis }: Placing, x: number): number {
  return frame.left + ((x - xAxis.low) / (xAxis.high - xAxis.low)) * frame.width;
}

export function yToPixel({ frame, yAxis, scale }: Placing, y: number): number {
  const place = scale.place(y);
  return frame.top + (1 - (place - yAxis.low) / (yAxis.high - yAxis.low)) * frame.height;
}

export function pixelToX({ frame, xAxis }: Placing, pixel: number): number {
  return xAxis.low + ((pixel - frame.left) / frame.width) * (xAxis.high - xAxis.low);
}

export function pixelToY({ frame, yAxis, scale }: Placing, pixel: number): number {
  return scale.value(yAxis.high - ((pixel - frame.top) / frame.height) * (yAxis.high - yAxis.low));
}

/** What lies far outside is drawn this far outside, so that a spike leaves the frame straight. */
const farPixels = 20_000;

export function toPixels(plot: Placing, xs: Float64Array, ys: Float64Array): PixelLine {
  const pixels = new Float32Array(xs.length * 2);
  for (let index = 0; index < xs.length; index += 1) {
    const y = yToPixel(plot, ys[index] ?? NaN);
    pixels[index * 2] = xToPixel(plot, xs[index] ?? NaN);
    pixels[index * 2 + 1] = Number.isFinite(y) ? Math.min(farPixels, Math.max(-farPixels, y)) : NaN;
  }
  return pixels;
}
