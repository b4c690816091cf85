import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { beforeDrawing } from './scroll-listening.ts';

interface Place {
  readonly top: number;
  readonly left: number;
}

/** Places by history entry: going back to a table finds it where one left it. */
const places = new Map<string, Place>();
const mostPlaces = 200;

/** Brings a scroller back to where it was in this history entry, once its rows are there. */
export function useKeptScroll(scroller: HTMLElement | null, ready: boolean): void {
  const { key } = useLocation();
  const current = useRef(key);
  const restored = useRef(false);
  useEffect(() => {
    current.current = key;
  }, [key]);
  useEffect(() => {
    if (scroller === null) return undefined;
    const keep = (): void => {
      places.delete(current.current);
      places.set(current.current, { top: scroller.scrollTop, left: scroller.scrollLeft });
      const [oldest] = places.keys();
      if (places.size > mostPlaces && oldest !== undefined) places.delete(oldest);
    };
    scroller.addEventListener('scroll', keep, beforeDrawing);
    return () => scroller.removeEventListener('scroll', keep, beforeDrawing);
  }, [scroller]);
  useEffect(() => {
    if (scroller === null || !ready || restored.current) return;
    restored.current = true;
    const place = places.get(current.current);
    if (place !== undefined) scroller.scrollTo(place);
  }, [ready, scroller]);
}
