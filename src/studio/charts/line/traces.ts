import type { OddPoint } from '#domain/drawing/bucketed-line.ts';
import type { PixelLine } from '#domain/drawing/nearest-point.ts';
import type { Band, DrawnLine } from './drawn-line.model.ts';
import type { Pen, Trace } from '../scene/scene.ts';
import { type Plot, xToPixel, yToPixel } from './plot.model.ts';

/** The line through all points, broken where there is none. */
export function traceLine(pixels: PixelLine): Trace {
  return (pen) => {
    let down = false;
    for (let index = 0; index < pixels.length; index += 2) {
      const y = pixels[index + 1] ?? NaN;
      if (Number.isNaN(y)) down = false;
      else if (down) pen.lineTo(pixels[index] ?? 0, y);
      else {
        pen.moveTo(pixels[index] ?? 0, y);
        down = true;
      }
    }
  };
}

/** A dot for each point, where they are few enough to be told apart; else only for those that no line reaches. */
export function traceDots(pixels: PixelLine, radius: number, every: boolean): Trace {
  return (pen) => {
    for (let index = 0; index < pixels.length; index += 2) {
      if (Number.isNaN(pixels[index + 1])) continue;
      if (!every && !isAlone(pixels, index)) continue;
      const [x, y] = [pixels[index] ?? 0, pixels[index + 1] ?? 0];
      pen.moveTo(x + radius, y);
      pen.arc(x, y, radius, 0, Math.PI * 2);
    }
  };
}

/** Whether some point has no neighbour that a line could lead to. */
export function hasLonePoint(pixels: PixelLine): boolean {
  for (let index = 0; index < pixels.length; index += 2) {
    if (!Number.isNaN(pixels[index + 1]) && isAlone(pixels, index)) return true;
  }
  return false;
}

function isAlone(pixels: PixelLine, index: number): boolean {
  return Number.isNaN(pixels[index - 1] ?? NaN) && Number.isNaN(pixels[index + 3] ?? NaN);
}

/** The area between the least and the greatest value of each bucket. */
export function traceEnvelope(plot: Plot, { source, second }: DrawnLine): Trace {
  return (pen) => {
    for (let index = 0; index < source.least.length; index += 1) {
      const low = yToPixel(plot, source.least[index] ?? NaN, second);
      const high = yToPixel(plot, source.greatest[index] ?? NaN, second);
      if (!Number.isFinite(low) || !Number.isFinite(high)) continue;
      const left = xToPixel(plot, source.firstX[index] ?? NaN);
      const right = Math.max(left + 1, xToPixel(plot, source.lastX[index] ?? NaN));
      pen.moveTo(left, low);
      pen.lineTo(left, high);
      pen.lineTo(right, high);
      pen.lineTo(right, low);
      pen.closePath();
    }
  };
}

/** The area of a band, piece by piece where it is broken. */
export function traceBand(plot: Plot, { xs, low, high }: Band, second = false): Trace {
  return (pen) => {
    for (let from = 0; from < xs.length;) {
      let to = from;
      while (to < xs.length && Number.isFinite((low[to] ?? NaN) + (high[to] ?? NaN))) to += 1;
      const point = (index: number, ys: Float64Array): readonly [number, number] => [
        xToPixel(plot, xs[index] ?? NaN),
        yToPixel(plot, ys[index] ?? NaN, second),
      ];
      if (to - from > 1) {
        pen.moveTo(...point(from, high));
        for (let index = from + 1; index < to; index += 1) pen.lineTo(...point(index, high));
        for (let index = to - 1; index >= from; index -= 1) pen.lineTo(...point(index, low));
        pen.closePath();
      }
      from = to + 1;
    }
  };
}

const markSize = 4;
const markSpacing = 11;

/** What has no place on the axis, at its edge: ▲ +∞ above, ▼ −∞ and ✕ not a number below. */
export function traceOddPoints(plot: Plot, odd: readonly OddPoint[]): Trace {
  const { frame, xAxis } = plot;
  const top = frame.top + markSize + 1;
  const bottom = frame.top + frame.height - markSize - 1;
  return (pen) => {
    let lastPixel = -Infinity;
    for (const { x, kind } of odd) {
      if (x < xAxis.low || x > xAxis.high) continue;
      const left = xToPixel(plot, x);
      // Marks over one another say no more than one does; how many there are is said above the chart.
      if (left - lastPixel < markSpacing) continue;
      lastPixel = left;
      if (kind === 'nan') drawCross(pen, left, bottom);
      else drawTriangle(pen, left, kind === 'above' ? top : bottom, kind === 'above' ? -1 : 1);
    }
  };
}

function drawCross(pen: Pen, x: number, y: number): void {
  const half = markSize - 1;
  pen.moveTo(x - half, y - half);
  pen.lineTo(x + half, y + half);
  pen.moveTo(x + half, y - half);
  pen.lineTo(x - half, y + half);
}

function drawTriangle(pen: Pen, x: number, y: number, direction: 1 | -1): void {
  pen.moveTo(x - markSize, y - direction * (markSize - 1));
  pen.lineTo(x + markSize, y - direction * (markSize - 1));
  pen.lineTo(x, y + direction * (markSize - 1));
  pen.closePath();
}
