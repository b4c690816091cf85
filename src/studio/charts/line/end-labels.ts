import type { RunMark } from '#domain/colour/run-marks.ts';
import { characterWidth } from '../scene/axis.ts';
import type { Frame } from '../scene/scene.ts';
import { shortenNames } from '../scene/short-names.ts';
import type { DrawnLine } from './drawn-line.model.ts';

/** A run's name where its line ends. */
export interface EndLabel {
  readonly text: string;
  readonly mark: RunMark;
  readonly bold: boolean;
  /** Where the line ends, in pixels. */
  readonly from: number;
  /** Where the label stands, in pixels: out of the way of the others. */
  readonly top: number;
}

/** More lines than this are told apart by a legend. */
const mostLabels = 8;
const mostCharacters = 18;
const lineHeight = 15;
/** A chart less wide has no room for names. */
const leastWidth = 420;

/** The names that the lines of a chart end with; none where they would not fit. */
export function endNames(lines: readonly DrawnLine[], width: number): readonly string[] {
  if (lines.length < 2 || lines.length > mostLabels || width < leastWidth) return [];
  return shortenNames(
    lines.map((line) => line.name),
    mostCharacters,
  );
}

/** Room that the names need at the right, in pixels. */
export function endRoom(names: readonly string[]): number {
  return names.length === 0
    ? 0
    : Math.ceil(Math.max(...names.map((name) => name.length)) * characterWidth) + 14;
}

/** Labels in the order of where the lines end, each pushed down until it is clear of the one above. */
export function placeEndLabels(
  lines: readonly DrawnLine[],
  names: readonly string[],
  ends: readonly number[],
  frame: Frame,
): readonly EndLabel[] {
  const [least, greatest] = [frame.top + 4, frame.top + frame.height - 4];
  const wanted = names
    .map((text, index) => ({
      text,
      mark: lines[index]?.mark ?? { colour: 0, dash: 0 },
      bold: lines[index]?.baseline ?? false,
      from: Math.min(greatest, Math.max(least, ends[index] ?? NaN)),
    }))
    .filter(({ from }) => Number.isFinite(from))
    .toSorted((a, b) => a.from - b.from);
  const tops = spread(
    wanted.map(({ from }) => from),
    least,
    greatest,
  );
  return wanted.map((label, index) => ({ ...label, top: tops[index] ?? label.from }));
}

/** Places moved as little as needed to be a line apart; what would leave at the bottom pushes the others up. */
export function spread(places: readonly number[], least: number, greatest: number): readonly number[] {
  const tops: number[] = [];
  for (const place of places) tops.push(Math.max(place, (tops.at(-1) ?? -Infinity) + lineHeight));
  let limit = greatest;
  for (let index = tops.length - 1; index >= 0; index -= 1) {
    tops[index] = Math.max(least, Math.min(tops[index] ?? limit, limit));
    limit = (tops[index] ?? limit) - lineHeight;
  }
  return tops;
}
