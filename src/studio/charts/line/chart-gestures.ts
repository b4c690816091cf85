import { clearCrosshair, type CrosshairStore } from '../crosshair.store.ts';
import { type GestureTarget, placeOf } from './gesture-target.ts';
import type { Plot } from './plot.model.ts';
import { snapTo } from './reading.model.ts';
import { listenToWheel } from './wheel-gesture.ts';
import {
  boxOf,
  leastDrag,
  panBy,
  pinch,
  type Place,
  type PointerPlace,
  type Zoom,
  type ZoomBox,
  zoomTo,
} from './zoom.model.ts';

/** What the pointers that are down are doing, since when on which plot. */
type Doing =
  | { readonly kind: 'press'; readonly from: Place }
  | { readonly kind: 'box'; readonly from: Place; readonly box: ZoomBox }
  | { readonly kind: 'pan'; readonly from: Place; readonly plot: Plot; readonly zoom?: Zoom }
  | {
      readonly kind: 'pinch';
      readonly from: readonly [Place, Place];
      readonly plot: Plot;
      readonly zoom?: Zoom;
    }
  | { readonly kind: 'slide' };

/**
 * Pointer gestures of a chart. A mouse points, draws a box to zoom, pans with Shift, freezes by a press. A finger
 * slides the crosshair along (the page still scrolls up and down), two fingers zoom. The wheel zooms with a modifier.
 */
export function listenToGestures(element: HTMLElement, target: () => GestureTarget | undefined): () => void {
  const down = new Map<number, Place>();
  let doing: Doing | undefined;

  const handlers = {
    pointerdown(this: void, event: PointerEvent): void {
      const now = target();
      if (event.button !== 0 || now === undefined) return;
      down.set(event.pointerId, placeOf(element, event));
      if (event.pointerType === 'mouse') element.setPointerCapture(event.pointerId);
      doing = begin(event, now, placeOf(element, event), down);
    },
    pointermove(this: void, event: PointerEvent): void {
      const now = target();
      if (now === undefined) return;
      const place = placeOf(element, event);
      if (down.has(event.pointerId)) down.set(event.pointerId, place);
      if (doing !== undefined) doing = goOn(now, place, doing, down);
      else if (event.pointerType === 'mouse') pointAt(now, place);
    },
    pointerup(this: void, event: PointerEvent): void {
      const now = target();
      const finished = doing;
      down.delete(event.pointerId);
      doing = undefined;
      if (now !== undefined && finished !== undefined) end(now, event, finished);
    },
    pointerleave(this: void, event: PointerEvent): void {
      const now = target();
      // A lifted finger leaves too; what it pointed at stays to be read.
      if (event.pointerType !== 'mouse' || now === undefined || doing !== undefined) return;
      clearCrosshair(now.store);
    },
    pointercancel(this: void, event: PointerEvent): void {
      down.delete(event.pointerId);
      doing = undefined;
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
  listenToWheel(element, target, signal);
  return () => stop.abort();
}

/** What the panel beside the crosshair needs, in pixels. */
const panelWidth = 480;

type Down = ReadonlyMap<number, Place>;

function begin(event: PointerEvent, now: GestureTarget, from: PointerPlace, down: Down): Doing | undefined {
  const [first, second] = [...down.values()];
  if (first !== undefined && second !== undefined)
    return { kind: 'pinch', from: [first, second], plot: now.plot };
  if (event.pointerType !== 'mouse') {
    pointAt(now, from);
    return { kind: 'slide' };
  }
  return event.shiftKey ? { kind: 'pan', from, plot: now.plot } : { kind: 'press', from };
}

/** What is being done, a little further on. */
function goOn(now: GestureTarget, place: PointerPlace, current: Doing, down: Down): Doing {
  switch (current.kind) {
    case 'slide':
      pointAt(now, place);
      return current;
    case 'pan': {
      const zoom = panBy(current.plot, current.from, place, now.partOfY);
      now.onPreview(zoom);
      return { ...current, zoom };
    }
    case 'pinch': {
      const [first, second] = [...down.values()];
      if (first === undefined || second === undefined) return current;
      const zoom = pinch(current.plot, current.from, [first, second]);
      now.onPreview(zoom);
      return { ...current, zoom };
    }
    case 'press':
    case 'box': {
      const moved = Math.hypot(place.left - current.from.left, place.top - current.from.top);
      if (current.kind === 'press' && moved < leastDrag) return current;
      const box = boxOf(now.plot.frame, current.from, place);
      now.surface.showBox(box);
      return { kind: 'box', from: current.from, box };
    }
  }
}

function end(now: GestureTarget, event: PointerEvent, finished: Doing): void {
  now.surface.showBox(undefined);
  if (finished.kind === 'box') now.onZoom(zoomTo(now.plot, finished.box));
  else if (finished.kind === 'press' && event.pointerType === 'mouse') toggleFrozen(now.store);
  else if ('zoom' in finished && finished.zoom !== undefined) now.onZoom(finished.zoom);
}

function pointAt(
  { chartId, plot, axis, store }: GestureTarget,
  { left, top, windowLeft }: PointerPlace,
): void {
  if (store.getState().frozen) return;
  const snap = snapTo(plot, left, top);
  const runId = plot.lines.find((line) => line.id === snap?.line)?.runId;
  if (snap === undefined || runId === undefined) return;
  const at = { axis, x: snap.x };
  const side = windowLeft > window.innerWidth - panelWidth ? 'left' : 'right';
  store.setState({ at, chartId, line: snap.line, runId, side, frozen: false, byKey: false }, true);
}

export function toggleFrozen(store: CrosshairStore): void {
  const { at, frozen } = store.getState();
  if (at !== undefined) store.setState({ frozen: !frozen });
}
