import type { Range } from '#studio/ui/rows-in-sight.model.ts';
import { type Column, columnId, isNumeric } from './column.model.ts';
import { groupLabel, leastWidth, mostWidth, usualWidth } from './column-label.model.ts';
import type { ColumnChoice } from './runs-view.model.ts';

/** A column with its place in the table; `left` is in pixels from the table's start. */
export interface PlacedColumn {
  readonly column: Column;
  readonly left: number;
  readonly width: number;
  /** From 0, the name not counted. */
  readonly position: number;
  readonly pinned: boolean;
  /** Made once for all rows: drawing compares styles by identity. */
  readonly style: { readonly insetInlineStart: number; readonly inlineSize: number };
  /** Numbers stand at the end of their cells. */
  readonly look: 'cell' | 'number';
}

export interface ColumnLayout {
  readonly name: PlacedColumn;
  /** Those that stay in sight beside the name. */
  readonly pinned: readonly PlacedColumn[];
  /** The others. */
  readonly columns: readonly PlacedColumn[];
  /** Every column but the name, without their places: the pinned ones first. */
  readonly asked: readonly Column[];
  /** Of the name and the pinned columns. */
  readonly leadWidth: number;
  /** Of the whole table. */
  readonly width: number;
  /** Whether something is written above the headings. */
  readonly grouped: boolean;
}

const nameColumn: Column = { kind: 'own', name: 'name' };

/** Puts columns side by side behind the name, those first that are pinned. */
export function layOutColumns(
  choices: readonly ColumnChoice[],
  pinnedIds: readonly string[],
  /** Whether metrics tell more than a number: how far from the baseline, how far a group spreads. */
  roomy = false,
): ColumnLayout {
  const nameWidth = choices.find(({ column }) => isName(column))?.width ?? usualWidth(nameColumn);
  const isPinned = ({ column }: ColumnChoice): boolean => pinnedIds.includes(columnId(column));
  const others = choices.filter(({ column }) => !isName(column));
  const ordered = [...others.filter(isPinned), ...others.filter((choice) => !isPinned(choice))];
  let left = nameWidth;
  const placed = ordered.map((choice, position) => {
    const { column, width = usualWidth(column) + (roomy && column.kind === 'metrics' ? besideNumberPx : 0) } =
      choice;
    const found = place(column, { left, width, position, pinned: isPinned(choice) });
    left += width;
    return found;
  });
  const pinned = placed.filter((each) => each.pinned);
  return {
    name: place(nameColumn, { left: 0, width: nameWidth, position: -1, pinned: true }),
    pinned,
    columns: placed.slice(pinned.length),
    asked: placed.map(({ column }) => column),
    leadWidth: pinned.reduce((sum, { width }) => sum + width, nameWidth),
    width: left,
    grouped: placed.some(({ column }) => groupLabel(column) !== ''),
  };
}

function place(
  column: Column,
  at: { readonly left: number; readonly width: number; readonly position: number; readonly pinned: boolean },
): PlacedColumn {
  const style = { insetInlineStart: at.left, inlineSize: at.width };
  return { column, ...at, style, look: isNumeric(column) ? 'number' : 'cell' };
}

const besideSightPx = 240;
const besideNumberPx = 72;

/** Which of the columns that are not pinned a viewport shows, and a little beyond its edges. */
export function columnsInSight(layout: ColumnLayout, scrolled: number, viewport: number): Range {
  const from = scrolled + layout.leadWidth - besideSightPx;
  const to = scrolled + viewport + besideSightPx;
  const first = layout.columns.findIndex(({ left, width }) => left + width > from);
  const last = layout.columns.findLastIndex(({ left }) => left < to);
  return { first: Math.max(0, first), last };
}

export interface ColumnGroup {
  readonly label: string;
  readonly left: number;
  readonly width: number;
}

/** What stands above neighbours of one kind and prefix. */
export function columnGroupsOf(columns: readonly PlacedColumn[]): readonly ColumnGroup[] {
  const groups: ColumnGroup[] = [];
  let before: string | undefined;
  for (const { column, left, width } of columns) {
    const label = groupLabel(column);
    const last = groups.at(-1);
    if (last !== undefined && label === before)
      groups[groups.length - 1] = { ...last, width: last.width + width };
    else groups.push({ label, left, width });
    before = label;
  }
  return groups.filter(({ label }) => label !== '');
}

/** Puts a column before another one; behind all where there is no other. */
export function moveColumn<T>(choices: readonly T[], from: number, to: number): readonly T[] {
  const moved = choices[from];
  if (moved === undefined) return choices;
  return choices.toSpliced(from, 1).toSpliced(Math.max(0, Math.min(to, choices.length - 1)), 0, moved);
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(mostWidth, Math.max(leastWidth, width)));
}

export function isName(column: Column): boolean {
  return column.kind === 'own' && column.name === 'name';
}
