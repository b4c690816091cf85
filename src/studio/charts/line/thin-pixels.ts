import type { PixelLine } from '#domain/drawing/nearest-point.ts';

const known = new WeakMap<PixelLine, PixelLine>();
/** Fewer points than this are quick to draw as they are. */
const fewPoints = 400;

/**
 * The same line with the lowest and the highest point of each column of pixels only: it looks the same and takes a
 * fraction of the time. Worked out once for each line.
 */
export function thinned(pixels: PixelLine): PixelLine {
  if (pixels.length < fewPoints * 2) return pixels;
  const before = known.get(pixels);
  if (before !== undefined) return before;
  const thin = thinOut(pixels);
  known.set(pixels, thin);
  return thin;
}

function thinOut(pixels: PixelLine): PixelLine {
  // Of each column at most five: its first, lowest, highest and last point, and one where the line breaks.
  const kept = new Float32Array(pixels.length);
  let length = 0;
  const keep = (point: number): void => {
    kept[length] = pixels[point] ?? NaN;
    kept[length + 1] = pixels[point + 1] ?? NaN;
    length += 2;
  };
  for (let start = 0; start < pixels.length;) {
    const end = endOfColumn(pixels, start);
    for (const point of tellingPoints(pixels, start, end)) keep(point);
    start = end;
  }
  return kept.subarray(0, length);
}

function endOfColumn(pixels: PixelLine, start: number): number {
  const column = Math.floor(pixels[start] ?? NaN);
  let end = start + 2;
  while (end < pixels.length && Math.floor(pixels[end] ?? NaN) === column) end += 2;
  return end;
}

function tellingPoints(pixels: PixelLine, start: number, end: number): readonly number[] {
  let [low, high, gap] = [start, start, start];
  for (let point = start; point < end; point += 2) {
    const y = pixels[point + 1] ?? NaN;
    if (Number.isNaN(y)) gap = point;
    else {
      if (!((pixels[low + 1] ?? NaN) <= y)) low = point;
      if (!((pixels[high + 1] ?? NaN) >= y)) high = point;
    }
  }
  return [...new Set([start, low, high, gap, end - 2])].sort((a, b) => a - b);
}
