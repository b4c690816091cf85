/** Points as pixels, x and y in turn, in rising x; NaN breaks the line. */
export type PixelLine = Float32Array;

export interface NearPoint {
  /** Which of the lines. */
  readonly line: number;
  /** Which of its points. */
  readonly point: number;
  /** In pixels. */
  readonly distance: number;
}

/** The point nearest to a place on the chart, over all lines; `undefined` where no line has a point. */
export function findNearestPoint(
  lines: readonly PixelLine[],
  x: number,
  y: number,
  isHidden: (line: number) => boolean = () => false,
): NearPoint | undefined {
  // What lies at the place itself tells how far to look: without it, the first line would be searched from end to end.
  const limit = nearestAtPlace(lines, x, y, isHidden);
  let best: NearPoint | undefined;
  for (const [line, pixels] of lines.entries()) {
    if (isHidden(line)) continue;
    const found = nearerThan(best?.distance ?? limit, pixels, x, y);
    if (found !== undefined) best = { line, ...found };
  }
  return best;
}

/** A little more than the least distance of the points beside `x`, one of each line. */
function nearestAtPlace(
  lines: readonly PixelLine[],
  x: number,
  y: number,
  isHidden: (line: number) => boolean,
): number {
  let least = Infinity;
  for (const [line, pixels] of lines.entries()) {
    if (isHidden(line)) continue;
    const start = firstAtOrAfter(pixels, x);
    for (const index of [start - 1, start]) {
      const distance = Math.hypot((pixels[index * 2] ?? NaN) - x, (pixels[index * 2 + 1] ?? NaN) - y);
      if (distance < least) least = distance;
    }
  }
  return least * 1.001 + 1e-6;
}

/** The nearest point of one line, if it is nearer than `limit`; what is farther along x alone is not looked at. */
function nearerThan(
  limit: number,
  pixels: PixelLine,
  x: number,
  y: number,
): Omit<NearPoint, 'line'> | undefined {
  const count = pixels.length / 2;
  const start = firstAtOrAfter(pixels, x);
  let point = -1;
  let best = limit;
  const look = (index: number): boolean => {
    const dx = (pixels[index * 2] ?? NaN) - x;
    if (Math.abs(dx) > best) return false;
    const distance = Math.hypot(dx, (pixels[index * 2 + 1] ?? NaN) - y);
    if (distance < best) {
      best = distance;
      point = index;
    }
    return true;
  };
  for (let index = start; index < count && look(index); index += 1);
  for (let index = start - 1; index >= 0 && look(index); index -= 1);
  return point === -1 ? undefined : { point, distance: best };
}

/** Of points in rising x, the one with a finite y that lies nearest along x; -1 where there is none. */
export function nearestFinite(xs: Float64Array, ys: Float64Array, x: number): number {
  const start = firstFrom(xs, x);
  const after = seekFinite(ys, start, 1);
  const before = seekFinite(ys, start - 1, -1);
  if (before < 0) return after < xs.length ? after : -1;
  if (after >= xs.length) return before;
  return x - (xs[before] ?? NaN) < (xs[after] ?? NaN) - x ? before : after;
}

function seekFinite(ys: Float64Array, from: number, direction: 1 | -1): number {
  let index = from;
  while (index >= 0 && index < ys.length && !Number.isFinite(ys[index])) index += direction;
  return index;
}

function firstFrom(xs: Float64Array, x: number): number {
  let [low, high] = [0, xs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((xs[middle] ?? NaN) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstAtOrAfter(pixels: PixelLine, x: number): number {
  let low = 0;
  let high = pixels.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pixels[middle * 2] ?? NaN) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
