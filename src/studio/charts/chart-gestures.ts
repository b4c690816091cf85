import type { ChartSurface } from './chart-surface.ts';
import { clearCrosshair, type CrosshairStore } from './crosshair.store.ts';
import type { Plot, PlotView } from './plot.model.ts';
import { snapTo } from './reading.model.ts';
import { boxOf, leastDrag, type Place, type Zoom, type ZoomBox, zoomTo } from './zoom.model.ts';

/** What a gesture works on, as it is just now. */
export interface GestureTarget {
  readonly chartId: string;
  readonly plot: Plot;
  readonly axis: PlotView['x'];
  readonly store: CrosshairStore;
  readonly surface: ChartSurface;
  readonly onZoom: (zoom: Zoom) => void;
}

/**
 * Pointer gestures of a chart: a mouse points and draws a box to zoom, a finger slides the crosshair along (the page
 * still scrolls up and down), a press freezes the crosshair.
 */
export function listenToGestures(element: HTMLElement, target: () => GestureTarget | undefined): () => void {
  let start: Place | undefined;
  let box: ZoomBox | undefined;

  function pointAt({ chartId, plot, axis, store }: GestureTarget, { left, top }: Place): void {
    if (store.getState().frozen) return;
    const snap = snapTo(plot, left, top);
    if (snap === undefined) return;
    const at = { axis, x: snap.x };
    store.setState({ at, chartId, runId: snap.runId, frozen: false, byKey: false }, true);
  }

  const handlers = {
    pointerdown(this: void, event: PointerEvent): void {
      const now = target();
      if (event.button !== 0 || now === undefined) return;
      start = placeOf(element, event);
      if (event.pointerType === 'mouse') element.setPointerCapture(event.pointerId);
      else pointAt(now, start);
    },
    pointermove(this: void, event: PointerEvent): void {
      const now = target();
      if (now === undefined) return;
      const place = placeOf(element, event);
      if (start === undefined || event.pointerType !== 'mouse') return pointAt(now, place);
      if (Math.hypot(place.left - start.left, place.top - start.top) < leastDrag) return;
      box = boxOf(now.plot.frame, start, place);
      now.surface.showBox(box);
    },
    pointerup(this: void, event: PointerEvent): void {
      const now = target();
      const [pressed, drawn] = [start !== undefined, box];
      start = undefined;
      box = undefined;
      if (now === undefined || !pressed) return;
      now.surface.showBox(undefined);
      if (drawn !== undefined) now.onZoom(zoomTo(now.plot, drawn));
      else if (event.pointerType === 'mouse') toggleFrozen(now.store);
    },
    pointerleave(this: void, event: PointerEvent): void {
      const now = target();
      // A lifted finger leaves too; what it pointed at stays to be read.
      if (event.pointerType !== 'mouse' || now === undefined || box !== undefined) return;
      clearCrosshair(now.store);
    },
    pointercancel(this: void): void {
      start = undefined;
      box = undefined;
      target()?.surface.showBox(undefined);
    },
  };
  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener('pointerdown', handlers.pointerdown, { signal });
  element.addEventListener('pointermove', handlers.pointermove, { signal });
  element.addEventListener('pointerup', handlers.pointerup, { signal });
  element.addEventListener('pointerleave', handlers.pointerleave, { signal });
  element.addEventListener('pointercancel', handlers.pointercancel, { signal });
  return () => stop.abort();
}

export function toggleFrozen(store: CrosshairStore): void {
  const { at, frozen } = store.getState();
  if (at !== undefined) store.setState({ frozen: !frozen });
}

function placeOf(element: HTMLElement, event: PointerEvent): Place {
  const bounds = element.getBoundingClientRect();
  return { left: event.clientX - bounds.left, top: event.clientY - bounds.top };
}
