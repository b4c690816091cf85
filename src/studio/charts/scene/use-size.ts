import { type RefObject, useLayoutEffect, useState } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of an element in CSS pixels, kept up to date; `undefined` until it has one, or where it is not wanted. */
export function useSize(element: RefObject<HTMLElement | null>, wanted = true): Size | undefined {
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null || !wanted) return undefined;
    const measure = (): void => {
      const [width, height] = [current.clientWidth, current.clientHeight];
      if (width === 0 || height === 0) return;
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, wanted]);
  return size;
}
