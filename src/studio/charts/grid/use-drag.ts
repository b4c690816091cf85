import { type PointerEvent, useCallback, useEffect, useRef } from 'react';

interface DragHandlers {
  /** How far the pointer is from where it began, in pixels. */
  readonly onDrag: (x: number, y: number) => void;
  /** `kept` is false where Escape or the system ended it. */
  readonly onEnd: (x: number, y: number, kept: boolean) => void;
}

/** Follows a pointer from a press until it is let go. What is returned belongs on `onPointerDown`. */
export function useDrag(handlers: DragHandlers): (event: PointerEvent<HTMLElement>) => void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  return useCallback((event) => {
    if (event.button !== 0) return;
    const { currentTarget, pointerId, clientX, clientY } = event;
    currentTarget.setPointerCapture(pointerId);
    const stop = new AbortController();
    const { signal } = stop;
    const away = (at: { clientX: number; clientY: number }) =>
      [at.clientX - clientX, at.clientY - clientY] as const;
    const end = (kept: boolean, x: number, y: number): void => {
      stop.abort();
      latest.current.onEnd(x, y, kept && Math.hypot(x, y) > 4);
    };
    const listeners = {
      pointermove: (moved: globalThis.PointerEvent) => latest.current.onDrag(...away(moved)),
      pointerup: (up: globalThis.PointerEvent) => end(true, ...away(up)),
      pointercancel: () => end(false, 0, 0),
    };
    const element: HTMLElement = currentTarget;
    element.addEventListener('pointermove', listeners.pointermove, { signal });
    element.addEventListener('pointerup', listeners.pointerup, { signal });
    element.addEventListener('pointercancel', listeners.pointercancel, { signal });
    window.addEventListener(
      'keydown',
      (pressed) => {
        if (pressed.key !== 'Escape') return;
        pressed.stopPropagation();
        end(false, 0, 0);
      },
      { signal, capture: true },
    );
  }, []);
}
