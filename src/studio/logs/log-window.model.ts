/** Browsers place nothing properly much further down than this, in pixels. */
export const tallest = 8_000_000;

export interface LogScroll {
  readonly scrollTop: number;
  /** Height of what is seen, in pixels. */
  readonly viewport: number;
  readonly lines: number;
  readonly lineHeight: number;
}

/** How high the scrolled area is: all lines, or as much as a browser can scroll. */
export function scrollHeight({ lines, lineHeight }: Pick<LogScroll, 'lines' | 'lineHeight'>): number {
  return Math.min(lines * lineHeight, tallest);
}

/** The line at the upper edge, with the part of it that is above the edge: 12.5 is the middle of line 12. */
export function lineAtTop(scroll: LogScroll): number {
  const { scrollTop, viewport, lines, lineHeight } = scroll;
  const height = scrollHeight(scroll);
  if (height < tallest) return Math.max(0, scrollTop / lineHeight);
  const way = Math.max(1, height - viewport);
  return Math.min(1, Math.max(0, scrollTop / way)) * Math.max(0, lines - viewport / lineHeight);
}

/** How far to scroll so that a line is at the upper edge. */
export function scrollTopFor(line: number, scroll: Omit<LogScroll, 'scrollTop'>): number {
  const height = scrollHeight(scroll);
  const top = Math.min(Math.max(0, line), Math.max(0, scroll.lines - scroll.viewport / scroll.lineHeight));
  if (height < tallest) return top * scroll.lineHeight;
  const farthest = Math.max(1, scroll.lines - scroll.viewport / scroll.lineHeight);
  return (top / farthest) * (height - scroll.viewport);
}

/** Lines fetched at once. */
export const pageLines = 500;

/** The pages that cover some lines, first and last inclusive. */
export function pagesOf(first: number, last: number): readonly number[] {
  const from = Math.floor(first / pageLines);
  return Array.from({ length: Math.floor(last / pageLines) - from + 1 }, (_none, index) => from + index);
}
