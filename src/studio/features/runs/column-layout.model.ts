import { type Column, isNumeric, leastWidth, mostWidth, usualWidth } from './column.model.ts';
import type { ColumnChoice } from './runs-view.model.ts';
import type { Range } from '#studio/ui/rows-in-sight.model.ts';

/** A column with its place in the table; `left` is in pixels from the table's start. */
export interface PlacedColumn {
  readonly column: Column;
  readonly left: number;
  readonly width: number;
  /** From 0, the name not counted. */
  readonly position: number;
  /** Made once for all rows: drawing compares styles by identity. */
  readonly style: { readonly insetInlineStart: number; readonly inlineSize: number };
  /** Numbers stand at the end of their cells. */
  readonly look: 'cell' | 'number';
}

export interface ColumnLayout {
  readonly name: PlacedColumn;
  /** All but the name. */
  readonly columns: readonly PlacedColumn[];
  /** The same without their places. */
  readonly asked: readonly Column[];
  /** Of the whole table. */
  readonly width: number;
}

const nameColumn: Column = { kind: 'own', name: 'name' };

/** Puts columns side by side behind the name. */
export function layOutColumns(choices: readonly ColumnChoice[]): ColumnLayout {
  const nameChoice = choices.find(({ column }) => isName(column));
  const nameWidth = nameChoice?.width ?? usualWidth(nameColumn);
  let left = nameWidth;
  const columns = choices
    .filter(({ column }) => !isName(column))
    .map(({ column, width = usualWidth(column) }, position): PlacedColumn => {
      const placed = place(column, left, width, position);
      left += width;
      return placed;
    });
  return {
    name: place(nameColumn, 0, nameWidth, -1),
    columns,
    asked: columns.map(({ column }) => column),
    width: left,
  };
}

function place(column: Column, left: number, width: number, position: number): PlacedColumn {
  const style = { insetInlineStart: left, inlineSize: width };
  return { column, left, width, position, style, look: isNumeric(column) ? 'number' : 'cell' };
}

const besideSightPx = 240;

/** The columns that a viewport shows, and a little beyond its edges. */
export function columnsInSight(layout: ColumnLayout, scrolled: number, viewport: number): Range {
  const from = scrolled + layout.name.width - besideSightPx;
  const to = scrolled + viewport + besideSightPx;
  const first = layout.columns.findIndex(({ left, width }) => left + width > from);
  const last = layout.columns.findLastIndex(({ left }) => left < to);
  return { first: Math.max(0, first), last };
}

/** Puts a column before another one; behind all where there is no other. */
export function moveColumn(
  choices: readonly ColumnChoice[],
  from: number,
  to: number,
): readonly ColumnChoice[] {
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
