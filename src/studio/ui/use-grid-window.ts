import { useCallback, useEffect, useState } from 'react';
import { type Range, rowsInSight } from './rows-in-sight.model.ts';

/** How long after the last scrolling what is in sight counts as settled, in milliseconds. */
const settledMs = 150;

interface GridWindowOptions {
  readonly rows: number;
  readonly rowHeight: number;
  /** Height of what stays on top, such as the headings. */
  readonly above: number;
}

interface Seen {
  readonly range: Range;
  readonly scrolling: boolean;
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
      look(true);
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
      const end = top + rowHeight + above - scroller.clientHeight;
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
    items: Array.from({ length: Math.max(0, last - first + 1) }, (_none, offset) => ({
      index: first + offset,
      start: (first + offset) * rowHeight,
    })),
    height: rows * rowHeight,
    scrolling: seen.scrolling,
    /** Scrolls just as far as a row needs to be in sight. */
    reveal,
  };
}
