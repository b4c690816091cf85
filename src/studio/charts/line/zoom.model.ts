import type { Range } from '../scene/range.ts';
import type { Frame } from '../scene/scene.ts';
import { pixelToX, pixelToY, type Plot } from './plot.model.ts';

/** What part of a chart to show; a direction that is absent stays as it is. */
export interface Zoom {
  readonly x?: Range;
  readonly y?: Range;
}

/** A rectangle in pixels, while it is drawn to zoom. */
export type ZoomBox = Frame;

export interface Place {
  readonly left: number;
  readonly top: number;
}

/** A place in a chart, and how far it is from the left of the window. */
export interface PointerPlace extends Place {
  readonly windowLeft: number;
}

/** A drag shorter than this, in pixels, is a press. */
export const leastDrag = 5;
/** A box this many times longer than wide means one axis only. */
const lockRatio = 4;

/** The box of a drag, kept inside the frame; one that is long and narrow takes the whole of the other axis. */
export function boxOf(frame: Frame, from: Place, to: Place): ZoomBox {
  const clampX = (x: number): number => Math.min(Math.max(x, frame.left), frame.left + frame.width);
  const clampY = (y: number): number => Math.min(Math.max(y, frame.top), frame.top + frame.height);
  const [x1, x2, y1, y2] = [clampX(from.left), clampX(to.left), clampY(from.top), clampY(to.top)];
  const [left, top] = [Math.min(x1, x2), Math.min(y1, y2)];
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (width > height * lockRatio) return { left, width, top: frame.top, height: frame.height };
  if (height > width * lockRatio) return { left: frame.left, width: frame.width, top, height };
  return { left, top, width, height };
}

/** What a box asks to see; a direction it spans whole stays as it is. */
export function zoomTo(plot: Plot, box: ZoomBox): Zoom {
  const { frame } = plot;
  return {
    ...(box.width < frame.width
      ? { x: [pixelToX(plot, box.left), pixelToX(plot, box.left + box.width)] as const }
      : {}),
    ...(box.height < frame.height
      ? { y: [pixelToY(plot, box.top + box.height), pixelToY(plot, box.top)] as const }
      : {}),
  };
}

/** Some part of a range, or a multiple, around a place that stays where it is. */
export function scaleRange([low, high]: Range, around: number, factor: number): Range {
  const scaled: Range = [around - (around - low) * factor, around + (high - around) * factor];
  // Nearer than this there are no numbers left between the two ends.
  const least = Math.max(Math.abs(low), Math.abs(high)) * 1e-12;
  return scaled[1] - scaled[0] > least ? scaled : [low, high];
}

/** Half of what is in view along x, or twice, around a place that stays where it is. */
export function zoomAround({ xAxis }: Plot, x: number, factor: number): Zoom {
  return { x: scaleRange([xAxis.low, xAxis.high], x, factor) };
}

/** What is in view after the hand has moved the paper; along y only where part of it is shown. */
export function panBy(plot: Plot, from: Place, to: Place, withY: boolean): Zoom {
  const { frame } = plot;
  const by = pixelToX(plot, from.left) - pixelToX(plot, to.left);
  const up = to.top - from.top;
  return {
    x: [plot.xAxis.low + by, plot.xAxis.high + by],
    ...(withY
      ? { y: [pixelToY(plot, frame.top + frame.height - up), pixelToY(plot, frame.top - up)] as const }
      : {}),
  };
}

/** What is in view after two fingers have moved: what lay below each lies below it still. */
export function pinch(plot: Plot, from: readonly [Place, Place], to: readonly [Place, Place]): Zoom {
  const apart = (places: readonly [Place, Place]): number =>
    Math.max(20, Math.abs(places[0].left - places[1].left));
  const middle = (places: readonly [Place, Place]): number => (places[0].left + places[1].left) / 2;
  const factor = apart(from) / apart(to);
  const held = pixelToX(plot, middle(from));
  const [low, high] = scaleRange([plot.xAxis.low, plot.xAxis.high], held, factor);
  const by = ((middle(from) - middle(to)) / plot.frame.width) * (high - low);
  return { x: [low + by, high + by] };
}
