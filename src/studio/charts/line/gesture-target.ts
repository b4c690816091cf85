import type { CrosshairStore } from '../crosshair.store.ts';
import type { ChartSurface } from './chart-surface.ts';
import type { Plot, PlotView } from './plot.model.ts';
import type { PointerPlace, Zoom } from './zoom.model.ts';

/** What a gesture works on, as it is just now. */
export interface GestureTarget {
  readonly chartId: string;
  readonly plot: Plot;
  readonly axis: PlotView['x'];
  readonly store: CrosshairStore;
  readonly surface: ChartSurface;
  /** Whether only a part of y is shown, so that a pan moves it too. */
  readonly partOfY: boolean;
  /** Shows a zoom while the gesture goes on. */
  readonly onPreview: (zoom: Zoom) => void;
  readonly onZoom: (zoom: Zoom) => void;
  /** Says how to zoom, to somebody who turned the wheel over the chart. */
  readonly onHint: () => void;
}

/** Where a pointer is, in pixels of an element. */
export function placeOf(element: HTMLElement, event: MouseEvent): PointerPlace {
  const bounds = element.getBoundingClientRect();
  return { left: event.clientX - bounds.left, top: event.clientY - bounds.top, windowLeft: event.clientX };
}
