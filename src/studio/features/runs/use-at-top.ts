import { useEffect } from 'react';

/** Tells whether a scroller stands within `height` pixels of its top, and again whenever it scrolls. */
export function useAtTop(
  scroller: HTMLElement | null,
  height: number,
  onTop: (atTop: boolean) => void,
): void {
  useEffect(() => {
    if (scroller === null) return undefined;
    const tell = (): void => onTop(scroller.scrollTop < height);
    tell();
    scroller.addEventListener('scroll', tell, { passive: true });
    return () => scroller.removeEventListener('scroll', tell);
  }, [scroller, height, onTop]);
}
