import { useCallback, useEffect, useState } from 'react';

const shownMs = 1800;
const modifier = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** What is said for a moment to somebody who turned the wheel over a chart; empty otherwise. */
export function useZoomHint(): readonly [string, () => void] {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked === 0) return undefined;
    const timer = setTimeout(() => setAsked(0), shownMs);
    return () => clearTimeout(timer);
  }, [asked]);
  const ask = useCallback(() => setAsked((times) => times + 1), []);
  return [asked === 0 ? '' : `${modifier} + wheel zooms, Shift + drag pans`, ask];
}
