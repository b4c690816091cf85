import { useEffect } from 'react';
import { beforeDrawing } from './scroll-listening.ts';

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
    scroller.addEventListener('scroll', tell, beforeDrawing);
    return () => scroller.removeEventListener('scroll', tell, beforeDrawing);
  }, [scroller, height, onTop]);
}
