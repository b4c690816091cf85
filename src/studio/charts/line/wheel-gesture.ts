import type { Range } from '../scene/range.ts';
import { type GestureTarget, placeOf } from './gesture-target.ts';
import { pixelToX } from './plot.model.ts';
import { scaleRange } from './zoom.model.ts';

/** When the wheel has rested for this long, in milliseconds, the zoom holds. */
const restMs = 150;
/** Who moved the pointer this shortly before, in milliseconds, means the chart and not the page. */
const meantMs = 600;
/** Of one notch of a wheel. */
const factorEach = 1.0015;

/** Zooms along x with Ctrl, Cmd or Alt held: the page's own scrolling is never taken, only told how it is done. */
export function listenToWheel(
  element: HTMLElement,
  target: () => GestureTarget | undefined,
  signal: AbortSignal,
): void {
  let range: Range | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let movedAtMs = -Infinity;

  function settle(): void {
    const zoomed = range;
    range = undefined;
    if (zoomed !== undefined) target()?.onZoom({ x: zoomed });
  }

  function turn(event: WheelEvent): void {
    const now = target();
    if (now === undefined) return;
    if (!event.ctrlKey && !event.metaKey && !event.altKey) {
      if (event.timeStamp - movedAtMs < meantMs) now.onHint();
      return;
    }
    event.preventDefault();
    const { xAxis } = now.plot;
    const around = pixelToX(now.plot, placeOf(element, event).left);
    range = scaleRange(range ?? [xAxis.low, xAxis.high], around, factorEach ** pixelsOf(event));
    now.onPreview({ x: range });
    clearTimeout(rest);
    rest = setTimeout(settle, restMs);
  }

  element.addEventListener('pointermove', (event) => (movedAtMs = event.timeStamp), { signal });
  element.addEventListener('wheel', turn, { signal, passive: false });
  signal.addEventListener('abort', () => clearTimeout(rest));
}

/** How far a wheel was turned, in pixels, whatever unit its maker counts in. */
function pixelsOf({ deltaY, deltaMode }: WheelEvent): number {
  const unit =
    deltaMode === WheelEvent.DOM_DELTA_LINE ? 40 : deltaMode === WheelEvent.DOM_DELTA_PAGE ? 400 : 1;
  return Math.max(-600, Math.min(600, deltaY * unit));
}
