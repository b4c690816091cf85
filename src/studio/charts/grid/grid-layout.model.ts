import { type CardSize, usualSize } from './card-size.model.ts';
import type { MetricSection } from './metric-sections.model.ts';

/** A heading or a chart, and where it lies in the grid, in pixels. */
export interface GridItem {
  /** Unlike that of any other item. */
  readonly id: string;
  readonly section: MetricSection;
  /** The metric of a chart; absent for a heading. */
  readonly metric?: string;
  /** Which of its section's charts it is. */
  readonly index: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface GridLayout {
  readonly items: readonly GridItem[];
  readonly height: number;
  readonly columns: number;
  readonly columnWidth: number;
}

interface GridOptions {
  readonly width: number;
  /** Charts side by side; 0: as many as fit. */
  readonly columns: number;
  readonly sizes: ReadonlyMap<string, CardSize>;
  readonly isOpen: (section: MetricSection) => boolean;
}

export const columnGap = 24;
export const rowGap = 20;
/** The head of a card, and the chart of one row. */
export const headHeight = 46;
export const chartHeight = 220;
const headingHeight = 32;
const leastColumn = 340;
/** Less wide than this, charts lie one below the other, whatever was chosen. */
const narrow = 700;

/** Where every heading and chart lies: known beforehand, so that only what is in sight need be there. */
export function layoutGrid(sections: readonly MetricSection[], options: GridOptions): GridLayout {
  const columns = columnsFor(options.width, options.columns);
  const columnWidth = (options.width - columnGap * (columns - 1)) / columns;
  const items: GridItem[] = [];
  let top = 0;
  for (const section of sections) {
    if (sections.length > 1) {
      const heading = { id: headingId(section), section, index: -1, left: 0, top };
      items.push({ ...heading, width: options.width, height: headingHeight });
      top += headingHeight + 8;
    }
    if (!options.isOpen(section)) continue;
    const packed = packCards(section, { ...options, columns, columnWidth, top });
    items.push(...packed.items);
    top = packed.bottom;
  }
  return { items, height: Math.max(0, top - rowGap), columns, columnWidth };
}

export function headingId({ prefix, pinned }: MetricSection): string {
  return pinned === true ? 'pinned' : `section ${prefix}`;
}

function columnsFor(width: number, wanted: number): number {
  const fitting = Math.max(1, Math.floor((width + columnGap) / (leastColumn + columnGap)));
  if (width < narrow) return 1;
  return wanted === 0 ? fitting : wanted;
}

/** Rows from left to right, each as high as its highest chart. */
function packCards(
  section: MetricSection,
  { sizes, columns, columnWidth, top }: GridOptions & { readonly columnWidth: number; readonly top: number },
): { readonly items: readonly GridItem[]; readonly bottom: number } {
  const items: GridItem[] = [];
  let [column, rowTop, rowHeight] = [0, top, 0];
  for (const [index, metric] of section.keys.entries()) {
    const size = sizes.get(metric) ?? usualSize;
    const wide = Math.min(size.columns, columns);
    const height = headHeight + chartHeight * size.rows;
    if (column + wide > columns) {
      rowTop += rowHeight + rowGap;
      [column, rowHeight] = [0, 0];
    }
    const left = column * (columnWidth + columnGap);
    const width = wide * columnWidth + (wide - 1) * columnGap;
    items.push({ id: `chart ${metric}`, section, metric, index, left, top: rowTop, width, height });
    column += wide;
    rowHeight = Math.max(rowHeight, height);
  }
  return { items, bottom: rowTop + rowHeight + rowGap };
}

/** What lies between two heights, and the charts named, wherever they are. */
export function itemsWithin(
  { items }: GridLayout,
  from: number,
  to: number,
  always: string | undefined,
): readonly GridItem[] {
  return items.filter(({ id, top, height }) => (top < to && top + height > from) || id === always);
}

/** Which place of its section a chart is dropped on, given where its middle is then. */
export function dropIndex({ items }: GridLayout, dragged: GridItem, x: number, y: number): number {
  const others = items.filter(({ section, metric }) => section === dragged.section && metric !== undefined);
  const away = ({ left, top, width, height }: GridItem): number =>
    Math.hypot(left + width / 2 - x, top + height / 2 - y);
  const nearest = others.toSorted((a, b) => away(a) - away(b))[0];
  return nearest?.index ?? dragged.index;
}
