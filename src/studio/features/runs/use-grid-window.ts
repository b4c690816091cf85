import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useState } from 'react';
import type { Range } from './run-windows.model.ts';

const overscan = 6;
/** How long after the last scrolling what is in sight counts as settled, in milliseconds. */
const settledMs = 150;

interface GridWindowOptions {
  readonly rows: number;
  readonly rowHeight: number;
  /** Height of what stays on top, such as the headings. */
  readonly above: number;
}

/** Which rows of a scrolled table are in sight. The scroller is set through `setScroller`. */
export function useGridWindow({ rows, rowHeight, above }: GridWindowOptions) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are asked anew on every render, never kept
  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan,
    scrollPaddingStart: above,
    scrollPaddingEnd: rowHeight,
    isScrollingResetDelay: settledMs,
    useFlushSync: false,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const items = virtualizer.getVirtualItems();
  const range: Range = { first: items[0]?.index ?? 0, last: items.at(-1)?.index ?? 40 };
  return { scroller, setScroller, virtualizer, items, range };
}

/** How far a table is scrolled sideways and how wide it shows, coarse enough that scrolling rarely renders. */
export function useSideways(scroller: HTMLElement | null) {
  const [seen, setSeen] = useState({ left: 0, width: 1200 });
  useEffect(() => {
    if (scroller === null) return undefined;
    const look = (): void => {
      const left = Math.floor(scroller.scrollLeft / stepPx) * stepPx;
      const width = Math.ceil(scroller.clientWidth / stepPx + 1) * stepPx;
      scroller.setAttribute('data-scrolled', String(scroller.scrollLeft > 0));
      setSeen((before) => (before.left === left && before.width === width ? before : { left, width }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [scroller]);
  return seen;
}

const stepPx = 120;
