import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { lineAtTop, scrollTopFor } from './log-window.model.ts';

const overscan = 6;

export interface LogScrolling {
  readonly setScroller: (element: HTMLElement | null) => void;
  /** The line at the upper edge, with its part above it. */
  readonly top: number;
  readonly first: number;
  readonly last: number;
  /** Height of what is seen, in pixels. */
  readonly viewport: number;
  /** Whether the last line is in sight. */
  readonly atEnd: boolean;
  /** Brings a line into the upper third, unless it is in sight. */
  readonly reveal: (line: number) => void;
  readonly scrollToEnd: () => void;
}

/** Which lines of a long log are in sight: nothing is kept for those that are not. */
export function useLogScroll(lines: number, lineHeight: number): LogScrolling {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [seen, setSeen] = useState({ scrollTop: 0, viewport: 400 });
  const size = useRef({ lines, lineHeight });
  useLayoutEffect(() => {
    size.current = { lines, lineHeight };
  });
  useEffect(() => {
    if (scroller === null) return undefined;
    const look = (): void =>
      setSeen((before) => {
        const now = { scrollTop: scroller.scrollTop, viewport: scroller.clientHeight };
        return before.scrollTop === now.scrollTop && before.viewport === now.viewport ? before : now;
      });
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [scroller]);
  const scrollTo = useCallback(
    (line: number) => {
      if (scroller === null) return;
      const viewport = scroller.clientHeight;
      scroller.scrollTo({ top: scrollTopFor(line, { ...size.current, viewport }) });
    },
    [scroller],
  );
  const reveal = useCallback(
    (line: number) => {
      if (scroller === null) return;
      const viewport = scroller.clientHeight;
      const now = lineAtTop({ scrollTop: scroller.scrollTop, viewport, ...size.current });
      const shown = viewport / size.current.lineHeight;
      if (line < now || line + 1 > now + shown) scrollTo(line - shown / 3);
    },
    [scroller, scrollTo],
  );
  const scrollToEnd = useCallback(() => scrollTo(size.current.lines), [scrollTo]);
  const top = Math.min(lineAtTop({ ...seen, lines, lineHeight }), Math.max(0, lines - 1));
  const shown = seen.viewport / lineHeight;
  return {
    setScroller,
    top,
    first: Math.max(0, Math.floor(top) - overscan),
    last: Math.max(0, Math.min(lines - 1, Math.ceil(top + shown) + overscan)),
    viewport: seen.viewport,
    atEnd: top + shown >= lines - 0.5,
    reveal,
    scrollToEnd,
  };
}
