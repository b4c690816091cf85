import type { ChartAxis } from '../scene/chart-axis.ts';
import type { PixelLine } from '#domain/drawing/nearest-point.ts';
import { createValueScale, type ValueScale } from '#domain/drawing/value-scale.ts';
import { type Axis, labelRoom } from '../scene/axis.ts';
import type { Range } from '../scene/range.ts';
import type { Frame } from '../scene/scene.ts';
import type { DrawnLine } from './drawn-line.model.ts';
import { type EndLabel, endNames, endRoom, placeEndLabels } from './end-labels.ts';
import { countOffScale, mostOf, type OffScale } from './off-scale.ts';
import { layoutX, layoutY, widen } from './plot-axes.ts';
import { type Extent, xExtent, yExtent } from './plot-extent.ts';

export interface PlotView {
  readonly x: ChartAxis;
  readonly log: boolean;
  /** What part of x to show; absent: all. */
  readonly xRange?: Range | undefined;
  readonly yRange?: Range | undefined;
  /** Leave out the few values that would flatten all others; they are counted instead. */
  readonly fit?: boolean;
}

export interface PlotSize {
  readonly width: number;
  readonly height: number;
  /** The reader's time zone, in milliseconds east of UTC. */
  readonly zoneMs: number;
  /** Room kept free above the frame, in pixels. */
  readonly head?: number;
}

/** What a line's values are measured on. */
export interface Measure {
  /** In places of `scale`. */
  readonly axis: Axis;
  readonly scale: ValueScale;
}

/** A chart with every number worked out: what is left is to draw it. */
export interface Plot {
  readonly frame: Frame;
  readonly xAxis: Axis;
  /** In places of `scale`. */
  readonly yAxis: Axis;
  readonly scale: ValueScale;
  /** The axis at the right, where some line is measured on it. */
  readonly second: Measure | undefined;
  readonly lines: readonly DrawnLine[];
  /** For each line its points as pixels. */
  readonly pixels: readonly PixelLine[];
  readonly labels: readonly EndLabel[];
  readonly offScale: OffScale;
}

const margin = { top: 8, right: 14, bottom: 24 } as const;

export function layoutPlot(lines: readonly DrawnLine[], view: PlotView, size: PlotSize): Plot {
  const xRange = widen(view.xRange ?? xExtent(lines) ?? [0, 1]);
  const top = margin.top + (size.head ?? 0);
  const height = Math.max(40, size.height - top - margin.bottom);
  const [firsts, seconds] = [
    lines.filter(({ second }) => second !== true),
    lines.filter(({ second }) => second),
  ];
  const main = measure(firsts, xRange, view, height);
  const second =
    seconds.length === 0 ? undefined : measure(seconds, xRange, { ...view, yRange: undefined }, height);
  const names = endNames(lines, size.width);
  const left = labelRoom(main.axis);
  const right = margin.right + endRoom(names) + (second === undefined ? 0 : labelRoom(second.axis));
  const frame: Frame = { left, top, width: Math.max(40, size.width - left - right), height };
  const xAxis = layoutX(view.x, xRange, frame.width, size.zoneMs);
  const placing: Placing = { frame, xAxis, yAxis: main.axis, scale: main.scale, second };
  const pixels = lines.map((line) => toPixels(placing, line));
  const axisValues = [main.scale.value(main.axis.low), main.scale.value(main.axis.high)] as const;
  return {
    ...placing,
    lines,
    pixels,
    labels: placeEndLabels(
      lines,
      names,
      pixels.map((pixel) => endOf(pixel, frame)),
      frame,
    ),
    offScale: countOffScale(firsts, xRange, axisValues),
  };
}

function measure(lines: readonly DrawnLine[], xRange: Range, view: PlotView, height: number): Measure {
  const whole: Extent = yExtent(lines, xRange) ?? { low: 0, high: 1, leastSize: 1 };
  const scale = createValueScale(view.log, whole.low, whole.high, whole.leastSize);
  const fits = view.fit === true && scale.kind === 'linear' && view.yRange === undefined;
  const extent = fits ? mostOf(lines, xRange, whole) : whole;
  return { scale, axis: layoutY(scale, extent, view.yRange, height) };
}

/** How high a line is where it ends or leaves the frame. */
function endOf(pixels: PixelLine, frame: Frame): number {
  const right = frame.left + frame.width + 1;
  for (let index = pixels.length - 2; index >= 0; index -= 2) {
    const y = pixels[index + 1] ?? NaN;
    if ((pixels[index] ?? NaN) <= right && Number.isFinite(y)) return y;
  }
  return NaN;
}

type Placing = Pick<Plot, 'frame' | 'xAxis' | 'yAxis' | 'scale' | 'second'>;

export function xToPixel({ frame, xAxis }: Pick<Plot, 'frame' | 'xAxis'>, x: number): number {
  return frame.left + ((x - xAxis.low) / (xAxis.high - xAxis.low)) * frame.width;
}

export function yToPixel({ frame, yAxis, scale, second }: Placing, y: number, onSecond = false): number {
  const axis = onSecond && second !== undefined ? second.axis : yAxis;
  const place = (onSecond && second !== undefined ? second.scale : scale).place(y);
  return frame.top + (1 - (place - axis.low) / (axis.high - axis.low)) * frame.height;
}

export function pixelToX({ frame, xAxis }: Placing, pixel: number): number {
  return xAxis.low + ((pixel - frame.left) / frame.width) * (xAxis.high - xAxis.low);
}

export function pixelToY({ frame, yAxis, scale }: Placing, pixel: number): number {
  return scale.value(yAxis.high - ((pixel - frame.top) / frame.height) * (yAxis.high - yAxis.low));
}

/** What lies far outside is drawn this far outside, so that a spike leaves the frame straight. */
const farPixels = 20_000;

type Points = Pick<DrawnLine, 'xs' | 'ys' | 'second'>;

export function toPixels(plot: Placing, { xs, ys, second }: Points): PixelLine {
  const pixels = new Float32Array(xs.length * 2);
  for (let index = 0; index < xs.length; index += 1) {
    const y = yToPixel(plot, ys[index] ?? NaN, second);
    pixels[index * 2] = xToPixel(plot, xs[index] ?? NaN);
    pixels[index * 2 + 1] = Number.isFinite(y) ? Math.min(farPixels, Math.max(-farPixels, y)) : NaN;
  }
  return pixels;
}
