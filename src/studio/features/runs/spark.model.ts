import { type BucketedLine, toPolyline } from '#domain/drawing/bucketed-line.ts';

/** The box that sparklines are drawn in; stretched to their cell. */
export const sparkWidth = 100;
export const sparkHeight = 24;
const margin = 2;

/**
 * The course of a metric as an SVG path through the least and greatest value of each bucket, so that no spike is lost.
 * Empty where there is no finite value.
 */
export function sparkPath(line: BucketedLine): string {
  const { xs, ys } = toPolyline(line);
  const drawn = Array.from(xs, (x, at) => ({ x, y: ys[at] ?? Number.NaN }));
  const finite = drawn.filter(({ y }) => Number.isFinite(y));
  if (finite.length === 0) return '';
  const across = scaleOf(
    finite.map(({ x }) => x),
    margin,
    sparkWidth - margin,
  );
  const up = scaleOf(
    finite.map(({ y }) => y),
    sparkHeight - margin,
    margin,
  );
  let broken = true;
  let path = '';
  for (const { x, y } of drawn) {
    if (Number.isFinite(y)) path += `${broken ? 'M' : 'L'}${across(x).toFixed(1)} ${up(y).toFixed(1)}`;
    broken = !Number.isFinite(y);
  }
  // A single point is a short stroke, or nothing would be seen of it.
  return finite.length === 1 ? `${path}h1` : path;
}

/** From the least to the greatest of some numbers; equal ones lie in the middle. Halved: 1e308 less -1e308 is no number. */
function scaleOf(values: readonly number[], from: number, to: number): (value: number) => number {
  const least = Math.min(...values) / 2;
  const span = Math.max(...values) / 2 - least;
  if (span === 0) return () => (from + to) / 2;
  return (value) => from + ((value / 2 - least) / span) * (to - from);
}
