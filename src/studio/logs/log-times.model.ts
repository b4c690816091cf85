/** A line and when it was written, in UTC milliseconds. */
export interface TimedLine {
  readonly line: number;
  readonly atMs: number;
}

/** The last line written at a time or before it, as far as the times given tell; `undefined` without times. */
export function lineAtTime(times: readonly TimedLine[], atMs: number): number | undefined {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((times[middle]?.atMs ?? 0) <= atMs) low = middle;
    else high = middle - 1;
  }
  return times[low]?.line;
}

/** The next of some ascending line numbers after (or before) a line, from the other end where there is none. */
export function nextOf(lines: readonly number[], line: number | undefined, step: 1 | -1): number | undefined {
  if (line === undefined) return step === 1 ? lines[0] : lines.at(-1);
  const found = step === 1 ? lines.find((each) => each > line) : lines.findLast((each) => each < line);
  return found ?? (step === 1 ? lines[0] : lines.at(-1));
}

/** How far the times of an outline may lie apart, in lines. */
export const outlineGrain = 1024;

/** The last line from `from` on that was written at a time or before it, of those that are known. */
export function refineLine(
  atMsOf: (line: number) => number | null | undefined,
  from: number,
  atMs: number,
): number {
  let found = from;
  for (let line = from; line < from + outlineGrain; line += 1) {
    const written = atMsOf(line);
    if (written === undefined) break;
    if (written !== null && written > atMs) break;
    if (written !== null) found = line;
  }
  return found;
}
