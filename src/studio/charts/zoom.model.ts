import { type Frame, pixelToX, pixelToY, type Plot } from './plot.model.ts';
import type { Range } from './range.ts';

/** What part of a chart to show; a direction that is absent stays as it is. */
export interface Zoom {
  readonly x?: Range;
  readonly y?: Range;
}

/** A rectangle in pixels, while it is drawn to zoom. */
export interface ZoomBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly left: number;
  readonly top: number;
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

/** Half of what is in view along x, or twice, around a place that stays where it is. */
export function zoomAround({ xAxis }: Plot, x: number, factor: number): Zoom {
  return { x: [x - (x - xAxis.low) * factor, x + (xAxis.high - x) * factor] };
}
