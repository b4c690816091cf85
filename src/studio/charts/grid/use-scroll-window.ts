import { type RefObject, useEffect, useState } from 'react';

interface ScrollWindow {
  /** What of the element is in sight, with a scrollMargin, in pixels from its top. */
  readonly from: number;
  readonly to: number;
  /** Whether it flies past: what comes into sight now will be gone before it could be read. */
  readonly fast: boolean;
}

export const scrollMargin = 320;
/** The window moves in steps, so that scrolling draws the page anew only now and then. */
const step = 160;
/** In pixels of one frame. */
const fastPixels = 260;
const restMs = 90;

/** Which part of a long element is in sight, wherever the page scrolls. */
export function useScrollWindow(element: RefObject<HTMLElement | null>): ScrollWindow {
  const [shown, setShown] = useState<ScrollWindow>({
    from: -scrollMargin,
    to: window.innerHeight + scrollMargin,
    fast: false,
  });
  useEffect(() => {
    let frame = 0;
    let rest: ReturnType<typeof setTimeout> | undefined;
    let last = NaN;
    const measure = (fast: boolean): void => {
      const { current } = element;
      if (current === null) return;
      const { top } = current.getBoundingClientRect();
      const from = Math.floor((-top - scrollMargin) / step) * step;
      const to = Math.ceil((window.innerHeight - top + scrollMargin) / step) * step;
      const flies = fast && Math.abs(top - last) > fastPixels;
      last = top;
      setShown((before) =>
        before.from === from && before.to === to && before.fast === flies
          ? before
          : { from, to, fast: flies },
      );
    };
    const look = (): void => {
      frame = 0;
      measure(true);
      clearTimeout(rest);
      rest = setTimeout(() => measure(false), restMs);
    };
    const request = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    measure(false);
    // Scrolling does not bubble; the capture sees that of every box around.
    document.addEventListener('scroll', request, { capture: true, passive: true });
    window.addEventListener('resize', request);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
      document.removeEventListener('scroll', request, { capture: true });
      window.removeEventListener('resize', request);
    };
  }, [element]);
  return shown;
}
