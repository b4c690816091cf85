import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Range, rowsInSight } from './rows-in-sight.model.ts';

/** How long after the last scrolling what is in sight counts as settled, in milliseconds. */
const settledMs = 150;

interface GridWindowOptions {
  readonly rows: number;
  readonly rowHeight: number;
  /** Height of what stays on top, such as the headings; a function where that changes. */
  readonly above: number | (() => number);
}

interface Seen {
  readonly range: Range;
  readonly scrolling: boolean;
}

export interface GridItem {
  readonly index: number;
  /** Pixels from the top of all rows. */
  readonly start: number;
  /** Which of the drawn rows draws it: a row that leaves the sight hands its elements to the one that enters. */
  readonly slot: number;
}

/**
 * Which rows of a scrolled table are in sight. All rows are of one height, so nothing is measured or kept for those
 * out of sight: a hundred thousand cost what a hundred do. The scroller is set through `setScroller`.
 */
export function useGridWindow({ rows, rowHeight, above }: GridWindowOptions) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [seen, setSeen] = useState<Seen>({ range: { first: 0, last: 40 }, scrolling: false });
  useEffect(() => {
    if (scroller === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // To ask for it on every scroll would make the browser lay out in the middle of a frame.
    let viewport = scroller.clientHeight;
    const look = (scrolling: boolean): void => {
      const range = rowsInSight(scroller.scrollTop, viewport, rowHeight);
      setSeen((before) => {
        const same = before.range.first === range.first && before.range.last === range.last;
        if (same && before.scrolling === scrolling) return before;
        return { range: same ? before.range : range, scrolling };
      });
    };
    const scroll = (): void => {
      // Within the frame that scrolls, or what enters would be blank in it.
      flushSync(() => look(true));
      clearTimeout(timer);
      timer = setTimeout(() => look(false), settledMs);
    };
    const observer = new ResizeObserver(() => {
      viewport = scroller.clientHeight;
      look(false);
    });
    observer.observe(scroller);
    scroller.addEventListener('scroll', scroll, { passive: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      scroller.removeEventListener('scroll', scroll);
    };
  }, [scroller, rowHeight]);
  const reveal = useCallback(
    (index: number) => {
      if (scroller === null) return;
      const top = index * rowHeight;
      const head = typeof above === 'number' ? above : above();
      const end = top + rowHeight + head - scroller.clientHeight;
      if (top < scroller.scrollTop) scroller.scrollTo({ top });
      else if (end > scroller.scrollTop) scroller.scrollTo({ top: end });
    },
    [scroller, rowHeight, above],
  );
  const first = Math.min(seen.range.first, Math.max(0, rows - 1));
  const last = Math.min(seen.range.last, rows - 1);
  return {
    scroller,
    setScroller,
    range: { first, last: Math.max(first, last) },
    items: itemsOf(first, last, rowHeight, seen),
    height: rows * rowHeight,
    scrolling: seen.scrolling,
    /** Scrolls just as far as a row needs to be in sight. */
    reveal,
  };
}

/** In their order while they rest; by slot while they move, so that no element changes its place in the document. */
function itemsOf(first: number, last: number, rowHeight: number, { range, scrolling }: Seen): GridItem[] {
  const slots = slotCount(range.last - range.first + 1);
  const items = Array.from({ length: Math.max(0, last - first + 1) }, (_none, offset): GridItem => {
    const index = first + offset;
    return { index, start: index * rowHeight, slot: index % slots };
  });
  return scrolling ? items.sort((a, b) => a.slot - b.slot) : items;
}

const slotStep = 16;

/** Enough for all rows drawn, and seldom another number: with it every row would change its elements. */
function slotCount(drawn: number): number {
  return Math.max(1, Math.ceil(drawn / slotStep)) * slotStep;
}
