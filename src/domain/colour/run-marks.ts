import { runPalette } from './run-palette.ts';

/** How a run is drawn wherever it appears. */
export interface RunMark {
  /** A place in `runPalette`. */
  readonly colour: number;
  /** 0 is a solid line; where there are more runs than colours, 1 and up say which dashes to draw. */
  readonly dash: number;
}

/**
 * Gives each run its colour: from its id, so that it is the same on every page; a neighbour's where two of the view
 * would share one. The order of `runIds` does not matter.
 */
export function assignRunMarks(runIds: readonly string[]): ReadonlyMap<string, RunMark> {
  const size = runPalette.length;
  const marks = new Map<string, RunMark>();
  const taken = new Set<number>();
  for (const [count, runId] of [...new Set(runIds)].sort().entries()) {
    const dash = Math.floor(count / size);
    if (count % size === 0) taken.clear();
    const wanted = hashText(runId) % size;
    const colour = firstFree(wanted, taken, size);
    taken.add(colour);
    marks.set(runId, { colour, dash });
  }
  return marks;
}

function firstFree(wanted: number, taken: ReadonlySet<number>, size: number): number {
  let colour = wanted;
  while (taken.has(colour)) colour = (colour + 1) % size;
  return colour;
}

/** FNV-1a, 32 bits, with a last mix so that near ids lie far apart. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
