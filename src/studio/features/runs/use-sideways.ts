import { useEffect, useState } from 'react';
import { beforeDrawing } from './scroll-listening.ts';

const stepPx = 120;

/** How far a table is scrolled sideways and how wide it shows, coarse enough that scrolling rarely renders. */
export function useSideways(scroller: HTMLElement | null) {
  const [seen, setSeen] = useState({ left: 0, width: 1200 });
  useEffect(() => {
    if (scroller === null) return undefined;
    const look = (): void => {
      const left = Math.floor(scroller.scrollLeft / stepPx) * stepPx;
      const width = Math.ceil(scroller.clientWidth / stepPx + 1) * stepPx;
      const scrolled = String(scroller.scrollLeft > 0);
      // An attribute that is written is one whose styles are worked out anew.
      if (scroller.getAttribute('data-scrolled') !== scrolled)
        scroller.setAttribute('data-scrolled', scrolled);
      setSeen((before) => (before.left === left && before.width === width ? before : { left, width }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    scroller.addEventListener('scroll', look, beforeDrawing);
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', look, beforeDrawing);
    };
  }, [scroller]);
  return seen;
}
